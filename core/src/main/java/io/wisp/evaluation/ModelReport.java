package io.wisp.evaluation;

import io.wisp.base.SettingsTree;
import io.wisp.report.ClassSamples;
import io.wisp.report.Grid;
import io.wisp.report.LossChart;
import io.wisp.report.LossCurve;
import io.wisp.report.Section;
import io.wisp.segmentation.TrainedModel;
import io.wisp.training.RunFolder;
import io.wisp.training.Sampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The report's sections about the model itself: its training, its samples, its settings. */
final class ModelReport {
  private static final int SAMPLES = 6;
  private static final long SAMPLE_SEED = 7;

  private ModelReport() {}

  static List<Section> of(TrainedModel model) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section.Charts("Training", lossCharts(model)));
    model
        .sampler()
        .ifPresent(s -> sections.add(new Section.Samples("Drawn by the model", samples(model, s))));
    sections.add(new Section.Documents("Configuration", documents(model)));
    return sections;
  }

  private static List<LossChart> lossCharts(TrainedModel model) {
    return model.folders().stream()
        .map(f -> new LossCurve("training loss, " + f.kind().kindName(), f.lossCurve().points()))
        .map(LossChart::new)
        .filter(chart -> !chart.isEmpty())
        .toList();
  }

  private static List<Section.Document> documents(TrainedModel model) {
    List<Section.Document> documents = new ArrayList<>();
    documents.add(new Section.Document("config.yaml", SettingsTree.toYaml(model.settings())));
    for (RunFolder folder : model.folders()) {
      documents.add(
          new Section.Document("run.json of the " + folder.kind().kindName(), folder.factsText()));
    }
    return documents;
  }

  private static List<ClassSamples> samples(TrainedModel model, Sampler sampler) {
    int size = model.settings().network().imageSize();
    List<ClassSamples> classes = new ArrayList<>();
    int absent = model.settings().contrast().absent();
    for (int label = 0; label < model.settings().network().numClasses(); label++) {
      List<Grid> grids =
          sampler.sample(label, SAMPLES, SAMPLE_SEED).stream()
              .map(pixels -> new Grid(size, size, Arrays.copyOf(pixels, size * size)))
              .toList();
      classes.add(new ClassSamples("label " + label + (label == absent ? " (absent)" : ""), grids));
    }
    return classes;
  }
}
