package org.hydraworkbench.app.alignment;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.mapping.MixtureBars;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.text.Side;

/** The effect of the last edit: source mixtures before and after as bars, how far the embedding row moved, and the time. */
final class EffectView extends VBox {

    private static final int MOST = 8;

    private final IntConsumer show;
    private final VBox changed = new VBox();
    private final LanguageNames names;
    private final VBox chosen = new VBox();
    private final Label time = Parts.hintText("");

    /** @param show shows a target token in the mapping workspace */
    EffectView(EffectViewModel model, LanguageNames names, IntConsumer show) {
        this.names = names;
        this.show = show;
        setId("effect");
        getStyleClass().add("effect");
        time.setId("effect-time");
        changed.setId("effect-changed");
        chosen.setId("effect-chosen");
        changed.getStyleClass().add("effect-tokens");
        chosen.getStyleClass().add("effect-tokens");
        Label none = Parts.hint("alignment.effect.noMapping");
        Parts.shownWhen(none, model.liveProperty().not());
        Label waiting = Parts.hint("alignment.effect.waiting");
        VBox edits = new VBox(8, Parts.title("alignment.effect.title"), time, waiting, changed);
        VBox segment = new VBox(8, Parts.title("alignment.effect.chosen"), chosen);
        Parts.shownWhen(edits, model.liveProperty());
        Parts.shownWhen(segment, model.chosenProperty().map(rows -> !rows.isEmpty()));
        Parts.shownWhen(time, time.textProperty().isNotEmpty());
        Parts.shownWhen(waiting, model.effectProperty().map(effect -> effect == EffectViewModel.Effect.NONE));
        VBox all = new VBox(16, none, edits, segment);
        all.getStyleClass().add("effect-content");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        model.effectProperty().subscribe(this::showEffect);
        model.chosenProperty().subscribe(rows -> fill(chosen, rows));
    }

    private void showEffect(EffectViewModel.Effect effect) {
        fill(changed, effect.tokens());
        if (effect == EffectViewModel.Effect.NONE) {
            time.setText("");
        } else if (effect.tokens().isEmpty()) {
            time.setText(Texts.get("alignment.effect.nothing"));
        } else if (effect.milliseconds() < 0) {
            time.setText(Texts.format("alignment.effect.count", effect.tokens().size()));
        } else {
            time.setText(Texts.format("alignment.effect.time", effect.tokens().size(), effect.milliseconds()));
        }
    }

    private void fill(VBox box, List<TokenEffect> tokens) {
        box.getChildren().setAll(tokens.stream().limit(MOST).map(this::token).toList());
        if (tokens.size() > MOST) {
            box.getChildren().add(Parts.hintText(Texts.format("alignment.effect.more", tokens.size() - MOST)));
        }
    }

    private Node token(TokenEffect effect) {
        Hyperlink name = new Hyperlink();
        name.getStyleClass().add("effect-token");
        Directed.write(name, effect.token(), names.direction(Side.TARGET, effect.token()));
        name.setOnAction(event -> show.accept(effect.id()));
        MixtureBars bars = new MixtureBars(token -> names.direction(Side.SOURCE, token));
        if (effect.isChange()) {
            bars.showChange(effect.before(), effect.after());
        } else {
            bars.show(effect.after());
        }
        VBox box = new VBox(4, name, bars);
        if (!Double.isNaN(effect.cosine())) {
            Label shift = Parts.hintText(Texts.format("alignment.effect.shift", effect.cosine(), effect.distance()));
            box.getChildren().add(1, shift);
        }
        if (effect.after().shares().isEmpty()) {
            box.getChildren().add(Parts.hint("alignment.effect.unmapped"));
        }
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }
}
