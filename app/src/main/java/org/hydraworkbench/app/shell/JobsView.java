package org.hydraworkbench.app.shell;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The jobs of this session, newest first. */
final class JobsView extends ScrollPane {

    private final JobRunner jobs;
    private final VBox rows = new VBox();
    private final ListChangeListener<JobRun<?>> rebuild = change -> rebuild();

    JobsView(JobRunner jobs) {
        this.jobs = jobs;
        setId("jobs");
        getStyleClass().add("jobs");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        rows.getStyleClass().add("jobs-rows");
        setContent(rows);
        jobs.runs().addListener(new WeakListChangeListener<>(rebuild));
        rebuild();
    }

    private void rebuild() {
        if (jobs.runs().isEmpty()) {
            Label none = new Label(Texts.get("jobs.none"));
            none.getStyleClass().add(Styles.TEXT_MUTED);
            rows.getChildren().setAll(none);
        } else {
            rows.getChildren().setAll(jobs.runs().stream().map(JobRow::new).toList());
        }
    }
}
