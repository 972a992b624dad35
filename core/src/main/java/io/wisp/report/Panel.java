package io.wisp.report;

/** A picture in a montage with a line below it, which may be empty. */
public record Panel(Picture picture, String caption) {
  public Panel(Picture picture) {
    this(picture, "");
  }
}
