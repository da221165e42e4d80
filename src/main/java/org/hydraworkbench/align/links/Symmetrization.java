package org.hydraworkbench.align.links;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hydraworkbench.base.UsageException;

/**
 * How the links of the two directions become one set (Och and Ney 2003; Koehn, Och and Marcu 2003).
 *
 * <p>Every result lies between the intersection and the union, except that {@link #FORWARD} and {@link #REVERSE} are the
 * directions themselves, and that {@link #THRESHOLD} looks at probabilities instead of the directions' links.
 */
public enum Symmetrization {
    /** Only the forward direction. */
    FORWARD,
    /** Only the reverse direction. */
    REVERSE,
    /** Links found in both directions: few and precise. */
    INTERSECT,
    /** Links found in either direction: many, less precise. */
    UNION,
    /** The intersection, grown along neighbours (the diagonal ones too) that the union has and that reach a free unit. */
    GROW_DIAG,
    /** {@link #GROW_DIAG}, then any remaining link of either direction that reaches a free unit. */
    GROW_DIAG_FINAL,
    /** {@link #GROW_DIAG}, then any remaining link of either direction that joins two free units. */
    GROW_DIAG_FINAL_AND,
    /**
     * The links whose confidence reaches {@code AlignOptions.threshold}: a threshold on the product of the two directions' marginals (Liang, Taskar
     * and Klein 2006), brought to the scale of probabilities by {@code Calibration}.
     */
    THRESHOLD;

    /** The name on the command line, for example {@code grow-diag-final-and}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The symmetrisation with that {@link #optionName}. */
    public static Symmetrization parse(String name) throws UsageException {
        for (Symmetrization value : values()) {
            if (value.optionName().equals(name)) {
                return value;
            }
        }
        throw new UsageException("There is no symmetrisation '" + name + "'; choose one of "
                + Arrays.stream(values()).map(Symmetrization::optionName).collect(Collectors.joining(", ")) + ".");
    }

    /**
     * Combines the links of the two directions, both with the source as rows.
     *
     * @throws IllegalArgumentException for {@link #THRESHOLD}, which links alone do not determine; see {@code PairPosteriors.links}
     */
    public LinkGrid combine(LinkGrid forward, LinkGrid reverse) {
        return switch (this) {
            case FORWARD -> forward.copy();
            case REVERSE -> reverse.copy();
            case INTERSECT -> forward.and(reverse);
            case UNION -> forward.or(reverse);
            case GROW_DIAG -> new Growth(forward, reverse).growDiagonally().result;
            case GROW_DIAG_FINAL -> new Growth(forward, reverse).growDiagonally().addFinal(false).result;
            case GROW_DIAG_FINAL_AND -> new Growth(forward, reverse).growDiagonally().addFinal(true).result;
            case THRESHOLD -> throw new IllegalArgumentException("a threshold needs probabilities");
        };
    }

    /** The intersection while it grows, and which units it covers. */
    private static final class Growth {

        private final LinkGrid forward;
        private final LinkGrid reverse;
        private final LinkGrid result;
        private final boolean[] sourceTaken;
        private final boolean[] targetTaken;

        Growth(LinkGrid forward, LinkGrid reverse) {
            this.forward = forward;
            this.reverse = reverse;
            this.result = forward.and(reverse);
            this.sourceTaken = new boolean[forward.sources()];
            this.targetTaken = new boolean[forward.targets()];
            for (Cell cell : result.cells()) {
                sourceTaken[cell.source()] = true;
                targetTaken[cell.target()] = true;
            }
        }

        /** Passes over the union by source then target; what is added serves as a neighbour at once; until a pass adds nothing. */
        Growth growDiagonally() {
            List<Cell> candidates = forward.or(reverse).cells();
            boolean grown = true;
            while (grown) {
                grown = false;
                for (Cell cell : candidates) {
                    int i = cell.source();
                    int j = cell.target();
                    if ((!sourceTaken[i] || !targetTaken[j]) && !result.has(i, j) && hasNeighbour(i, j)) {
                        add(i, j);
                        grown = true;
                    }
                }
            }
            return this;
        }

        /** Takes the points of the forward, then of the reverse alignment that still reach free units. */
        Growth addFinal(boolean bothFree) {
            for (LinkGrid direction : new LinkGrid[] {forward, reverse}) {
                for (Cell cell : direction.cells()) {
                    int i = cell.source();
                    int j = cell.target();
                    boolean free = bothFree ? !sourceTaken[i] && !targetTaken[j] : !sourceTaken[i] || !targetTaken[j];
                    if (free) {
                        add(i, j);
                    }
                }
            }
            return this;
        }

        private void add(int i, int j) {
            result.add(i, j);
            sourceTaken[i] = true;
            targetTaken[j] = true;
        }

        private boolean hasNeighbour(int i, int j) {
            for (int x = Math.max(0, i - 1); x <= Math.min(result.sources() - 1, i + 1); x++) {
                for (int y = Math.max(0, j - 1); y <= Math.min(result.targets() - 1, j + 1); y++) {
                    if (result.has(x, y)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
