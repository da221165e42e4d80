package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {

    private final PaletteViewModel model = new PaletteViewModel();

    private static ActionSpec action(String id) {
        return ActionSpec.of(id, () -> {});
    }

    private List<String> shown() {
        return model.shown().stream().map(ActionSpec::id).toList();
    }

    @Test
    void showsEverythingBeforeAnythingIsTyped() {
        model.open(List.of(action("undo"), action("redo")));
        assertThat(shown()).containsExactly("undo", "redo");
    }

    @Test
    void beginningOfTheNameComesBeforeBeginningOfAWord() {
        model.open(List.of(action("text.normal"), action("settings")));
        model.queryProperty().set("s");
        assertThat(shown()).containsExactly("settings", "text.normal");
    }

    @Test
    void scatteredLettersFindAName() {
        model.open(List.of(action("go.tokenizer"), action("quit")));
        model.queryProperty().set("gtk");
        assertThat(shown()).containsExactly("go.tokenizer");
    }

    @Test
    void anActionIsFoundByOtherWordsForIt() {
        model.open(List.of(action("go.home"), action("theme"), action("palette")));
        model.queryProperty().set("dark mode");
        assertThat(shown()).containsExactly("theme");
        model.queryProperty().set("shortcut");
        assertThat(shown()).first().isEqualTo("palette");
        model.queryProperty().set("appea");
        assertThat(shown()).first().isEqualTo("theme");
    }

    @Test
    void whatCannotBeDoneNowComesLast() {
        model.open(List.of(action("undo").enabledWhen(new SimpleBooleanProperty(false)), action("redo")));
        assertThat(shown()).containsExactly("redo", "undo");
    }

    @Test
    void openingAgainForgetsWhatWasTyped() {
        model.open(List.of(action("undo")));
        model.queryProperty().set("zzz");
        assertThat(shown()).isEmpty();
        model.open(List.of(action("undo")));
        assertThat(shown()).containsExactly("undo");
    }

    @Test
    void prefixBeatsWordBeatsMiddleBeatsScatter() {
        assertThat(PaletteViewModel.score("larger text", "lar")).isZero();
        assertThat(PaletteViewModel.score("larger text", "tex")).isEqualTo(1);
        assertThat(PaletteViewModel.score("larger text", "ext")).isEqualTo(2);
        assertThat(PaletteViewModel.score("larger text", "lt")).isGreaterThan(2).isLessThan(Integer.MAX_VALUE);
        assertThat(PaletteViewModel.score("larger text", "xl")).isEqualTo(Integer.MAX_VALUE);
    }
}
