package org.hydraworkbench.app.alignment;

import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.app.shell.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A cell in words.
 *
 * @param source the source segment
 * @param target the target segment
 * @param state what holds, and who said so
 * @param posterior the probability, as a sentence
 */
public record CellDescription(String source, String target, String state, String posterior) {

    /** Describes a cell of a model that has it. */
    public static CellDescription of(HeatmapModel model, Cell cell) {
        Mark mark = model.mark(cell);
        return new CellDescription(
                model.sources().get(cell.source()),
                model.targets().get(cell.target()),
                Texts.get("alignment.cell." + key(mark, model.confirmed())),
                Texts.format("alignment.cell.posterior", model.posteriors().at(cell.source(), cell.target())));
    }

    private static String key(@Nullable Mark mark, boolean confirmed) {
        if (mark == null) {
            return "none";
        }
        String by = mark.isEdited() ? ".edited" : "";
        return switch (mark.shape(confirmed)) {
            case FILLED -> "sure" + by;
            case HOLLOW -> "possible" + by;
            case DASHED -> "proposed";
            case CROSS -> "rejected";
        };
    }

    /** All of it as one sentence for a screen reader. */
    public String spoken() {
        return Texts.format("alignment.cell.spoken", source, target, state, posterior);
    }
}
