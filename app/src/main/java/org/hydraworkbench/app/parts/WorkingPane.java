package org.hydraworkbench.app.parts;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workspace;
import org.jspecify.annotations.Nullable;

/** Lies over a workspace while a job makes what the workspace shows: title, bar, what is being done, cancel. */
public final class WorkingPane extends VBox {

    /** @param running the job to show; the pane is there only while that has a value that has not ended */
    public WorkingPane(ObservableValue<? extends @Nullable JobRun<?>> running) {
        getStyleClass().add("overlay");
        setVisible(false);
        running.subscribe(this::show);
    }

    private void show(@Nullable JobRun<?> run) {
        getChildren().clear();
        setVisible(run != null && !run.isEnded());
        if (run == null) {
            return;
        }
        Label title = new Label(run.title());
        title.getStyleClass().add("part-title");
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(320);
        bar.setAccessibleText(run.title());
        bar.progressProperty().bind(run.progressProperty());
        Label message = Parts.hintText("");
        message.textProperty().bind(run.messageProperty());
        Button cancel = new Button(Texts.get("cancel"));
        cancel.getStyleClass().add(Workspace.ENDS_A_JOB);
        cancel.setOnAction(event -> run.cancel());
        getChildren().addAll(title, bar, message, cancel);
        run.onEnded(() -> setVisible(false));
    }
}
