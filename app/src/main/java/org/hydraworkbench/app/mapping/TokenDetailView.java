package org.hydraworkbench.app.mapping;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.Sentence;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/** The row of one target token in full: where it came from, all its source tokens, and sentences that it rests on. */
final class TokenDetailView extends ScrollPane {

    private final MappingViewModel model;
    private final LanguageNames names;
    private final Label token = new Label();
    private final Label note = Parts.hintText("");
    private final Label facts = Parts.hintText("");
    private final Label origin = Parts.hintText("");
    private final MixtureBars bars;
    private final VBox examples = new VBox(8);

    TokenDetailView(MappingViewModel model, LanguageNames names) {
        this.model = model;
        this.names = names;
        bars = new MixtureBars(40, token -> names.direction(Side.SOURCE, token));
        setId("mapping-detail");
        getStyleClass().add("part-scroll");
        setFitToWidth(true);
        setStyle("-fx-min-width: 15em;");
        token.getStyleClass().add(Styles.TITLE_3);
        token.setId("mapping-token");
        Parts.shownWhen(note, note.textProperty().map(text -> !text.isEmpty()));
        VBox rests = new VBox(8, Parts.title("mapping.examples"), examples);
        Parts.shownWhen(rests, model.examplesProperty().map(found -> !found.isEmpty()));
        VBox chosen = new VBox(14, token, note, facts, origin, Parts.title("mapping.sources"), bars, rests);
        Parts.shownWhen(chosen, model.selectedProperty().isNotNull());
        Label none = Parts.hint("mapping.choose");
        Parts.shownWhen(none, model.selectedProperty().isNull());
        VBox page = new VBox(none, chosen);
        page.getStyleClass().add("part-page");
        setContent(page);
        model.selectedProperty().subscribe(this::show);
        model.examplesProperty().subscribe(this::showExamples);
    }

    private void show(@Nullable TokenLine line) {
        if (line == null) {
            return;
        }
        note.setText(line.note());
        Directed.write(token, line.token(), names.direction(Side.TARGET, line.token()));
        facts.setText(Texts.format("mapping.facts", String.valueOf(line.id()), line.row().size(), line.entropy(), line.evidence()));
        facts.setTooltip(new Tooltip(Texts.format(
                "mapping.facts.exact", String.valueOf(line.id()), line.row().size(), line.entropy(), line.evidence())));
        origin.setText(Texts.get("mapping.origin." + line.origin().name().toLowerCase(Locale.ROOT) + ".long"));
        bars.show(model.mixture(line));
    }

    private void showExamples(List<PairRow> pairs) {
        examples.getChildren().setAll(pairs.stream().map(this::example).toList());
    }

    private Node example(PairRow pair) {
        Sentence source = new Sentence(pair.source(), names.direction(Side.SOURCE, pair.source()));
        Sentence target = new Sentence(pair.target(), names.direction(Side.TARGET, pair.target()));
        target.getStyleClass().add("example-target");
        VBox open = new VBox(2, source, target);
        open.getStyleClass().add("example");
        open.setFocusTraversable(true);
        open.setAccessibleRole(AccessibleRole.BUTTON);
        open.setAccessibleText(Texts.format("mapping.example.open", pair.source()));
        open.setOnMouseClicked(event -> model.openPair(pair));
        open.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                model.openPair(pair);
                event.consume();
            }
        });
        return open;
    }
}
