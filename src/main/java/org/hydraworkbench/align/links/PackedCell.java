package org.hydraworkbench.align.links;

/**
 * A {@link Cell} in one int: the source unit in the upper, the target unit in the lower 16 bits, so that 2-3 is 0x0002_0003. Taken without
 * sign, the numbers are in the order of the cells.
 */
final class PackedCell {

    /** A unit of this index or a higher one does not fit. */
    static final int END = 1 << 16;

    private PackedCell() {}

    static int of(int source, int target) {
        if ((source | target) >>> 16 != 0) {
            throw new IllegalArgumentException("link " + source + "-" + target + " of a unit beyond " + (END - 1));
        }
        return source << 16 | target;
    }

    static int source(int packed) {
        return packed >>> 16;
    }

    static int target(int packed) {
        return packed & 0xFFFF;
    }

    static boolean isBefore(int packed, int other) {
        return Integer.compareUnsigned(packed, other) < 0;
    }
}
