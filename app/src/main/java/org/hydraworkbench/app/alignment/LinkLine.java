package org.hydraworkbench.app.alignment;

import java.util.List;
import java.util.Locale;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.corpora.PairRow;

/**
 * A mark as a line of the table of links.
 *
 * @param cell its place in the grid
 * @param source the source segment
 * @param target the target segment
 * @param state what holds, in a word
 * @param origin whose word that is
 * @param confidence of the aligner, with two digits; a dash where it proposes no link
 */
public record LinkLine(Cell cell, String source, String target, String state, String origin, String confidence) {

    /** A line for every mark of a model, in reading order. */
    static List<LinkLine> of(HeatmapModel model) {
        return model.marks().values().stream().map(mark -> line(model, mark)).toList();
    }

    private static LinkLine line(HeatmapModel model, Mark mark) {
        Cell cell = mark.cell();
        String state = mark.shape(model.confirmed()) == Mark.Shape.DASHED
                ? "proposed"
                : mark.state().name().toLowerCase(Locale.ROOT);
        return new LinkLine(
                cell,
                model.sources().get(cell.source()),
                model.targets().get(cell.target()),
                Texts.get("alignment.state." + state),
                Texts.get(mark.isEdited() ? "alignment.origin.person" : "alignment.origin.machine"),
                mark.machine() == null ? "–" : "%.2f".formatted(mark.confidence()));
    }

    /** What to say of a pair without links: an aligner leaves out the pairs that are not for training, which is no fault of its. */
    static String none(PairRow pair) {
        return Texts.get(Float.isNaN(pair.score()) ? "alignment.links.uncovered" : "alignment.links.none");
    }
}
