package org.hydraworkbench.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hydraworkbench.align.tables.IndexedBitext;

/** Bitexts of short pairs in two made-up languages, for tests that need many pairs and little time. */
public final class GeneratedBitext {

    private static final int WORDS = 30;

    private GeneratedBitext() {}

    /** So many pairs, the same ones for a seed: one to seven words, some without a translation, some that have changed places. */
    public static IndexedBitext of(int pairs, long seed) {
        Random random = new Random(seed);
        IndexedBitext.Builder builder = new IndexedBitext.Builder();
        for (int p = 0; p < pairs; p++) {
            List<String> source = new ArrayList<>();
            List<String> target = new ArrayList<>();
            int units = 1 + random.nextInt(7);
            for (int k = 0; k < units; k++) {
                int word = Math.min(random.nextInt(WORDS), random.nextInt(WORDS));
                source.add("w" + word);
                if (random.nextInt(6) > 0) {
                    target.add("z" + word * 7 % WORDS);
                }
            }
            if (target.isEmpty()) {
                target.add("z0");
            }
            Collections.swap(target, random.nextInt(target.size()), random.nextInt(target.size()));
            builder.add(source, target);
        }
        return builder.build();
    }
}
