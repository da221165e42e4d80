package org.hydraworkbench.app.home;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.JobTexts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workspace;

/** How far a job is, what it does, how long it will take, and a button that stops it. */
final class RunProgress extends HBox {

    RunProgress(JobRun<?> run) {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add(Styles.SMALL);
        Parts.wide(bar, 6, 16);
        bar.setAccessibleText(run.title());
        bar.progressProperty().bind(run.progressProperty());
        Label doing = new Label();
        doing.getStyleClass().add(Styles.TEXT_MUTED);
        doing.setMaxWidth(Double.MAX_VALUE);
        doing.setMinWidth(0);
        HBox.setHgrow(doing, Priority.ALWAYS);
        doing.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> JobTexts.standing(run), run.messageProperty(), run.timeLeftProperty(), run.stateProperty()));
        Button cancel = new Button(Texts.get("cancel"));
        cancel.getStyleClass().addAll(Styles.SMALL, Workspace.ENDS_A_JOB);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setAccessibleText(Texts.format("jobs.cancel", run.title()));
        cancel.setDisable(run.isCancelRequested());
        cancel.setOnAction(event -> {
            run.cancel();
            cancel.setDisable(true);
        });
        getChildren().addAll(bar, doing, cancel);
    }
}
