package org.hydraworkbench.app.alignment;

import java.util.Objects;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.LinkState;
import org.jspecify.annotations.Nullable;

/**
 * What the machine and the person say about one cell; at least one of them says something.
 *
 * @param cell the cell
 * @param machine what the aligner proposes, SURE or POSSIBLE; null when it proposes no link
 * @param edit what the person said; null when nothing
 * @param confidence of the aligner, 0 to 1
 */
public record Mark(Cell cell, @Nullable LinkState machine, @Nullable LinkState edit, float confidence) {

    /** How a mark is drawn. */
    public enum Shape {
        /** A link that a person stands for. */
        FILLED,
        /** A possible link that a person stands for. */
        HOLLOW,
        /** Proposed by the aligner and not accepted so far. */
        DASHED,
        /** A person said that there is no link. */
        CROSS
    }

    public Mark {
        if (machine == null && edit == null) {
            throw new IllegalArgumentException("a mark without an opinion at " + cell);
        }
    }

    /** A proposal of the aligner. */
    public static Mark proposed(int source, int target, LinkState state, float confidence) {
        return new Mark(new Cell(source, target), state, null, confidence);
    }

    /** What holds: the word of the person before that of the machine. */
    public LinkState state() {
        return edit != null ? edit : Objects.requireNonNull(machine);
    }

    /** Whether the two segments are linked, as things stand. */
    public boolean isLink() {
        return state() != LinkState.REJECTED;
    }

    public boolean isEdited() {
        return edit != null;
    }

    /** How to draw it; the proposals of a confirmed sentence are accepted. */
    public Shape shape(boolean confirmed) {
        if (edit == null && !confirmed) {
            return Shape.DASHED;
        }
        return switch (state()) {
            case SURE -> Shape.FILLED;
            case POSSIBLE -> Shape.HOLLOW;
            case REJECTED -> Shape.CROSS;
        };
    }
}
