package io.wisp.dicom;

/** A file that is damaged, or that Wisp cannot use. The message continues "The file …". */
final class BadDicom extends Exception {
  private static final long serialVersionUID = 1;

  BadDicom(String message) {
    super(message);
  }

  BadDicom(String message, Throwable cause) {
    super(message, cause);
  }
}
