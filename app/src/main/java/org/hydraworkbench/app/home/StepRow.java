package org.hydraworkbench.app.home;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.StateBadge;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.WorkspaceState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A step as a row: state, name, what is in use or why not. One click goes to its workspace; while it is done, its progress is here. */
final class StepRow extends HBox {

    private final Button open = new Button();
    private final StateBadge badge = new StateBadge();
    private final Label reason = new Label();
    private final VBox progress = new VBox();
    private @Nullable JobRun<?> doing;

    StepRow(Overview.Row row, Consumer<Step> go) {
        Label name = new Label(row.name(), new FontIcon(row.workspace().icon()));
        name.getStyleClass().add("home-step-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        reason.getStyleClass().add(Styles.TEXT_MUTED);
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(Double.MAX_VALUE);
        FontIcon arrow = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
        arrow.getStyleClass().add("home-step-arrow");
        boolean somewhere = row.workspace() != Step.HOME;
        arrow.setVisible(somewhere);
        HBox line = new HBox(12, badge, name, reason, arrow);
        line.setAlignment(Pos.CENTER_LEFT);
        open.setId("home-step-" + row.id());
        open.setGraphic(line);
        open.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        open.getStyleClass().addAll(Styles.FLAT, "home-step-open");
        open.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(open.widthProperty().subtract(28));
        open.setOnAction(event -> {
            if (somewhere) {
                go.accept(row.workspace());
            }
        });
        HBox.setHgrow(open, Priority.ALWAYS);
        progress.getStyleClass().add("home-step-progress");
        progress.managedProperty().bind(progress.visibleProperty());
        VBox box = new VBox(open, progress);
        HBox.setHgrow(box, Priority.ALWAYS);
        getStyleClass().add("home-step");
        getChildren().add(box);
    }

    StepRow show(Overview.Row row) {
        WorkspaceState state = row.state();
        badge.show(state);
        reason.setText(state.text());
        open.setTooltip(state.details().isEmpty() ? null : new Tooltip(state.details()));
        open.setAccessibleText(Texts.format("home.step.spoken", row.name(), StateBadge.name(state), state.reason()));
        JobRun<?> now = row.doing();
        progress.setVisible(now != null);
        if (now != doing) {
            doing = now;
            progress.getChildren().clear();
            if (now != null) {
                progress.getChildren().add(new RunProgress(now));
            }
        }
        return this;
    }
}
