package org.hydraworkbench.app.plot;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * Colours of the theme for drawing by hand. Style sheets only reach nodes, so each ink has an invisible region whose
 * background is the theme's colour; it is read from there.
 */
final class ThemeColours {

    private final Map<Ink, Region> swatches = new EnumMap<>(Ink.class);

    /** @param changed called when a colour changes, for example with the theme */
    ThemeColours(Runnable changed) {
        InvalidationListener listener = property -> changed.run();
        for (Ink ink : Ink.values()) {
            Region swatch = new Region();
            swatch.setManaged(false);
            swatch.setVisible(false);
            swatch.setStyle("-fx-background-color: " + ink.themeColour() + ";");
            swatch.backgroundProperty().addListener(listener);
            swatches.put(ink, swatch);
        }
    }

    /** To be put into the scene. */
    List<Node> nodes() {
        return List.copyOf(swatches.values());
    }

    Color of(Ink ink) {
        Region swatch = swatches.get(ink);
        Background background = swatch == null ? null : swatch.getBackground();
        if (background != null
                && !background.getFills().isEmpty()
                && background.getFills().getFirst().getFill() instanceof Color colour) {
            return colour;
        }
        return Color.web(ink.paperColour());
    }
}
