package org.hydraworkbench.align.tables;

import java.util.List;

/**
 * A bitext as unit numbers: what aligners train on.
 *
 * @param source the source side
 * @param target the target side, sentence by sentence beside the source
 */
public record IndexedBitext(IndexedText source, IndexedText target) {

    public IndexedBitext {
        if (source.size() != target.size()) {
            throw new IllegalArgumentException(source.size() + " source and " + target.size() + " target sentences");
        }
    }

    /** Number of pairs. */
    public int size() {
        return source.size();
    }

    /** The same pairs, seen from the other side; shares the arrays. */
    public IndexedBitext reversed() {
        return new IndexedBitext(target, source);
    }

    /** Which pairs teach something: both sides filled, neither too long. */
    public boolean[] usable(int longest) {
        boolean[] usable = new boolean[size()];
        for (int s = 0; s < usable.length; s++) {
            int n = source().length(s);
            int m = target().length(s);
            usable[s] = n > 0 && m > 0 && n <= longest && m <= longest;
        }
        return usable;
    }

    /** Takes pairs one by one. */
    public static final class Builder {

        private final IndexedText.Builder source = new IndexedText.Builder();
        private final IndexedText.Builder target = new IndexedText.Builder();

        public Builder add(List<String> sourceUnits, List<String> targetUnits) {
            source.add(sourceUnits);
            target.add(targetUnits);
            return this;
        }

        public IndexedBitext build() {
            return new IndexedBitext(source.build(), target.build());
        }
    }
}
