package io.wisp.report;

/** A picture in a montage with lines below it, none if the caption is empty. */
public record Panel(Picture picture, String caption) {
  public Panel(Picture picture) {
    this(picture, "");
  }
}
