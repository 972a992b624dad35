package io.wisp.app;

import io.wisp.volume.ScanFormat;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is read of DICOM folders that hold several series, or slices whose place is unknown. */
final class SeriesOptions {
  @Option(
      names = "--series",
      paramLabel = "SERIES",
      description =
          "Series to read of DICOM folders that hold several: its number, description or"
              + " identifier, as `wisp info` lists them; or all, each for itself (`prepare` and"
              + " `segment`)."
              + " Default: such folders are refused.")
  private String series;

  @Option(
      names = "--order",
      paramLabel = "number|name",
      converter = OrderConverter.class,
      description =
          "How to order DICOM slices whose place in space their files do not tell: by their number"
              + " or the files' names. Default: they are refused.")
  private ScanFormat.Order order;

  ScanFormat.Choice choice() {
    return new ScanFormat.Choice(Optional.ofNullable(series), Optional.ofNullable(order));
  }

  static final class OrderConverter implements ITypeConverter<ScanFormat.Order> {
    @Override
    public ScanFormat.Order convert(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "number" -> ScanFormat.Order.NUMBER;
        case "name" -> ScanFormat.Order.NAME;
        default ->
            throw new TypeConversionException("it is \"%s\", not number or name".formatted(text));
      };
    }
  }
}
