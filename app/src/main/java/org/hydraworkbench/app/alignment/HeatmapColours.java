package org.hydraworkbench.app.alignment;

import javafx.scene.paint.Color;
import org.hydraworkbench.app.alignment.HeatmapStyles.Part;

/**
 * The colours a heatmap is drawn in, as the theme gives them.
 *
 * @param background of the whole
 * @param grid lines between cells
 * @param label words
 * @param muted words that are not in focus
 * @param shade a cell of probability one
 * @param machine outlines of proposals
 * @param accepted links of a confirmed sentence
 * @param edited links that the person made or accepted
 * @param rejected links that the person denied
 * @param band row and column in focus
 * @param cursor outline of the cell cursor and of a rectangle being drawn
 */
record HeatmapColours(
        Color background,
        Color grid,
        Color label,
        Color muted,
        Color shade,
        Color machine,
        Color accepted,
        Color edited,
        Color rejected,
        Color band,
        Color cursor) {

    static HeatmapColours of(HeatmapStyles styles) {
        return new HeatmapColours(
                styles.colour(Part.BACKGROUND),
                styles.colour(Part.GRID),
                styles.colour(Part.LABEL),
                styles.colour(Part.MUTED),
                styles.colour(Part.SHADE),
                styles.colour(Part.MACHINE),
                styles.colour(Part.ACCEPTED),
                styles.colour(Part.EDITED),
                styles.colour(Part.REJECTED),
                styles.colour(Part.BAND),
                styles.colour(Part.CURSOR));
    }

    static Color withOpacity(Color colour, double opacity) {
        return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), colour.getOpacity() * opacity);
    }

    /** The colour a mark is drawn in. */
    Color of(Mark mark, boolean confirmed) {
        return switch (mark.shape(confirmed)) {
            case DASHED -> machine;
            case CROSS -> rejected;
            case FILLED, HOLLOW -> mark.isEdited() ? edited : accepted;
        };
    }
}
