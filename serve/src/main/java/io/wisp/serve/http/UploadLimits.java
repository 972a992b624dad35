package io.wisp.serve.http;

/**
 * How much may be uploaded at once.
 *
 * @param bytes of the whole request
 * @param files in it, and in its zip archives
 * @param unpacked bytes of all files, when archives are unpacked
 */
public record UploadLimits(long bytes, int files, long unpacked) {
  /** 8 GiB, 50,000 files, 32 GiB unpacked. */
  public static final UploadLimits USUAL = new UploadLimits(8L << 30, 50_000, 32L << 30);
}
