package org.hydraworkbench.app.alignment;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.text.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What a heatmap shows of one sentence pair; immutable.
 *
 * @param sources texts of the source segments: the rows
 * @param targets texts of the target segments: the columns
 * @param posteriors probability of each cell; all zero where there is no alignment model
 * @param marks what is said about cells, by cell, in reading order
 * @param confirmed whether a person confirmed the sentence, and with it what the aligner proposed
 * @param ways which way the two sentences run
 */
public record HeatmapModel(
        List<String> sources,
        List<String> targets,
        ShadeMatrix posteriors,
        NavigableMap<Cell, Mark> marks,
        boolean confirmed,
        Ways ways) {

    /** Which way two sentences run. */
    public record Ways(Direction source, Direction target) {

        /** Both from left to right. */
        public static final Ways USUAL = new Ways(Direction.LEFT_TO_RIGHT, Direction.LEFT_TO_RIGHT);
    }

    public HeatmapModel {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        marks = Collections.unmodifiableNavigableMap(new TreeMap<>(marks));
        if (posteriors.rows() != sources.size() || posteriors.columns() != targets.size()) {
            throw new IllegalArgumentException("posteriors of " + posteriors.rows() + "×" + posteriors.columns()
                    + " for " + sources.size() + "×" + targets.size() + " segments");
        }
        for (Cell cell : marks.keySet()) {
            if (cell.source() >= sources.size() || cell.target() >= targets.size()) {
                throw new IllegalArgumentException("a mark outside the grid at " + cell);
            }
        }
    }

    /** Nothing: no pair is selected. */
    public static HeatmapModel none() {
        return new HeatmapModel(List.of(), List.of(), ShadeMatrix.empty(0, 0), new TreeMap<>(), false, Ways.USUAL);
    }

    /** A model from marks in any order, of sentences that run from left to right. */
    public static HeatmapModel of(
            List<String> sources, List<String> targets, ShadeMatrix posteriors, Collection<Mark> marks, boolean confirmed) {
        NavigableMap<Cell, Mark> byCell = new TreeMap<>();
        for (Mark mark : marks) {
            byCell.put(mark.cell(), mark);
        }
        return new HeatmapModel(sources, targets, posteriors, byCell, confirmed, Ways.USUAL);
    }

    /** The same of sentences that run otherwise. */
    public HeatmapModel running(Direction source, Direction target) {
        return new HeatmapModel(sources, targets, posteriors, marks, confirmed, new Ways(source, target));
    }

    public int rows() {
        return sources.size();
    }

    public int columns() {
        return targets.size();
    }

    /** Whether there is no cell to show. */
    public boolean isEmpty() {
        return rows() == 0 || columns() == 0;
    }

    /** What is said about a cell, if anything. */
    public @Nullable Mark mark(Cell cell) {
        return marks.get(cell);
    }

    /** The links as things stand, in reading order. */
    public List<Mark> links() {
        return marks.values().stream().filter(Mark::isLink).toList();
    }

    /** The same pair as it will be once these edits are stored. */
    public HeatmapModel edited(Collection<CellEdit> edits) {
        NavigableMap<Cell, Mark> changed = new TreeMap<>(marks);
        for (CellEdit edit : edits) {
            Mark before = marks.get(edit.cell());
            LinkState machine = before == null ? null : before.machine();
            float confidence = before == null ? 0 : before.confidence();
            if (machine == null && edit.state() == null) {
                changed.remove(edit.cell());
            } else {
                changed.put(edit.cell(), new Mark(edit.cell(), machine, edit.state(), confidence));
            }
        }
        return new HeatmapModel(sources, targets, posteriors, changed, confirmed, ways);
    }
}
