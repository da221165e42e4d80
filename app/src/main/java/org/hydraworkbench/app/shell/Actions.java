package org.hydraworkbench.app.shell;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes controls from {@link ActionSpec}s, with tooltip and accessible name. */
public final class Actions {

    private Actions() {}

    /** A button with icon, if any, and text. */
    public static Button button(ActionSpec action) {
        Button button = new Button(action.text());
        Ikon icon = action.icon();
        if (icon != null) {
            button.setGraphic(new FontIcon(icon));
        }
        return prepared(button, action);
    }

    /** The button of the one thing to do next: filled with the accent colour. */
    public static Button primaryButton(ActionSpec action) {
        Button button = button(action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /** A flat button with the icon only; the action needs an icon. */
    public static Button iconButton(ActionSpec action) {
        Ikon icon = action.icon();
        if (icon == null) {
            throw new IllegalArgumentException(action.id() + " has no icon");
        }
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return prepared(button, action);
    }

    public static MenuItem menuItem(ActionSpec action) {
        MenuItem item = new MenuItem(action.text());
        item.setId(nodeId(action));
        Ikon icon = action.icon();
        if (icon != null) {
            item.setGraphic(new FontIcon(icon));
        }
        item.setAccelerator(action.accelerator());
        item.setOnAction(event -> action.run());
        item.disableProperty().bind(Bindings.not(action.enabled()));
        return item;
    }

    /** The id of an action's controls, for tests and style sheets: dots, which mean something there, become hyphens. */
    public static String nodeId(ActionSpec action) {
        return action.id().replace('.', '-');
    }

    private static <B extends ButtonBase> B prepared(B button, ActionSpec action) {
        button.setId(nodeId(action));
        button.setTooltip(new Tooltip(action.tooltip()));
        button.setAccessibleText(action.text());
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(Bindings.not(action.enabled()));
        return button;
    }
}
