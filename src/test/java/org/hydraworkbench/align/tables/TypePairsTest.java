package org.hydraworkbench.align.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

class TypePairsTest {

    @Property(tries = 50)
    void everyCellHasTheNumberOfItsTypes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int chunkCells)
            throws HydraException {
        IndexedBitext bitext = randomBitext(new Random(seed), 40);
        TypePairs pairs = numbered(bitext, chunkCells, 2);
        Map<Integer, List<Integer>> typesOf = new HashMap<>();
        Set<List<Integer>> met = new HashSet<>();
        for (int s = 0; s < bitext.size(); s++) {
            if (!pairs.usable(s)) {
                continue;
            }
            int[] source = bitext.source().sentence(s);
            int[] target = bitext.target().sentence(s);
            for (int i = 0; i < source.length; i++) {
                for (int j = 0; j < target.length; j++) {
                    int id = pairs.cells(s)[pairs.offset(s) + i * target.length + j];
                    List<Integer> types = List.of(source[i], target[j]);
                    met.add(types);
                    assertThat(typesOf.computeIfAbsent(id, k -> types)).isEqualTo(types);
                    assertThat(id).isBetween(pairs.rowStarts()[source[i]], pairs.rowStarts()[source[i] + 1] - 1);
                    assertThat(pairs.columns()[id]).isEqualTo(target[j]);
                }
            }
        }
        assertThat(pairs.size()).isEqualTo(met.size()).isEqualTo(typesOf.size());
    }

    @Property(tries = 20)
    void numbersDoNotDependOnThreads(@ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int threads)
            throws HydraException {
        IndexedBitext bitext = randomBitext(new Random(seed), 4 * TypePairs.PAIRS_A_TASK + 40);
        TypePairs one = numbered(bitext, 1000, 1);
        TypePairs many = numbered(bitext, 1000, threads);
        assertThat(many.columns()).isEqualTo(one.columns());
        assertThat(many.rowStarts()).isEqualTo(one.rowStarts());
        for (int s = 0; s < bitext.size(); s++) {
            if (one.usable(s)) {
                assertThat(many.offset(s)).isEqualTo(one.offset(s));
                assertThat(many.cells(s)).isEqualTo(one.cells(s));
            }
        }
    }

    private static TypePairs numbered(IndexedBitext bitext, int chunkCells, int threads) throws HydraException {
        try (Workers workers = new Workers(threads)) {
            return TypePairs.chunked(bitext, bitext.usable(8), chunkCells, workers, Progress.none());
        }
    }

    private static IndexedBitext randomBitext(Random random, int pairs) {
        IndexedBitext.Builder builder = new IndexedBitext.Builder();
        for (int p = 0; p < pairs; p++) {
            builder.add(units(random), units(random));
        }
        return builder.build();
    }

    private static List<String> units(Random random) {
        return random.ints(random.nextInt(10), 0, 12).mapToObj(Integer::toString).toList();
    }
}
