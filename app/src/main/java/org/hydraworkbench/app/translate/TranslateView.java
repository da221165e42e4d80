package org.hydraworkbench.app.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.EmptyPane;
import org.hydraworkbench.app.parts.HoldOutOffer;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.service.ServiceCard;
import org.hydraworkbench.app.service.ServiceViewModel;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.SentenceArea;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.text.Direction;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The translate workspace: the conversation with the text to translate below; beside it how to translate, and what shaped the answer. */
final class TranslateView implements Workspace {

    /** The share of the width that the panel beside has at first. */
    private static final double SIDE = 0.32;

    /** How narrow the panel beside can be, in widths of an em. */
    private static final double NARROWEST = 21;

    private final TranslateViewModel model;
    private final WeightsViewModel weights;
    private final List<Exchange> shown = new ArrayList<>();
    private final VBox bubbles = new VBox();
    private final ScrollPane scroll = new ScrollPane(bubbles);
    private final SentenceArea area = new SentenceArea(2, Direction::of);
    private final List<ActionSpec> actions;
    private final StackPane view;

    TranslateView(Workbench workbench, ServiceViewModel service) {
        model = new TranslateViewModel(workbench);
        weights = new WeightsViewModel(workbench);
        ConversationFiles files = new ConversationFiles(workbench, model.conversation());
        ActionSpec send = ActionSpec.of("translate.send", model::send)
                .withIcon(MaterialDesignS.SEND_OUTLINE)
                .enabledWhen(model.canSend());
        ActionSpec file = ActionSpec.of("translate.file", model::translateFile)
                .withIcon(MaterialDesignF.FILE_DOCUMENT_OUTLINE)
                .enabledWhen(model.canTranslateFile());
        ActionSpec markdown = ActionSpec.of("translate.markdown", files::saveMarkdown)
                .withIcon(MaterialDesignL.LANGUAGE_MARKDOWN_OUTLINE)
                .enabledWhen(Bindings.isNotEmpty(model.conversation()));
        ActionSpec table = ActionSpec.of("translate.tsv", files::saveTsv)
                .enabledWhen(Bindings.isNotEmpty(model.conversation()));
        Corrections corrections = new Corrections(workbench, model.conversation());
        ActionSpec keep = ActionSpec.of("translate.keep", corrections::addToCorpus)
                .withIcon(MaterialDesignB.BOOK_PLUS_OUTLINE)
                .enabledWhen(corrections.waitingProperty().greaterThan(0));
        ActionSpec begin = ActionSpec.of("translate.begin", model::begin)
                .withIcon(MaterialDesignM.MESSAGE_PLUS_OUTLINE)
                .enabledWhen(Bindings.isNotEmpty(model.conversation()));
        ActionSpec learn = ActionSpec.of("translate.learn", weights::learn).enabledWhen(weights.canLearn());
        actions = List.of(begin, keep, file, markdown, table, learn);
        bubbles.getStyleClass().add("conversation");
        bubbles.setFillWidth(true);
        scroll.setFitToWidth(true);
        scroll.setId("translate-conversation");
        model.conversation().addListener((ListChangeListener<Exchange>) change -> show(corrections));
        Invitation invitation = new Invitation(model, () -> area.field().requestFocus());
        invitation.visibleProperty().bind(Bindings.isEmpty(model.conversation()));
        scroll.visibleProperty().bind(invitation.visibleProperty().not());
        BorderPane talk = new BorderPane(new StackPane(scroll, invitation));
        Label keys = Parts.hint("translate.keys");
        talk.setBottom(inputRow(send, keys));
        SplitPane desk = new SplitPane(talk, side(workbench, service, learn));
        desk.setDividerPositions(1 - SIDE);
        desk.widthProperty().addListener(change -> turn(desk, keys));
        desk.visibleProperty().bind(model.translatorsProperty().map(Translators::any));
        EmptyPane empty = new EmptyPane(
                MaterialDesignM.MESSAGE_TEXT_OUTLINE,
                "translate.empty",
                ActionSpec.of("translate.toAlignment", () -> workbench.navigator().show(Step.ALIGNMENT)));
        empty.visibleProperty().bind(desk.visibleProperty().not().and(model.unreadProperty().not()));
        view = Parts.dressed(new StackPane(empty, desk));
        view.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.answeringProperty().get()) {
                model.stop();
                event.consume();
            }
        });
        pollWhileAnswering();
    }

    private ScrollPane side(Workbench workbench, ServiceViewModel service, ActionSpec learn) {
        VBox cards = new VBox(
                12,
                Parts.card("translate.how", new QuestionForm(model), Parts.hint("translate.honest")),
                Parts.card("translate.evidence", new EvidencePane(workbench, model)),
                new GlossaryCard(new GlossaryViewModel(workbench), new LanguageNames(workbench.project())),
                new WeightsCard(
                        weights, new HoldOutOffer(workbench, new SimpleObjectProperty<>(CorpusRole.DEVELOPMENT)), learn),
                new ServiceCard(service));
        cards.getStyleClass().add("translate-side");
        ScrollPane side = new ScrollPane(cards);
        side.setFitToWidth(true);
        side.setMinWidth(0);
        return side;
    }

    private void pollWhileAnswering() {
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                model.poll();
            }
        };
        model.answeringProperty().subscribe(answering -> {
            if (answering) {
                timer.start();
            } else {
                timer.stop();
            }
        });
    }

    /** A row for each question, with its answer, and the other answer beside it where there is one. */
    private void show(Corrections corrections) {
        List<Exchange> now = model.conversation();
        if (shown.size() > now.size() || !now.subList(0, shown.size()).equals(shown)) {
            shown.clear();
            bubbles.getChildren().clear();
        }
        for (Exchange exchange : List.copyOf(now.subList(shown.size(), now.size()))) {
            shown.add(exchange);
            ExchangeView view = new ExchangeView(exchange, model, corrections);
            if (exchange.request().beside() && !bubbles.getChildren().isEmpty()) {
                ((HBox) bubbles.getChildren().getLast()).getChildren().add(view);
            } else {
                HBox row = new HBox(12, view);
                row.setAlignment(Pos.BOTTOM_LEFT);
                row.heightProperty().subscribe(height -> Platform.runLater(() -> keepInView(row)));
                bubbles.getChildren().add(row);
            }
            HBox.setHgrow(view, Priority.ALWAYS);
        }
    }

    /** What grows at the end of the conversation stays in view. */
    private void keepInView(HBox row) {
        if (!bubbles.getChildren().isEmpty() && bubbles.getChildren().getLast() == row) {
            scroll.setVvalue(1);
        }
    }

    /** What is beside the conversation goes below it where there is no room: in a narrow window, or with large text. */
    private static void turn(SplitPane desk, Label text) {
        boolean beside = desk.getWidth() * SIDE >= NARROWEST * text.getFont().getSize();
        desk.setOrientation(beside ? Orientation.HORIZONTAL : Orientation.VERTICAL);
    }

    private HBox inputRow(ActionSpec send, Label keys) {
        model.choice().fromProperty().subscribe(from -> area.setDirection(Directed.language(from)));
        TextArea input = area.field();
        input.setId("translate-input");
        input.setPromptText(Texts.get("translate.input.prompt"));
        input.setAccessibleText(Texts.get("translate.input"));
        input.textProperty().bindBidirectional(model.inputProperty());
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShiftDown()) {
                model.send();
                event.consume();
            }
        });
        HBox.setHgrow(area, Priority.ALWAYS);
        VBox side = new VBox(6, Actions.primaryButton(send), keys);
        Parts.wide(side, 12, 20);
        HBox row = Parts.bar(area, side);
        row.getStyleClass().add("conversation-input");
        return row;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node first() {
        return area.field();
    }

    @Override
    public List<ActionSpec> actions() {
        return actions;
    }

    @Override
    public List<String> facts() {
        Translators with = model.translatorsProperty().get();
        return with.hydra()
                .map(hydra -> Texts.format("translate.fact", hydra.name(), model.overlayProperty().get().ids().length))
                .or(() -> with.taught() ? Optional.of(Texts.get("translate.fact.phrases")) : Optional.empty())
                .stream()
                .toList();
    }

    @Override
    public void shown() {
        model.setShown(true);
    }

    @Override
    public void hidden() {
        model.setShown(false);
    }
}
