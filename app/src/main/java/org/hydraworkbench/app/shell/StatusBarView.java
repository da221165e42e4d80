package org.hydraworkbench.app.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The line at the bottom: the last message, running jobs, device, memory. */
final class StatusBarView extends HBox {

    private final Button jobs = new Button();

    /** @param standing what goes on beside the jobs, each empty while it does not */
    StatusBarView(StatusViewModel model, List<ObservableValue<String>> standing, ActionSpec showJobs) {
        getStyleClass().add("workbench-status");
        setAlignment(Pos.CENTER_LEFT);

        Label message = new Label();
        message.setId("status-message");
        message.textProperty().bind(model.messageProperty());
        message.setMaxWidth(Double.MAX_VALUE);
        message.setMinWidth(0);
        HBox.setHgrow(message, Priority.ALWAYS);

        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("status-progress");
        bar.progressProperty().bind(model.jobsProgressProperty());
        bar.visibleProperty().bind(model.jobsActiveProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        bar.setAccessibleText(Texts.get("status.jobs"));
        jobs.setId(Actions.nodeId(showJobs));
        jobs.setGraphic(new FontIcon(MaterialDesignP.PROGRESS_CLOCK));
        jobs.textProperty().bind(model.jobsTextProperty());
        jobs.accessibleTextProperty().bind(model.jobsTextProperty());
        jobs.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        jobs.setTooltip(new Tooltip(showJobs.tooltip()));
        jobs.setOnAction(event -> showJobs.run());

        Label device = new Label(null, new FontIcon(MaterialDesignC.CHIP));
        device.setId("status-device");
        device.textProperty().bind(model.deviceProperty());
        device.setTooltip(new Tooltip(Texts.get("status.device.hint")));
        Label memory = new Label(null, new FontIcon(MaterialDesignM.MEMORY));
        memory.setId("status-memory");
        memory.textProperty().bind(model.memoryProperty());
        memory.setTooltip(new Tooltip(Texts.get("status.memory.hint")));
        for (Region whole : List.of(bar, jobs, device, memory)) {
            whole.setMinWidth(USE_PREF_SIZE);
        }
        Tooltip all = new Tooltip();
        all.textProperty().bind(model.messageProperty());
        message.tooltipProperty().bind(model.messageProperty().map(text -> text.isEmpty() ? null : all));
        getChildren().add(message);
        for (ObservableValue<String> one : standing) {
            Label going = new Label(null, new FontIcon(MaterialDesignA.ACCESS_POINT));
            going.textProperty().bind(one);
            going.visibleProperty().bind(one.map(text -> !text.isEmpty()));
            going.managedProperty().bind(going.visibleProperty());
            going.setMinWidth(USE_PREF_SIZE);
            getChildren().add(going);
        }
        getChildren().addAll(bar, jobs, device, memory);
    }

    /** The control that the list of jobs points to. */
    Button jobsButton() {
        return jobs;
    }

}
