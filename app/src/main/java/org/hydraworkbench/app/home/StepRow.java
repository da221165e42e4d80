package org.hydraworkbench.app.home;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.StateBadge;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.WorkspaceState;
import org.hydraworkbench.app.writing.Wrapping;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * A step as a row: state, name, what is in use or why not. One click, or Enter, goes to its workspace; while it is done, its progress
 * is here. (No {@code Button}: in its graphic a sentence would not know how wide it may be.)
 */
final class StepRow extends VBox {

    private final StateBadge badge = new StateBadge();
    private final Label reason = new Label();
    private final Tooltip details = new Tooltip();
    private final Runnable open;
    private @Nullable JobRun<?> doing;

    StepRow(Overview.Row row, Consumer<Step> go) {
        boolean somewhere = row.workspace() != Step.HOME;
        open = somewhere ? () -> go.accept(row.workspace()) : () -> {};
        Label name = new Label(row.name(), new FontIcon(row.workspace().icon()));
        name.getStyleClass().add("home-step-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        reason.getStyleClass().add(Styles.TEXT_MUTED);
        Wrapping.on(reason);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        reason.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(reason, Priority.ALWAYS);
        FontIcon arrow = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
        arrow.getStyleClass().add("home-step-arrow");
        arrow.setVisible(somewhere);
        HBox line = new HBox(12, badge, name, reason, arrow);
        line.setId("home-step-" + row.id());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("home-step-line");
        line.setPickOnBounds(true);
        line.setOnMouseClicked(event -> open.run());
        setId("home-row-" + row.id());
        setFocusTraversable(somewhere);
        setAccessibleRole(somewhere ? AccessibleRole.BUTTON : AccessibleRole.TEXT);
        setOnKeyPressed(event -> {
            if (isFocused() && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                open.run();
                event.consume();
            }
        });
        getStyleClass().add("home-step");
        getChildren().add(line);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            open.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    StepRow show(Overview.Row row) {
        WorkspaceState state = row.state();
        badge.show(state);
        reason.setText(state.text());
        details.setText(state.details());
        reason.setTooltip(state.details().isEmpty() ? null : details);
        setAccessibleText(Texts.format("home.step.spoken", row.name(), StateBadge.name(state), state.reason()));
        JobRun<?> now = row.doing();
        if (now != doing) {
            doing = now;
            getChildren().remove(1, getChildren().size());
            if (now != null) {
                RunProgress progress = new RunProgress(now);
                progress.getStyleClass().add("home-step-progress");
                getChildren().add(progress);
            }
        }
        return this;
    }
}
