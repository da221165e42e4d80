package org.hydraworkbench.app.alignment;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Texts;

/** The gestures on the selected cells as a menu, each with its key, and what else can be done with the pair. */
final class HeatmapMenu {

    private final HeatmapView view;
    private final ContextMenu menu = new ContextMenu();

    HeatmapMenu(HeatmapView view, HeatmapInput input, List<ActionSpec> more) {
        this.view = view;
        menu.setId("heatmap-menu");
        menu.getItems().addAll(
                onCells("alignment.menu.sure", KeyCode.S, () -> input.choose(LinkState.SURE)),
                onCells("alignment.menu.possible", KeyCode.P, () -> input.choose(LinkState.POSSIBLE)),
                onCells("alignment.menu.clear", KeyCode.DELETE, input::clear),
                onCells("alignment.menu.restore", KeyCode.R, input::restore),
                new SeparatorMenuItem(),
                item("alignment.menu.acceptAll", KeyCode.A, input::acceptAll),
                item("alignment.menu.confirm", KeyCode.F, input::confirmAndGoOn),
                item("alignment.menu.fit", KeyCode.DIGIT0, view::zoomToFit),
                new SeparatorMenuItem());
        more.forEach(action -> menu.getItems().add(Actions.menuItem(action)));
    }

    private MenuItem onCells(String key, KeyCode code, Runnable gesture) {
        MenuItem item = item(key, code, gesture);
        item.disableProperty().bind(view.editableProperty().not());
        return item;
    }

    /** The key is told; the heatmap itself hears it. */
    private static MenuItem item(String key, KeyCode code, Runnable gesture) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.setId(key.replace('.', '-'));
        item.setAccelerator(new KeyCodeCombination(code));
        item.setOnAction(event -> gesture.run());
        return item;
    }

    /** Opens at a point of the screen, unless nothing is shown. */
    void open(double screenX, double screenY) {
        if (!view.model().isEmpty()) {
            menu.show(view, screenX, screenY);
        }
    }
}
