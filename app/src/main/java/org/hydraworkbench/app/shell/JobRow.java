package org.hydraworkbench.app.shell;

import atlantafx.base.theme.Styles;
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
import org.hydraworkbench.app.writing.Wrapping;

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
        Wrapping.on(standing);
        standing.getStyleClass().add(Styles.TEXT_MUTED);
        standing.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> JobTexts.standing(run), run.stateProperty(), run.messageProperty(), run.timeLeftProperty()));
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
        Wrapping.on(lines);
        lines.getStyleClass().add("details");
        lines.setAccessibleText(Texts.get("jobs.log"));
        log.selectedProperty().subscribe(shown -> {
            getChildren().remove(lines);
            if (shown) {
                getChildren().add(lines);
                showLog(lines);
            }
        });
        run.messageProperty().subscribe(text -> {
            if (log.isSelected()) {
                showLog(lines);
            }
        });
        getChildren().addAll(head, bar, standing);
    }

    /** The newest line at its beginning; long ones go on in the next. */
    private void showLog(TextArea lines) {
        lines.setText(String.join("\n", run.log()));
        lines.positionCaret(lines.getText().lastIndexOf('\n') + 1);
    }
}
