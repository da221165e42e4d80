package org.hydraworkbench.app.shell;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.hydraworkbench.app.writing.Wrapping;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** A workspace with its header (title, state, actions, Explain) and, beside it when asked for, the explanation. */
final class WorkspaceFrame extends BorderPane {

    /** Room for the state and a few words of why. */
    private static final double LEAST_STANDING = 180;

    /** The width from which the explanation has room beside the workspace, times the size of the text. */
    private static final double LEAST_BESIDE = 76;

    private final Step step;
    private final Workspace workspace;
    private final List<ButtonBase> folding = new ArrayList<>();
    private final Label reason = new Label();
    private @Nullable ExplainView explanation;
    private @Nullable Node resting;
    private @Nullable Node makeshift;
    private final ToggleButton explain = new ToggleButton(Texts.get("explain"), new FontIcon(MaterialDesignS.SCHOOL_OUTLINE));

    /** @param explaining whether workspaces are explained */
    WorkspaceFrame(Step step, Workspace workspace, ReadOnlyObjectProperty<WorkspaceState> state, BooleanProperty explaining) {
        this.step = step;
        this.workspace = workspace;
        getStyleClass().add("workspace");
        setId("workspace-" + step.id());

        Label title = new Label(Texts.get(step.titleKey()));
        title.getStyleClass().addAll(Styles.TITLE_3, "workspace-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        StateBadge badge = new StateBadge();
        reason.getStyleClass().addAll(Styles.TEXT_MUTED, "workspace-reason");
        Wrapping.on(reason);
        reason.setMinHeight(0);
        HBox standing = new HBox(badge, reason);
        standing.getStyleClass().add("workspace-state");
        standing.setAlignment(Pos.CENTER_LEFT);
        state.subscribe(now -> {
            badge.show(now);
            reason.setText(now.text());
            reason.setTooltip(new Tooltip(now.details().isEmpty() ? now.text() : now.details()));
        });
        standing.setVisible(step != Step.HOME);
        HBox.setHgrow(standing, Priority.ALWAYS);
        standing.setMaxWidth(Double.MAX_VALUE);
        standing.setMinWidth(0);

        HBox header = new HBox(title, standing);
        header.getStyleClass().add("workspace-header");
        header.setAlignment(Pos.CENTER_LEFT);
        for (ActionSpec action : workspace.actions()) {
            if (action.icon() != null) {
                folding.add(Actions.button(action));
            }
        }
        explain.setId("explain-" + step.id());
        explain.setTooltip(new Tooltip(Texts.get("explain.hint") + "  (F1)"));
        explain.setAccessibleText(Texts.get("explain.hint"));
        explain.selectedProperty().bindBidirectional(explaining);
        folding.add(explain);
        folding.forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        header.getChildren().addAll(folding);
        header.widthProperty().subscribe(width -> fold(header, title, standing, width.doubleValue()));
        reason.textProperty().subscribe(text -> fold(header, title, standing, header.getWidth()));
        // later, as it styles the header anew, which is being styled when its font changes
        title.fontProperty().subscribe(() -> Platform.runLater(() -> fold(header, title, standing, header.getWidth())));
        // later, as what is asked for during a layout is not laid out any more
        widthProperty().subscribe(() -> Platform.runLater(this::placeExplanation));
        reason.fontProperty().subscribe(() -> Platform.runLater(this::placeExplanation));
        setMinWidth(0);
        setTop(header);
        setCenter(workspace.view());
        if (workspace.view() instanceof Parent view) {
            // later, as the focus cannot go on within a layout
            view.needsLayoutProperty().subscribe(needed -> Platform.runLater(this::focusAgain));
        }
    }

    /** Where the words do not all fit, buttons show their icons only, the last of the actions first: the reason is told nowhere else. */
    private void fold(HBox header, Label title, Region standing, double width) {
        folding.forEach(button -> button.setContentDisplay(ContentDisplay.LEFT));
        header.applyCss();
        double needed = header.snappedLeftInset()
                + title.prefWidth(-1)
                + header.getSpacing()
                + Math.max(LEAST_STANDING, standing.prefWidth(-1))
                + header.snappedRightInset();
        for (ButtonBase button : folding) {
            needed += button.prefWidth(-1) + header.getSpacing();
        }
        for (ButtonBase button : folding.reversed()) {
            if (needed > width) {
                needed -= button.prefWidth(-1);
                button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
                header.applyCss();
                needed += button.prefWidth(-1);
            }
        }
    }

    Workspace workspace() {
        return workspace;
    }

    /** Shows the explanation with the workspace, by what is known now, or takes it away. */
    void explain(boolean shown) {
        explanation = shown ? new ExplainView(Texts.get("explain." + step.id()), workspace.facts()) : null;
        placeExplanation();
    }

    /** Beside the workspace, or below it where that would have too little room. */
    private void placeExplanation() {
        ExplainView page = explanation;
        boolean beside = getWidth() >= LEAST_BESIDE * reason.getFont().getSize();
        setRight(null);
        setBottom(null);
        if (page != null) {
            page.setBelow(!beside);
            if (beside) {
                setRight(page);
            } else {
                setBottom(page);
            }
        }
    }

    /** Brings the focus, and the mark of it, to the control of the workspace that is wanted first. */
    void focus() {
        Parent all = getScene() == null ? this : getScene().getRoot();
        all.applyCss();
        all.layout(); // what has come into view just now has its controls, and its room, only then
        Node view = workspace.view();
        Node wanted = workspace.first();
        boolean reached = wanted == null ? focusFirstIn(view) : Focus.on(wanted);
        // What has nothing to do yet leaves the focus to the header, which always has the explanation.
        if (!reached && !focusFirstIn(view)) {
            focusFirstIn(getTop());
        }
        rest(reached);
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        Focus.showBeginning(owner != null && Focus.isWithin(owner, view) ? owner : view, this);
    }

    /** Unless the control that is wanted was reached, the focus goes on to that from where it is now. */
    private void rest(boolean reached) {
        resting = reached || getScene() == null ? null : getScene().getFocusOwner();
        makeshift = resting;
    }

    private static boolean focusFirstIn(Node part) {
        return Focus.firstIn(part).filter(Focus::on).isPresent();
    }

    /** Brings the focus to what is nearest to a control that had it and is gone, else to what is wanted first. */
    void focusNear(FocusPath gone) {
        applyCss();
        layout();
        if (gone.isOf(makeshift) || gone.nearest(workspace.view()).filter(Focus::on).isEmpty()) {
            focus();
        }
    }

    /** What was still read when the workspace was entered may be there now; unless the person went elsewhere the focus goes on to it. */
    private void focusAgain() {
        Node before = resting;
        Scene scene = getScene();
        if (before == null) {
            return;
        }
        if (scene == null || scene.getFocusOwner() != before && Focus.isShown(before)) {
            resting = null;
            return;
        }
        Node view = workspace.view();
        Node wanted = workspace.first();
        if (wanted != null && Focus.canTake(wanted)) {
            focus();
        } else if (!Focus.isWithin(before, view) && Focus.firstIn(view).isPresent()) {
            rest(!focusFirstIn(view) || wanted == null);
        }
    }
}
