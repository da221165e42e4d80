package org.hydraworkbench.app.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.Sentence;
import org.hydraworkbench.decode.choice.Evidence;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;

/** One question and its answer as two bubbles. Tokens of the answer tell their probability under the mouse. */
final class ExchangeView extends VBox {

    /** Below this probability a token is underlined. */
    private static final double UNSURE = 0.3;

    private static final PseudoClass LOOKED_AT = PseudoClass.getPseudoClass("looked-at");

    private final Exchange exchange;
    private final Corrections corrections;
    private final Function<String, Direction> to;
    private final Sentence answer = new Sentence();
    private final VBox alternatives = new VBox(2);
    private final ObjectProperty<@Nullable Exchange> looking;

    ExchangeView(Exchange exchange, TranslateViewModel model, Corrections corrections) {
        super(8);
        this.exchange = exchange;
        this.corrections = corrections;
        looking = model.lookedAtProperty();
        to = Directed.language(exchange.request().to());
        if (!exchange.request().beside()) {
            getChildren().add(questionRow());
        }
        getChildren().add(answerRow(model));
        exchange.tokens().subscribe(this::showAnswer);
        exchange.answerProperty().subscribe(text -> showAnswer());
        exchange.alternatives().addListener((ListChangeListener<String>) change -> showAlternatives());
        showAlternatives();
    }

    private HBox questionRow() {
        String asked = exchange.request().text();
        Sentence text = new Sentence(asked, Directed.language(exchange.request().from()).apply(asked));
        VBox bubble = new VBox(meta(languageName(exchange.request().from())), text);
        bubble.getStyleClass().addAll("bubble", "bubble-source");
        HBox row = new HBox(bubble);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.setPadding(new Insets(0, 0, 0, 60));
        return row;
    }

    private HBox answerRow(TranslateViewModel model) {
        Exchange.Request asked = exchange.request();
        answer.getStyleClass().add("answer");
        ProgressIndicator waiting = new ProgressIndicator();
        waiting.setPrefSize(20, 20);
        waiting.setMaxSize(20, 20);
        Parts.shownWhen(waiting, exchange.stateProperty().map(state -> state == Exchange.State.WAITING));
        Label state = meta("");
        state.textProperty().bind(exchange.stateProperty().map(this::stateText));
        Parts.shownWhen(state, state.textProperty().map(text -> !text.isEmpty()));
        Label badge = new Label(
                asked.editedRows() == 0
                        ? Texts.get("translate.badge.off")
                        : Texts.format("translate.badge.on", asked.editedRows()));
        badge.getStyleClass().addAll("badge", "edited-rows");
        if (asked.editedRows() == 0) {
            badge.getStyleClass().add("off");
        }
        Sentence right = new Sentence();
        right.getStyleClass().add("bubble-meta");
        exchange.correctionProperty().subscribe(text -> right.show(text, to.apply(text)));
        HBox correction = beside(Texts.get("translate.corrected"), right);
        Parts.shownWhen(correction, exchange.correctionProperty().map(text -> !text.isEmpty()));
        badge.setVisible(!asked.hydra().isEmpty());
        badge.setManaged(badge.isVisible());
        Label means = new Label(Texts.get("translate.by.short." + asked.by()));
        means.getStyleClass().addAll("badge", "off");
        HBox head = Parts.bar(meta(languageName(asked.to())), means, badge, waiting);
        HBox light = new HBox();
        head.getChildren().add(light);
        exchange.shapedProperty().subscribe(() -> showLight(light));
        exchange.stateProperty().subscribe(() -> showLight(light)); // the last answer may be shaped as the first
        showLight(light);
        VBox bubble = new VBox(head, answer, alternatives, state, correction, commands(model));
        bubble.getStyleClass().addAll("bubble", "bubble-answer");
        bubble.setOnMouseClicked(event -> model.lookedAtProperty().set(exchange));
        model.lookedAtProperty().subscribe(looked -> bubble.pseudoClassStateChanged(LOOKED_AT, looked == exchange));
        HBox row = new HBox(bubble);
        row.setPadding(new Insets(0, exchange.request().beside() ? 0 : 20, 0, 0));
        return row;
    }

    private void showLight(HBox light) {
        light.getChildren().clear();
        if (!Double.isNaN(exchange.confidence())) {
            light.getChildren().add(Confidence.of(exchange.confidence()).light(exchange.confidence()));
        }
    }

    /** A language as people call it. */
    static String languageName(String tag) {
        return LanguageTag.of(tag).map(LanguageTag::displayName).orElse(tag);
    }

    private FlowPane commands(TranslateViewModel model) {
        Hyperlink correct = new Hyperlink(Texts.get("translate.correct"));
        correct.setOnAction(event -> corrections.correct(exchange));
        Hyperlink confirm = new Hyperlink(Texts.get("translate.confirm"));
        confirm.setTooltip(Parts.tip(Texts.get("translate.confirm.hint")));
        confirm.setOnAction(event -> corrections.confirm(exchange));
        Hyperlink again = new Hyperlink(Texts.get("translate.askAgain"));
        again.disableProperty().bind(model.answeringProperty());
        again.setOnAction(event -> model.askAgain(exchange));
        Hyperlink otherwise = new Hyperlink(Texts.get(
                exchange.request().editedRows() == 0 ? "translate.askWithEdits" : "translate.askWithoutEdits"));
        otherwise.disableProperty().bind(model.answeringProperty());
        otherwise.setOnAction(event -> model.askOtherwise(exchange));
        boolean comparable = exchange.request().editedRows() > 0;
        Parts.shownWhen(
                otherwise,
                model.overlayProperty().map(overlay ->
                        exchange.request().by() != AnswerBy.PHRASES && (comparable || overlay.ids().length > 0)));
        Button stop = new Button(Texts.get("translate.stop"));
        stop.setOnAction(event -> model.stop());
        FlowPane bar = new FlowPane(8, 2, confirm, correct, again, otherwise, stop);
        Parts.shownWhen(confirm, Bindings.createBooleanBinding(
                () -> ended(exchange.stateProperty().get())
                        && !exchange.answer().isEmpty()
                        && exchange.correctionProperty().get().isEmpty(),
                exchange.stateProperty(),
                exchange.correctionProperty()));
        Parts.shownWhen(again, exchange.stateProperty().map(ExchangeView::ended));
        Parts.shownWhen(correct, exchange.stateProperty().map(ExchangeView::ended));
        Parts.shownWhen(stop, exchange.stateProperty().map(state -> !ended(state)));
        return bar;
    }

    private static boolean ended(Exchange.State state) {
        return switch (state) {
            case WAITING, ANSWERING -> false;
            case DONE, STOPPED, FAILED -> true;
        };
    }

    private String stateText(Exchange.State state) {
        return switch (state) {
            case WAITING -> "";
            case ANSWERING -> exchange.request().by() == AnswerBy.EVERYTHING ? Texts.get("translate.state.answering") : "";
            case DONE ->
                exchange.answer().isEmpty()
                        ? Texts.get("translate.state.empty")
                        : !Double.isNaN(exchange.confidence())
                                ? ""
                        : Double.isNaN(exchange.logProbability())
                                ? Texts.get("translate.state.elsewhere")
                        : exchange.isStored()
                                ? Texts.format("translate.state.stored", percent(exchange.logProbability()))
                                : Texts.format("translate.state.done", percent(exchange.logProbability()), exchange.tokens().size());
            case STOPPED -> Texts.get("translate.state.stopped");
            case FAILED -> Texts.get("translate.state.failed");
        };
    }

    /** A probability given by its natural logarithm. */
    private static String percent(double logarithm) {
        double percent = 100 * Math.exp(logarithm);
        return percent < 0.001 ? "< 0.001" : Numbers.brief(percent);
    }

    /** A person knows at a glance that another was right, and should not have to type it. */
    private Hyperlink take(String other) {
        Hyperlink take = new Hyperlink(Texts.get("translate.take"));
        take.setTooltip(Parts.tip(Texts.get("translate.take.hint")));
        take.getStyleClass().add("bubble-meta");
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setOnAction(event -> corrections.take(exchange, other));
        Parts.shownWhen(take, exchange.stateProperty().map(ExchangeView::ended));
        return take;
    }

    private void showAlternatives() {
        List<String> others = exchange.alternatives();
        alternatives.getChildren().clear();
        for (int i = 0; i < others.size(); i++) {
            Direction way = to.apply(others.get(i));
            Sentence other = new Sentence(others.get(i), way);
            other.getStyleClass().add("bubble-meta");
            HBox line = beside("", other);
            Directed.set(line, way);
            Directed.write((Label) line.getChildren().getFirst(), (i + 2) + ".", way);
            line.getChildren().add(take(others.get(i)));
            alternatives.getChildren().add(line);
        }
        alternatives.setVisible(!others.isEmpty());
        alternatives.setManaged(!others.isEmpty());
    }

    /** The answer as one run; a token that a person should look at is told apart, each says of itself under the mouse. */
    private void showAnswer() {
        StringBuilder text = new StringBuilder();
        List<Sentence.Part> parts = new ArrayList<>();
        exchange.shapedProperty().get().stream().filter(shaped -> shaped.start() < shaped.end()).map(this::part).forEach(parts::add);
        for (AnswerToken token : exchange.tokens()) {
            String added = text.isEmpty() ? token.text().stripLeading() : token.text();
            parts.add(part(token, text.length(), text.length() + added.length()));
            text.append(added);
        }
        String shown = exchange.tokens().isEmpty() ? exchange.answer() : text.toString();
        answer.show(shown, to.apply(shown), parts);
    }

    private Sentence.Part part(Shaped shaped) {
        List<String> styles = new ArrayList<>(List.of("answer-token"));
        if (shaped.kind() == Evidence.Kind.CONFIRMED) {
            styles.add("edited");
        } else if (shaped.kind() == Evidence.Kind.COPIED || shaped.sureness() < UNSURE) {
            styles.add("unsure");
        }
        String kind = Texts.get("translate.evidence.kind." + shaped.kind());
        String seen = shaped.seen().isEmpty() ? "" : "\n" + Texts.format("translate.evidence.seen", shaped.seen());
        return new Sentence.Part(shaped.start(), shaped.end(), styles, shaped.source() + "\n" + kind + seen, () -> looking.set(exchange));
    }

    private static Sentence.Part part(AnswerToken token, int start, int end) {
        List<String> styles = new ArrayList<>(List.of("answer-token"));
        if (token.probability() < UNSURE) {
            styles.add("unsure");
        }
        if (token.edited()) {
            styles.add("edited");
        }
        String edited = token.edited() ? "\n" + Texts.get("translate.token.edited") : "";
        String tip = Texts.format(
                "translate.token",
                token.piece(),
                Integer.toString(token.id()),
                Numbers.brief(token.probability() * 100),
                token.table());
        return new Sentence.Part(start, end, styles, tip + edited);
    }

    /** A few words before a sentence, on the side on which the line begins. */
    private static HBox beside(String words, Sentence sentence) {
        Label label = meta(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(6, label, sentence);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        return line;
    }

    private static Label meta(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("bubble-meta");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
