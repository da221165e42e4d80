package org.hydraworkbench.app.alignment;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.hydraworkbench.app.parts.SidePanels;
import org.hydraworkbench.app.shell.Texts;

/**
 * The parts of the workspace beside each other: pairs, the heatmap, and links with the effect of edits. Where there is no room for three
 * columns of a readable width, the first and the last share one, a tab each.
 */
final class AlignmentPanels extends StackPane {

    /** Columns of text that all three need together, in em. */
    private static final double WIDE_EM = 70;

    private final Region pairs;
    private final Region centre;
    private final Node links;
    private final Node effect;
    private final Label ruler = new Label();
    private final SplitPane side = new SplitPane();
    private final SidePanels wide = new SidePanels(0.235, 0.345, 0.36);
    private final SplitPane narrow = new SplitPane();
    private final TabPane tabs = new TabPane(tab("pairs"), tab("links"), tab("effect"));
    private final ReadOnlyBooleanWrapper isNarrow = new ReadOnlyBooleanWrapper();

    AlignmentPanels(Region pairs, Region centre, Node links, Node effect) {
        this.pairs = pairs;
        this.centre = centre;
        this.links = links;
        this.effect = effect;
        tabs.setId("alignment-tabs");
        side.setOrientation(Orientation.VERTICAL);
        ruler.setManaged(false);
        ruler.setVisible(false);
        getChildren().add(ruler);
        arrange(false);
        widthProperty().subscribe(width -> look());
        ruler.fontProperty().subscribe(font -> look());
    }

    private static Tab tab(String name) {
        Tab tab = new Tab(Texts.get("alignment.tab." + name));
        tab.setClosable(false);
        return tab;
    }

    /** Whether there is no room for three columns. */
    ReadOnlyBooleanProperty narrowProperty() {
        return isNarrow.getReadOnlyProperty();
    }

    private void look() {
        boolean now = getWidth() > 0 && getWidth() < WIDE_EM * ruler.getFont().getSize();
        if (now != isNarrow.get()) {
            isNarrow.set(now);
            // not while the whole is laid out
            Platform.runLater(() -> arrange(isNarrow.get()));
        }
    }

    private void arrange(boolean few) {
        wide.clear();
        narrow.getItems().clear();
        side.getItems().clear();
        tabs.getTabs().forEach(tab -> tab.setContent(null));
        if (few) {
            tabs.getTabs().get(0).setContent(pairs);
            tabs.getTabs().get(1).setContent(links);
            tabs.getTabs().get(2).setContent(effect);
            narrow.getItems().setAll(tabs, centre);
            narrow.setDividerPositions(0.45);
        } else {
            side.getItems().setAll(links, effect);
            side.setDividerPositions(0.4);
            wide.show(pairs, centre, side);
        }
        getChildren().setAll(ruler, few ? narrow : wide);
    }
}
