package org.hydraworkbench.app.shell;

import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.hydraworkbench.app.writing.Sentence;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.Isolates;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/**
 * Shows messages in strips of their own above the workspaces, so that they lie over nothing: one for what went wrong, one for the rest.
 * A newer message takes the place of the older in its strip. The status bar says only what went well, and nothing older than a strip.
 */
final class NoticePane extends BorderPane implements Notices {

    private static final Duration SHOWN = Duration.seconds(20);

    private final ShellViewModel model;
    private final Strip problem = new Strip("notice-problem", MaterialDesignA.ALERT_CIRCLE_OUTLINE);
    private final Strip info = new Strip("notice-info", MaterialDesignI.INFORMATION_OUTLINE);
    private final PauseTransition pause = new PauseTransition(SHOWN);
    private @Nullable Step troubled;
    private boolean passing;

    NoticePane(Node content, ShellViewModel model) {
        this.model = model;
        setTop(new VBox(problem, info));
        setCenter(content);
        pause.setOnFinished(event -> info.close());
    }

    @Override
    public void status(String text) {
        model.setMessage(Isolates.quoted(text));
    }

    @Override
    public void info(String text, @Nullable ActionSpec action) {
        model.setMessage("");
        info.show(Isolates.quoted(text), action);
        pause.playFromStart();
    }

    @Override
    public void problem(String text, @Nullable ActionSpec action) {
        problem(null, false, text, action);
    }

    /** Shows what went wrong with a job of a step. */
    void jobFailed(Step step, String text, ActionSpec details) {
        problem(step, false, text, details);
    }

    /** Shows what went wrong with something short that was done in the workspace in view. */
    void passingFailed(String text, ActionSpec details) {
        problem(null, true, text, details);
    }

    private void problem(@Nullable Step step, boolean isPassing, String text, @Nullable ActionSpec action) {
        model.setMessage("");
        troubled = step;
        passing = isPassing;
        problem.show(Isolates.quoted(text), action);
    }

    /** A job of a step went well: what went wrong with one before is over. */
    void wentWell(Step step) {
        if (step == troubled) {
            problem.close();
        }
    }

    /** Something else was done, or another workspace is in view: what went wrong in passing is over. */
    void movedOn() {
        if (passing) {
            problem.close();
        }
    }

    /** Takes the messages away: they were about another project. */
    void clear() {
        problem.close();
        info.close();
        model.setMessage("");
    }

    /** One message with its action and a button to close it; takes no room while there is none. */
    private static final class Strip extends HBox {

        private final Sentence text = new Sentence();
        private final HBox actions = new HBox();

        Strip(String style, Ikon ikon) {
            getStyleClass().addAll("notice", style);
            setId(style);
            setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(text, Priority.ALWAYS);
            Button close = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
            close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
            close.setAccessibleText(Texts.get("notice.close"));
            close.setTooltip(new Tooltip(Texts.get("notice.close")));
            close.setOnAction(event -> close());
            getChildren().addAll(new FontIcon(ikon), text, actions, close);
            managedProperty().bind(visibleProperty());
            setVisible(false);
        }

        void show(String message, @Nullable ActionSpec action) {
            text.show(message, Direction.LEFT_TO_RIGHT);
            actions.getChildren().clear();
            if (action != null) {
                Button button = Actions.button(action);
                button.setMinWidth(Region.USE_PREF_SIZE);
                button.setOnAction(event -> {
                    close();
                    action.run();
                });
                actions.getChildren().add(button);
            }
            setVisible(true);
        }

        void close() {
            setVisible(false);
        }
    }
}
