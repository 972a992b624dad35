package io.wisp.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a share such as {@code 1%} or {@code 0.01}, from 0 to below 1. */
final class ShareConverter implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    String number = text.strip();
    boolean percent = number.endsWith("%");
    double value;
    try {
      value = Double.parseDouble(percent ? number.substring(0, number.length() - 1) : number);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is no share: write 1% or 0.01");
    }
    double share = percent ? value / 100 : value;
    if (!(share >= 0 && share < 1)) {
      throw new TypeConversionException(
          "'" + text + "' is no share from 0 to below 1: write 1% or 0.01");
    }
    return share;
  }
}
