package org.hydraworkbench.app.shell;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The list of workspaces at the left, in working order, each with its state; folds to icons. */
final class NavigationView extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass COLLAPSED = PseudoClass.getPseudoClass("collapsed");

    /** The width of a window with room for names, times the size of the text. */
    private static final double LEAST_WINDOW = 62;

    private final Map<Step, Button> items = new EnumMap<>(Step.class);
    private final Button fold = new Button();
    private final FontIcon foldIcon = new FontIcon();

    /** @param present the steps that have a workspace */
    NavigationView(
            ShellViewModel model,
            StepStatesModel states,
            SettingsStore settings,
            ActionSpec toggle,
            Set<Step> present) {
        getStyleClass().add("navigation");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(Texts.get("navigation"));
        for (Step step : present) {
            Button item = item(step, model, states);
            items.put(step, item);
            getChildren().add(item);
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        fold.setId(Actions.nodeId(toggle));
        fold.setGraphic(foldIcon);
        fold.getStyleClass().addAll(Styles.FLAT, "nav-item");
        fold.setMaxWidth(Double.MAX_VALUE);
        fold.setAlignment(Pos.CENTER_LEFT);
        fold.setAccessibleText(toggle.text());
        fold.setTooltip(new Tooltip(toggle.tooltip()));
        fold.setOnAction(event -> toggle.run());
        getChildren().addAll(gap, fold);

        model.placeProperty().subscribe(place -> select(place.step()));
        settings.currentProperty().subscribe(now -> fold(now));
        sceneProperty().flatMap(Scene::widthProperty).subscribe(width -> fold(settings.current()));
    }

    /** Names give way to icons when a person wants it so, and where the workspace would have too little room beside them. */
    private void fold(Settings now) {
        Scene scene = getScene();
        boolean narrow = scene != null && scene.getWidth() > 0 && scene.getWidth() < LEAST_WINDOW * Theme.textSize(now);
        collapse(now.navigationCollapsed() || narrow);
    }

    private static Button item(Step step, ShellViewModel model, StepStatesModel states) {
        String name = Texts.get(step.titleKey());
        Label text = new Label(name, new FontIcon(step.icon()));
        text.getStyleClass().add("nav-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        StateBadge badge = new StateBadge();
        HBox content = new HBox(text, badge);
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, content);
        button.setId("nav-" + step.id());
        button.getStyleClass().addAll(Styles.FLAT, "nav-item");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setOnAction(event -> model.show(step));
        Tooltip tooltip = new Tooltip();
        button.setTooltip(tooltip);
        states.stateProperty(step).subscribe(state -> {
            badge.show(state);
            String said = state.details().isEmpty() ? state.text() : state.details();
            boolean known = step != Step.HOME;
            button.setAccessibleText(known ? name + ", " + said : name);
            tooltip.setText(name + "  (Ctrl+" + (step.ordinal() + 1) + ")" + (known ? "\n" + said : ""));
        });
        badge.setVisible(step != Step.HOME);
        badge.managedProperty().bind(badge.visibleProperty());
        return button;
    }

    private void select(Step step) {
        items.forEach((one, item) -> item.pseudoClassStateChanged(SELECTED, one == step));
    }

    private void collapse(boolean collapsed) {
        pseudoClassStateChanged(COLLAPSED, collapsed);
        foldIcon.setIconCode(collapsed ? MaterialDesignC.CHEVRON_DOUBLE_RIGHT : MaterialDesignC.CHEVRON_DOUBLE_LEFT);
        items.forEach((step, item) -> {
            HBox content = (HBox) item.getGraphic();
            Label text = (Label) content.getChildren().getFirst();
            text.setContentDisplay(collapsed ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        });
    }
}
