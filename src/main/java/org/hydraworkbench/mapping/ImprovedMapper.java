package org.hydraworkbench.mapping;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Turns evidence into a mapping, and keeps it up to date while links are edited.
 *
 * <p>The row of a target token is, in this order: the special role; the evidence; the predefined entries
 * (numbers, equal spellings); what {@link Completion} puts together from the rows above; the source's unknown token. Not for use by several
 * threads at once.
 */
public final class ImprovedMapper {

    private static final int CANCEL_EVERY = 256;

    private final Tokenizer source;
    private final Tokenizer target;
    private final Evidence evidence;
    private final double minCount;
    private final CountTable predefined;
    private final Int2IntMap roles;
    private final Completion completion;
    private final @Nullable MappingRow[] direct;
    private final @Nullable MappingRow[] rows;

    /**
     * A mapper for a vocabulary; prepares what does not depend on evidence.
     *
     * @param evidence read whenever rows are computed; may be changed in between
     * @param minCount cells with a smaller count are left out; 0 keeps all
     */
    public ImprovedMapper(
            Tokenizer source,
            Tokenizer target,
            Evidence evidence,
            double minCount,
            Progress progress)
            throws HydraException {
        progress.message("Vocabularies");
        this.source = source;
        this.target = target;
        this.evidence = evidence;
        this.minCount = minCount;
        this.predefined = Predefined.counts(source, target, progress);
        this.roles = SpecialRoles.map(source.special(), target.special());
        this.completion = new Completion(new PieceIndex(target), source);
        this.direct = new MappingRow[target.size()];
        this.rows = new MappingRow[target.size()];
    }

    /** Computes every row. */
    public TokenMapping full(Progress progress) throws HydraException {
        progress.message("Mapping");
        for (int t = 0; t < rows.length; t++) {
            if (t % CANCEL_EVERY == 0) {
                progress.checkCancelled();
                progress.update(t, rows.length);
            }
            direct[t] = directRow(t);
        }
        MappingRow[] all = new MappingRow[rows.length];
        for (int t = 0; t < rows.length; t++) {
            if (t % CANCEL_EVERY == 0) {
                progress.checkCancelled();
            }
            all[t] = finalRow(t);
            rows[t] = all[t];
        }
        return TokenMapping.of(source.size(), Arrays.asList(all));
    }

    /**
     * Computes again the rows that a change of evidence touched, and the completed rows that depend on them. Call after {@link #full}.
     *
     * @param touched target tokens, as {@link Evidence#replace} gives them
     * @return the rows that are different now, by target token
     */
    public Map<Integer, MappingRow> update(IntSet touched) {
        IntSet affected = new IntOpenHashSet(touched);
        for (int t : touched) {
            MappingRow now = directRow(t);
            if (now == null ? direct[t] != null : !now.equals(direct[t])) {
                direct[t] = now;
                affected.addAll(completion.dependents(t));
            }
        }
        Map<Integer, MappingRow> changed = new LinkedHashMap<>();
        int[] ordered = affected.toIntArray();
        Arrays.sort(ordered);
        for (int t : ordered) {
            if (direct[t] == null || touched.contains(t)) {
                MappingRow row = finalRow(t);
                if (!row.equals(rows[t])) {
                    rows[t] = row;
                    changed.put(t, row);
                }
            }
        }
        return changed;
    }

    private @Nullable MappingRow directRow(int t) {
        if (roles.containsKey(t)) {
            return MappingRow.single(t, roles.get(t), Origin.SPECIAL);
        }
        Int2DoubleOpenHashMap counts = evidence.row(t);
        if (minCount > 0) {
            counts.values().removeIf(count -> count < minCount);
        }
        if (!counts.isEmpty()) {
            return MappingRow.ofCounts(t, counts, Origin.EVIDENCE);
        }
        Int2DoubleMap known = predefined.row(t);
        return known.isEmpty() ? null : MappingRow.ofCounts(t, known, Origin.BACKOFF);
    }

    private MappingRow finalRow(int t) {
        MappingRow own = direct[t];
        if (own != null) {
            return own;
        }
        Int2DoubleOpenHashMap sum = new Int2DoubleOpenHashMap();
        for (int contributor : completion.contributors(t, u -> direct[u] != null)) {
            MappingRow row = direct[contributor];
            for (int k = 0; row != null && k < row.size(); k++) {
                int o = row.sources()[k];
                sum.addTo(o, completion.weight(o) * row.weights()[k]);
            }
        }
        if (!sum.isEmpty()) {
            return MappingRow.ofCounts(t, sum, Origin.COMPLETED);
        }
        OptionalInt unknown = SpecialRoles.unknown(source.special());
        return unknown.isPresent() ? MappingRow.single(t, unknown.getAsInt(), Origin.UNKNOWN) : MappingRow.empty(t);
    }

    /** The counts behind the mapping: evidence, or where there is none predefined entries and roles, which count 1. */
    public CountTable counts() {
        CountTable counts = new CountTable();
        for (int t = 0; t < target.size(); t++) {
            MappingRow row = direct[t];
            for (int k = 0; row != null && k < row.size(); k++) {
                counts.add(t, row.sources()[k], row.weights()[k] * (row.evidence() > 0 ? row.evidence() : 1));
            }
        }
        return counts;
    }
}
