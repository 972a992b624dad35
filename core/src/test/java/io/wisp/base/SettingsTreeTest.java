package io.wisp.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTreeTest {
  private enum Colour {
    RED,
    DARK_BLUE
  }

  private record Paint(Colour colour, double litres) {
    private Paint {
      if (litres <= 0) {
        throw new UserError("paint.litres is " + litres + ", but must be above 0.");
      }
    }
  }

  private record House(int rooms, List<Integer> floors, Paint wallPaint) {}

  private static final House HOUSE = new House(4, List.of(1, 2), new Paint(Colour.RED, 2.5));

  @TempDir private Path folder;

  @Test
  void anOverlayChangesWhatItNamesAndKeepsTheRest() {
    assertThat(changed("wall_paint: {litres: 7}"))
        .isEqualTo(new House(4, List.of(1, 2), new Paint(Colour.RED, 7)));
  }

  @Test
  void aListIsReplacedAsAWhole() {
    assertThat(changed("floors: [9]").floors()).containsExactly(9);
  }

  @Test
  void anOverlayLeavesItsBaseAlone() {
    ObjectNode base = SettingsTree.tree(HOUSE);
    SettingsTree.overlay(base, SettingsTree.assignment("rooms=9"), "test");
    assertThat(base).isEqualTo(SettingsTree.tree(HOUSE));
  }

  @Test
  void aSectionWithNothingInItChangesNothing() {
    assertThat(changed("wall_paint:")).isEqualTo(HOUSE);
  }

  @Test
  void anUnknownNameIsRefusedWithTheNamesThatThereAre() {
    assertThatThrownBy(() -> changed("wall_paint: {liters: 7}"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "the file sets wall_paint.liters, which does not exist; there are: colour, litres.");
  }

  @Test
  void enumsAreReadInAnyCase() {
    assertThat(changed("wall_paint: {colour: dark_Blue}").wallPaint().colour())
        .isEqualTo(Colour.DARK_BLUE);
  }

  @Test
  void aValueOfTheWrongKindIsNamedByItsPath() {
    assertThatThrownBy(() -> changed("wall_paint: {colour: mauve}"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("wall_paint.colour")
        .hasMessageContaining("mauve");
  }

  @Test
  void aFractionIsNoCount() {
    assertThatThrownBy(() -> changed("rooms: 2.7"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("rooms");
  }

  @Test
  void aCheckOfTheRecordSpeaksForItself() {
    assertThatThrownBy(() -> changed("wall_paint: {litres: -1}"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("paint.litres is -1.0, but must be above 0.");
  }

  @Test
  void aRecordSurvivesItsYaml() {
    assertThat(as(SettingsTree.parseYaml(SettingsTree.toYaml(HOUSE), "test"))).isEqualTo(HOUSE);
  }

  @Test
  void anAssignmentReadsItsValueAsYaml() {
    assertThat(SettingsTree.assignment("a.b=[1, 2]").toString()).isEqualTo("{\"a\":{\"b\":[1,2]}}");
    assertThat(SettingsTree.assignment("a=0.5").toString()).isEqualTo("{\"a\":0.5}");
    assertThat(SettingsTree.assignment("a=x=y").toString()).isEqualTo("{\"a\":\"x=y\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rooms", "=5", ".=5", "rooms.=5", ".rooms=5", "a..b=5", " =5"})
  void anAssignmentWithoutANameIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> SettingsTree.assignment(text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("write name=value, such as train.steps=2000");
  }

  @Test
  void anAssignmentWithoutAValueIsRefused() {
    assertThatThrownBy(() -> as(overlaid(SettingsTree.assignment("rooms="))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("rooms");
  }

  @Test
  void anAssignmentOfBrokenYamlIsRefused() {
    assertThatThrownBy(() -> SettingsTree.assignment("floors=[1, 2"))
        .isInstanceOf(UserError.class)
        .hasMessage("floors=[1, 2: the value is not valid YAML.");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> SettingsTree.readYaml(folder.resolve("none.yaml")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none.yaml cannot be read");
  }

  @Test
  void aFileOfSomethingElseIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("list.yaml"), "- 1\n- 2\n");
    assertThatThrownBy(() -> SettingsTree.readYaml(file))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith("list.yaml must hold name: value lines.");
  }

  @Test
  void anEmptyFileHoldsNoSettings() throws IOException {
    Path file = Files.writeString(folder.resolve("empty.yaml"), "# nothing yet\n");
    assertThat(SettingsTree.readYaml(file)).isEmpty();
  }

  private static House changed(String yaml) {
    return as(overlaid(SettingsTree.parseYaml(yaml, "the file")));
  }

  private static ObjectNode overlaid(ObjectNode overlay) {
    return SettingsTree.overlay(SettingsTree.tree(HOUSE), overlay, "the file");
  }

  private static House as(ObjectNode tree) {
    return SettingsTree.as(House.class, tree, "settings");
  }
}
