package org.hydraworkbench.app.translate;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.EmptyPane;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.SentenceArea;
import org.hydraworkbench.text.Direction;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The translate workspace: settings above, the conversation, the text to translate below. */
final class TranslateView implements Workspace {

    private final TranslateViewModel model;
    private final VBox bubbles = new VBox();
    private final ScrollPane scroll = new ScrollPane(bubbles);
    private final SentenceArea area = new SentenceArea(2, Direction::of);
    private final List<ActionSpec> actions;
    private final StackPane view;

    TranslateView(Workbench workbench) {
        model = new TranslateViewModel(workbench);
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
        actions = List.of(begin, keep, file, markdown, table);
        bubbles.getStyleClass().add("conversation");
        bubbles.setFillWidth(true);
        scroll.setFitToWidth(true);
        scroll.setId("translate-conversation");
        model.conversation().addListener((ListChangeListener<Exchange>) change -> show(corrections));
        VBox top = new VBox(new QuestionBar(model), Parts.hint("translate.honest"));
        top.getStyleClass().add("conversation-top");
        BorderPane desk = new BorderPane();
        desk.setTop(top); // one after the other, so that the Tab key goes through them from top to bottom
        desk.setCenter(scroll);
        desk.setBottom(inputRow(send));
        desk.visibleProperty().bind(model.hydraProperty().map(found -> found.hydra().isPresent()));
        EmptyPane empty = new EmptyPane(
                MaterialDesignM.MESSAGE_TEXT_OUTLINE,
                "translate.empty",
                ActionSpec.of("translate.toTransfer", () -> workbench.navigator().show(Step.TRANSFER)));
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

    private void show(Corrections corrections) {
        List<Exchange> shown = model.conversation();
        while (bubbles.getChildren().size() > shown.size()) {
            bubbles.getChildren().removeLast();
        }
        for (int i = bubbles.getChildren().size(); i < shown.size(); i++) {
            ExchangeView exchange = new ExchangeView(shown.get(i), model, corrections);
            // What grows at the end of the conversation stays in view.
            exchange.heightProperty().subscribe(height -> Platform.runLater(() -> {
                if (!bubbles.getChildren().isEmpty() && bubbles.getChildren().getLast() == exchange) {
                    scroll.setVvalue(1);
                }
            }));
            bubbles.getChildren().add(exchange);
        }
    }

    private HBox inputRow(ActionSpec send) {
        model.fromProperty().subscribe(from -> area.setDirection(Directed.language(from)));
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
        Label keys = Parts.hint("translate.keys");
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
        return model.hydraProperty().get().hydra().stream()
                .map(hydra -> Texts.format("translate.fact", hydra.name(), model.overlayProperty().get().ids().length))
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
