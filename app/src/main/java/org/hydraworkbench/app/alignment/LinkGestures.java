package org.hydraworkbench.app.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.LinkState;
import org.jspecify.annotations.Nullable;

/** What each gesture says about the cells it touches; cells about which it says nothing new are left out. */
public final class LinkGestures {

    private LinkGestures() {}

    /**
     * A click or Space. One cell: a link goes away, anything else (nothing, a possible link, a rejected one) becomes a sure
     * link. Several cells: all become sure links, which makes a phrase.
     */
    public static List<CellEdit> toggle(HeatmapModel model, CellRange range) {
        if (!range.isSingle()) {
            return choose(model, range, LinkState.SURE);
        }
        Mark mark = model.mark(range.first());
        boolean sure = mark != null && mark.state() == LinkState.SURE;
        return sure ? clear(model, range) : choose(model, range, LinkState.SURE);
    }

    /** Every cell of the range gets {@code state}. */
    public static List<CellEdit> choose(HeatmapModel model, CellRange range, LinkState state) {
        List<CellEdit> edits = new ArrayList<>();
        for (Cell cell : range.cells()) {
            addIfNew(edits, model, cell, state);
        }
        return edits;
    }

    /** No cell of the range is linked: proposals of the aligner are rejected, links of the person are taken back. */
    public static List<CellEdit> clear(HeatmapModel model, CellRange range) {
        List<CellEdit> edits = new ArrayList<>();
        for (Cell cell : range.cells()) {
            Mark mark = model.mark(cell);
            if (mark != null) {
                addIfNew(edits, model, cell, mark.machine() == null ? null : LinkState.REJECTED);
            }
        }
        return edits;
    }

    /** Takes back what the person said about the cells of the range. */
    public static List<CellEdit> restore(HeatmapModel model, CellRange range) {
        List<CellEdit> edits = new ArrayList<>();
        for (Cell cell : range.cells()) {
            addIfNew(edits, model, cell, null);
        }
        return edits;
    }

    /** Every proposal on which the person has not spoken becomes the person's own. */
    public static List<CellEdit> acceptAll(HeatmapModel model) {
        List<CellEdit> edits = new ArrayList<>();
        for (Mark mark : model.marks().values()) {
            if (!mark.isEdited()) {
                edits.add(new CellEdit(mark.cell(), mark.machine()));
            }
        }
        return edits;
    }

    private static void addIfNew(List<CellEdit> edits, HeatmapModel model, Cell cell, @Nullable LinkState state) {
        Mark mark = model.mark(cell);
        if (!Objects.equals(mark == null ? null : mark.edit(), state)) {
            edits.add(new CellEdit(cell, state));
        }
    }
}
