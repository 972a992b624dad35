package io.wisp.report;

import java.awt.image.BufferedImage;
import java.util.List;

/** A part of the report page. A page shows its sections in order and leaves out empty ones. */
public sealed interface Section {
  /** The heading, also the entry in the table of contents. */
  String title();

  /** Whether there is nothing to show. */
  boolean isEmpty();

  /**
   * The table of results.
   *
   * @param distanceUnit unit of HD95: {@code mm} or {@code px}
   * @param rows a line per method or setting
   * @param note what the figures are over; may be empty
   */
  record Results(String title, String distanceUnit, List<ResultRow> rows, String note)
      implements Section {
    public Results {
      rows = List.copyOf(rows);
    }

    @Override
    public boolean isEmpty() {
      return rows.isEmpty();
    }
  }

  /**
   * Slices shown from image to overlay.
   *
   * @param choice how these slices were chosen, in a sentence
   */
  record Examples(String title, String choice, List<ExampleRow> rows) implements Section {
    public Examples {
      rows = List.copyOf(rows);
    }

    @Override
    public boolean isEmpty() {
      return rows.isEmpty();
    }
  }

  /**
   * Charts side by side.
   *
   * @param charts all of them are shown if one has something to draw
   */
  record Charts(String title, List<? extends Chart> charts) implements Section {
    public Charts {
      charts = List.copyOf(charts);
    }

    @Override
    public boolean isEmpty() {
      return charts.stream().allMatch(Chart::isEmpty);
    }
  }

  /**
   * The table of volumes.
   *
   * @param distanceUnit unit of HD95: {@code mm} or {@code px}
   */
  record Volumes(String title, String distanceUnit, List<VolumeRow> rows) implements Section {
    public Volumes {
      rows = List.copyOf(rows);
    }

    @Override
    public boolean isEmpty() {
      return rows.isEmpty();
    }
  }

  /**
   * A table of ready texts.
   *
   * @param columns the heads; the first column names the row
   * @param rows as many cells each as there are columns
   * @param note what the figures are; may be empty
   */
  record Table(String title, List<String> columns, List<List<String>> rows, String note)
      implements Section {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    @Override
    public boolean isEmpty() {
      return rows.isEmpty();
    }
  }

  /** Whole pictures below one another, such as strips of maps. */
  record Pictures(String title, List<Picture> pictures) implements Section {
    public Pictures {
      pictures = List.copyOf(pictures);
    }

    @Override
    public boolean isEmpty() {
      return pictures.isEmpty();
    }
  }

  /** A picture with what it shows, in a sentence. */
  record Picture(BufferedImage image, String caption) {}

  /** Images drawn from the model, class by class. */
  record Samples(String title, List<ClassSamples> classes) implements Section {
    public Samples {
      classes = List.copyOf(classes);
    }

    @Override
    public boolean isEmpty() {
      return classes.stream().allMatch(one -> one.images().isEmpty());
    }
  }

  /** Whole texts that a reader can unfold, such as the configuration file. */
  record Documents(String title, List<Document> documents) implements Section {
    public Documents {
      documents = List.copyOf(documents);
    }

    @Override
    public boolean isEmpty() {
      return documents.isEmpty();
    }
  }

  /** Sentences, such as how empty masks are counted. */
  record Notes(String title, List<String> sentences) implements Section {
    public Notes {
      sentences = List.copyOf(sentences);
    }

    @Override
    public boolean isEmpty() {
      return sentences.isEmpty();
    }
  }

  /** A text with the name of the file it is. */
  record Document(String name, String text) {}
}
