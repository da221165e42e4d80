package org.hydraworkbench.app.shell;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hydraworkbench.base.HydraException;
import org.jspecify.annotations.Nullable;

/** One job in the list: title, progress, what is being done, time left, cancel, log. */
final class JobRow extends VBox {

    private final JobRun<?> run;

    JobRow(JobRun<?> run) {
        this.run = run;
        getStyleClass().add("job-row");

        Label title = new Label(run.title());
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button cancel = new Button(Texts.get("cancel"));
        cancel.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        cancel.setAccessibleText(Texts.format("jobs.cancel", run.title()));
        cancel.setOnAction(event -> {
            run.cancel();
            cancel.setDisable(true);
        });
        cancel.setDisable(run.isCancelRequested());
        ToggleButton log = new ToggleButton(Texts.get("jobs.log"));
        log.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        HBox head = new HBox(title, log, cancel);
        head.setAlignment(Pos.CENTER_LEFT);

        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(Styles.SMALL);
        bar.progressProperty().bind(run.progressProperty());
        Label standing = new Label();
        standing.setWrapText(true);
        standing.getStyleClass().add(Styles.TEXT_MUTED);
        standing.textProperty()
                .bind(Bindings.createStringBinding(
                        this::standing, run.stateProperty(), run.messageProperty(), run.timeLeftProperty()));
        run.stateProperty().subscribe(state -> {
            boolean ended = run.isEnded();
            cancel.setVisible(!ended);
            cancel.setManaged(!ended);
            bar.setVisible(!ended);
            bar.setManaged(!ended);
        });
        TextArea lines = new TextArea();
        lines.setEditable(false);
        lines.setPrefRowCount(8);
        lines.getStyleClass().add("details");
        lines.setAccessibleText(Texts.get("jobs.log"));
        log.selectedProperty().subscribe(shown -> {
            getChildren().remove(lines);
            if (shown) {
                lines.setText(String.join("\n", run.log()));
                getChildren().add(lines);
                lines.positionCaret(lines.getLength());
            }
        });
        run.messageProperty().subscribe(text -> {
            if (log.isSelected()) {
                lines.setText(String.join("\n", run.log()));
                lines.positionCaret(lines.getLength());
            }
        });
        getChildren().addAll(head, bar, standing);
    }

    private String standing() {
        String state = Texts.get("jobs.state." + run.state().name().toLowerCase(Locale.ROOT));
        return switch (run.state()) {
            case WAITING -> state;
            case RUNNING -> joined(
                    run.messageProperty().get().isEmpty() ? state : run.messageProperty().get(),
                    timeLeft(run.timeLeftProperty().get()));
            case DONE, CANCELLED -> joined(state, duration(run.elapsed()));
            case FAILED -> joined(state, reason(run.failure()));
        };
    }

    private static String reason(@Nullable HydraException failure) {
        return failure == null ? "" : failure.getMessage();
    }

    private static String joined(String first, String second) {
        return second.isEmpty() ? first : first + " · " + second;
    }

    private static String timeLeft(@Nullable Duration left) {
        return left == null ? "" : Texts.format("jobs.left", duration(left));
    }

    /** For a person: {@code 8 s}, {@code 2 min 5 s}, {@code 1 h 20 min}. */
    static String duration(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 60) {
            return Texts.format("duration.seconds", seconds);
        }
        if (seconds < 3600) {
            return Texts.format("duration.minutes", seconds / 60, seconds % 60);
        }
        return Texts.format("duration.hours", seconds / 3600, seconds % 3600 / 60);
    }
}
