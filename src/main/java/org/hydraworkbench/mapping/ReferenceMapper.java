package org.hydraworkbench.mapping;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.ibm1.ExpectedCounts;
import org.hydraworkbench.align.ibm1.Ibm1Aligner;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.tokenizer.Segment;
import org.hydraworkbench.tokenizer.Segmentation;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * The method as it was published: IBM model 1 from source to target, expected counts cut to whole numbers and split over tokens by two
 * rules, predefined entries added, the rest completed (Remy et al. 2024). Its counts are those of the authors' library
 * wherever that has no defect.
 */
public final class ReferenceMapper {

    /** Passes of expectation and maximisation; the counts are those of the last expectation step. */
    static final int PASSES = 6;

    private static final double SPECIAL_WEIGHT = 1e9;
    private static final int LONGEST = 10_000;

    /**
     * A mapping and what it was made from.
     *
     * @param mapping one row for every target token
     * @param counts the counts before completion, predefined entries and special roles included
     */
    public record Result(TokenMapping mapping, CountTable counts) {}

    private ReferenceMapper() {}

    /**
     * Maps a vocabulary.
     *
     * @param minCount smaller counts of unit pairs are dropped, at least 1; the published value is 10, for large corpora 20
     * @param threads the result does not depend on it
     */
    public static Result map(
            Tokenizer source, Tokenizer target, PairSource pairs, int minCount, int threads, Progress progress)
            throws HydraException {
        if (minCount < 1) {
            throw new UsageException("The reference method needs a minimum count of at least 1, not " + minCount + ".");
        }
        progress.message("Units");
        IndexedBitext bitext = index(source, target, pairs, progress);
        progress.message("IBM model 1");
        ExpectedCounts expected = Ibm1Aligner.expectedCounts(bitext, PASSES, LONGEST, threads, progress);
        progress.message("Counts");
        CountTable counts = new CountTable();
        new ReferenceCounts(counts).add(expected, bitext, minCount);
        IntSet linked = new IntOpenHashSet(counts.targets());
        addAll(Predefined.counts(source, target, progress), counts);
        Int2IntMap roles = SpecialRoles.map(source.special(), target.special());
        roles.int2IntEntrySet().forEach(role -> counts.add(role.getIntKey(), role.getIntValue(), SPECIAL_WEIGHT));
        return new Result(mapping(source, target, counts, linked, roles, progress), counts);
    }

    /** Unit forms are token ids, since two tokenisations of one word are two units here. */
    private static IndexedBitext index(Tokenizer source, Tokenizer target, PairSource pairs, Progress progress)
            throws HydraException {
        Segmenter sourceUnits = Segmenter.published(source);
        Segmenter targetUnits = Segmenter.published(target);
        IndexedBitext.Builder builder = new IndexedBitext.Builder();
        for (SentencePair pair = pairs.next(); pair != null; pair = pairs.next()) {
            progress.checkCancelled();
            builder.add(forms(sourceUnits.segment(pair.source())), forms(targetUnits.segment(pair.target())));
        }
        return builder.build();
    }

    private static List<String> forms(Segmentation segmentation) {
        var encoding = segmentation.encoding();
        if (encoding == null) {
            throw new IllegalStateException("units without a tokenizer");
        }
        List<String> forms = new ArrayList<>(segmentation.size());
        for (Segment segment : segmentation.segments()) {
            StringBuilder form = new StringBuilder();
            for (int k = 0; k < segment.tokenCount(); k++) {
                form.append(k == 0 ? "" : " ").append(encoding.ids()[segment.firstToken() + k]);
            }
            forms.add(form.toString());
        }
        return forms;
    }

    private static void addAll(CountTable from, CountTable to) {
        for (int t : from.targets()) {
            for (int o : from.sources(t)) {
                to.add(t, o, from.get(t, o));
            }
        }
    }

    private static TokenMapping mapping(
            Tokenizer source, Tokenizer target, CountTable counts, IntSet linked, Int2IntMap roles, Progress progress)
            throws HydraException {
        progress.message("Completion");
        Completion completion = new Completion(new PieceIndex(target), source);
        OptionalInt unknown = SpecialRoles.unknown(source.special());
        List<MappingRow> rows = new ArrayList<>(target.size());
        for (int t = 0; t < target.size(); t++) {
            progress.checkCancelled();
            Int2DoubleMap row = counts.row(t);
            if (!row.isEmpty()) {
                Origin origin = roles.containsKey(t)
                        ? Origin.SPECIAL
                        : linked.contains(t) ? Origin.EVIDENCE : Origin.BACKOFF;
                rows.add(MappingRow.ofCounts(t, row, origin));
                continue;
            }
            Int2DoubleMap completed = complete(t, counts, completion);
            if (!completed.isEmpty()) {
                rows.add(MappingRow.ofCounts(t, completed, Origin.COMPLETED));
            } else {
                rows.add(unknown.isPresent()
                        ? MappingRow.single(t, unknown.getAsInt(), Origin.UNKNOWN)
                        : MappingRow.empty(t));
            }
        }
        return TokenMapping.of(source.size(), rows);
    }

    private static Int2DoubleMap complete(int token, CountTable counts, Completion completion) {
        Int2DoubleOpenHashMap row = new Int2DoubleOpenHashMap();
        for (int contributor : completion.contributors(token, u -> !counts.row(u).isEmpty())) {
            Int2DoubleMap from = counts.row(contributor);
            double total = 0;
            for (double count : from.values()) {
                total += count;
            }
            for (Int2DoubleMap.Entry cell : from.int2DoubleEntrySet()) {
                double share = Math.floor(completion.weight(cell.getIntKey()) * cell.getDoubleValue() / total);
                row.addTo(cell.getIntKey(), Math.max(1, share));
            }
        }
        return row;
    }
}
