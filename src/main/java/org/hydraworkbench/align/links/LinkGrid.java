package org.hydraworkbench.align.links;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of links of one pair as a grid of bits: {@code sources} rows, {@code targets} columns. What symmetrisation works on.
 */
public final class LinkGrid {

    private final int sources;
    private final int targets;
    private final long[] bits;

    /** A grid without links. */
    public LinkGrid(int sources, int targets) {
        this.sources = sources;
        this.targets = targets;
        this.bits = new long[Math.toIntExact(((long) sources * targets + 63) >>> 6)];
    }

    private LinkGrid(LinkGrid other) {
        this.sources = other.sources;
        this.targets = other.targets;
        this.bits = other.bits.clone();
    }

    public int sources() {
        return sources;
    }

    public int targets() {
        return targets;
    }

    public boolean has(int source, int target) {
        long k = (long) source * targets + target;
        return (bits[(int) (k >>> 6)] & (1L << k)) != 0;
    }

    public void add(int source, int target) {
        long k = (long) source * targets + target;
        bits[(int) (k >>> 6)] |= 1L << k;
    }

    /** Number of links. */
    public int count() {
        int n = 0;
        for (long word : bits) {
            n += Long.bitCount(word);
        }
        return n;
    }

    /** The links that both have. */
    public LinkGrid and(LinkGrid other) {
        requireSameShape(other);
        LinkGrid result = new LinkGrid(this);
        for (int k = 0; k < bits.length; k++) {
            result.bits[k] &= other.bits[k];
        }
        return result;
    }

    /** The links that either has. */
    public LinkGrid or(LinkGrid other) {
        requireSameShape(other);
        LinkGrid result = new LinkGrid(this);
        for (int k = 0; k < bits.length; k++) {
            result.bits[k] |= other.bits[k];
        }
        return result;
    }

    /** Whether every link of this grid is also in {@code other}. */
    public boolean isSubsetOf(LinkGrid other) {
        requireSameShape(other);
        for (int k = 0; k < bits.length; k++) {
            if ((bits[k] & ~other.bits[k]) != 0) {
                return false;
            }
        }
        return true;
    }

    LinkGrid copy() {
        return new LinkGrid(this);
    }

    /** The links, ascending. */
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(count());
        for (int w = 0; w < bits.length; w++) {
            for (long word = bits[w]; word != 0; word &= word - 1) {
                long k = ((long) w << 6) + Long.numberOfTrailingZeros(word);
                cells.add(new Cell((int) (k / targets), (int) (k % targets)));
            }
        }
        return cells;
    }

    private void requireSameShape(LinkGrid other) {
        if (sources != other.sources || targets != other.targets) {
            throw new IllegalArgumentException("grids of " + sources + "×" + targets + " and " + other.sources + "×" + other.targets);
        }
    }
}
