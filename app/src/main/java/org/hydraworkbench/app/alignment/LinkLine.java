package org.hydraworkbench.app.alignment;

import java.util.List;

/**
 * A mark as a line of the table of links.
 *
 * @param cell its place in the grid
 * @param source the source segment
 * @param target the target segment
 * @param state what holds, in words
 * @param confidence of the aligner; not a number where it proposes no link
 */
public record LinkLine(Cell cell, String source, String target, String state, double confidence) {

    /** A line for every mark of a model, in reading order. */
    static List<LinkLine> of(HeatmapModel model) {
        return model.marks().values().stream().map(mark -> line(model, mark)).toList();
    }

    private static LinkLine line(HeatmapModel model, Mark mark) {
        CellDescription words = CellDescription.of(model, mark.cell());
        return new LinkLine(
                mark.cell(),
                words.source(),
                words.target(),
                words.state(),
                mark.machine() == null ? Double.NaN : mark.confidence());
    }
}
