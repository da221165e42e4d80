package org.hydraworkbench.app.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.hydraworkbench.text.Isolates;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The bar at the top: menu, project name, undo and redo, command palette, settings. */
final class TopBar extends HBox {

    /**
     * @param menu groups of actions for the menu
     * @param projectName name of the open project, or a text that none is open
     */
    TopBar(GlobalActions actions, List<List<ActionSpec>> menu, ProjectContext project, ObservableValue<String> projectName) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        MenuButton menuButton = new MenuButton(null, new FontIcon(MaterialDesignM.MENU));
        menuButton.setId("menu");
        menuButton.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow");
        menuButton.setAccessibleText(Texts.get("menu"));
        menuButton.setTooltip(new Tooltip(Texts.get("menu")));
        for (List<ActionSpec> group : menu) {
            if (!menuButton.getItems().isEmpty()) {
                menuButton.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(action -> menuButton.getItems().add(Actions.menuItem(action)));
        }

        Label name = new Label();
        name.setId("project-name");
        name.getStyleClass().add(Styles.TITLE_4);
        name.textProperty().bind(projectName);

        Button undo = Actions.iconButton(actions.undo());
        named(undo, "undo", project.undoNameProperty(), actions.undo());
        Button redo = Actions.iconButton(actions.redo());
        named(redo, "redo", project.redoNameProperty(), actions.redo());

        Button palette = new Button(Texts.get("palette.prompt"), new FontIcon(MaterialDesignM.MAGNIFY));
        palette.setId(Actions.nodeId(actions.palette()));
        palette.getStyleClass().add("palette-button");
        palette.setTooltip(new Tooltip(actions.palette().tooltip()));
        palette.setAccessibleText(actions.palette().text());
        palette.setOnAction(event -> actions.palette().run());

        getChildren().addAll(
                menuButton,
                name,
                gap(),
                palette,
                gap(),
                undo,
                redo,
                Actions.iconButton(actions.theme()),
                Actions.iconButton(actions.settings()));
    }

    private static void named(Button button, String key, ObservableValue<String> name, ActionSpec action) {
        var text = Bindings.createStringBinding(
                () -> name.getValue().isEmpty() ? action.text() : Texts.format(key + ".named", Isolates.quoted(name.getValue())), name);
        button.accessibleTextProperty().bind(text);
        button.getTooltip().textProperty().bind(text);
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
