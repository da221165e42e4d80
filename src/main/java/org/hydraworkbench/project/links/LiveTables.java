package org.hydraworkbench.project.links;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.hydra.RowOverlay;
import org.hydraworkbench.mapping.MappingRow;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Artefacts;
import org.hydraworkbench.project.artefacts.InUse;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.transfer.EmbeddingTables;
import org.hydraworkbench.transfer.TokenRows;
import org.hydraworkbench.transfer.TransferMethod;
import org.hydraworkbench.transfer.TransferOptions;
import org.jspecify.annotations.Nullable;

/**
 * How far the initial rows of the live mapping are from those that the current Hydra was tuned from: row by row the difference
 * init_new − init_old, which is added to the tuned tables. Recomputing a row would erase its tuning.
 */
final class LiveTables implements AutoCloseable {

    /** The difference of a token's initial rows; {@code head} is empty when the tables are tied. */
    private record Delta(float[] input, float[] head) {
        boolean isZero() {
            return isZero(input) && isZero(head);
        }

        private static boolean isZero(float[] values) {
            for (float value : values) {
                if (value != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private final EmbeddingTables tables;
    private final TokenRows rows;
    private final @Nullable TokenMapping tunedFrom;
    private final Map<Integer, Delta> deltas = new TreeMap<>();

    private LiveTables(EmbeddingTables tables, TokenRows rows, @Nullable TokenMapping tunedFrom) {
        this.tables = tables;
        this.rows = rows;
        this.tunedFrom = tunedFrom;
    }

    /**
     * The tables of the base model, and the mapping that the Hydra in use began from if there is one; empty without a
     * model, or where the live mapping is from the tokens of another tokenizer than the model's own.
     *
     * @param live the mapping whose rows will be compared: where its tokens are not the Hydra's, there is nothing to compare
     * @param source its source tokenizer
     * @param target its target tokenizer
     */
    static Optional<LiveTables> open(Artefacts artefacts, Artefact live, Tokenizer source, Tokenizer target) throws HydraException {
        InUse inUse = artefacts.inUse();
        Artefact hydra = inUse.hydra().orElse(null);
        Artefact transfer = hydra == null ? null : artefacts.origin(hydra, ArtefactKind.TRANSFER).orElse(null);
        if (transfer != null) {
            TransferSettings settings = TransferSettings.CODEC.read(transfer.settingsJson(), "“" + transfer.name() + "”");
            Artefact mapping = artefacts.origin(transfer, ArtefactKind.MAPPING).orElse(null);
            Artefact base = artefacts.origin(transfer, ArtefactKind.BASE_MODEL).orElse(null);
            if (settings.method() == TransferMethod.TRANS_TOKENIZATION && mapping != null && base != null) {
                return !isFrom(artefacts, live, base) ? Optional.empty() : Optional.of(open(
                        base,
                        source,
                        target,
                        settings.options(),
                        haveSameTokens(artefacts, mapping, live)
                                ? TokenMapping.load(mapping.file(MappingFiles.MAPPING))
                                : null));
            }
        }
        Optional<Artefact> base = inUse.get(Slot.BASE_MODEL);
        return base.isEmpty() || !isFrom(artefacts, live, base.get())
                ? Optional.empty()
                : Optional.of(open(base.get(), source, target, TransferSettings.defaults().options(), null));
    }

    private static LiveTables open(
            Artefact base, Tokenizer source, Tokenizer target, TransferOptions options, @Nullable TokenMapping tunedFrom)
            throws HydraException {
        EmbeddingTables tables = EmbeddingTables.open(base.folder());
        boolean opened = false;
        try {
            LiveTables live = new LiveTables(tables, TokenRows.of(tables, source, target, options), tunedFrom);
            opened = true;
            return live;
        } finally {
            if (!opened) {
                tables.close();
            }
        }
    }

    /** Whether the source tokens of a mapping are the rows of a model's tables. */
    private static boolean isFrom(Artefacts artefacts, Artefact mapping, Artefact base) throws HydraException {
        Optional<Artefact> source = artefacts.used(mapping, Slot.tokenizer(mapping.slot().languages().getFirst()));
        return source.isPresent() && OpenTokenizers.isOwn(base, source.get());
    }

    private static boolean haveSameTokens(Artefacts artefacts, Artefact one, Artefact other) throws HydraException {
        for (LanguageTag language : other.slot().languages()) {
            Slot tokenizer = Slot.tokenizer(language);
            Optional<String> hash = artefacts.used(one, tokenizer).map(Artefact::hash);
            if (hash.isEmpty() || !hash.equals(artefacts.used(other, tokenizer).map(Artefact::hash))) {
                return false;
            }
        }
        return true;
    }

    /** Takes note of a row of the live mapping. */
    void set(MappingRow row) throws HydraException {
        if (tunedFrom == null) {
            return;
        }
        MappingRow old = tunedFrom.row(row.target());
        if (sameMixture(old, row)) {
            deltas.remove(row.target());
            return;
        }
        TokenRows.Row before = rows.row(old);
        TokenRows.Row after = rows.row(row);
        Delta delta = new Delta(
                difference(after.input(), before.input()),
                after.head().isEmpty() || before.head().isEmpty()
                        ? new float[0]
                        : difference(after.head().get(), before.head().get()));
        if (delta.isZero()) {
            deltas.remove(row.target());
        } else {
            deltas.put(row.target(), delta);
        }
    }

    /** What an edit did to a row. */
    RowChange change(MappingRow before, MappingRow after) throws HydraException {
        float[] old = rows.row(before).input();
        float[] now = rows.row(after).input();
        double square = 0;
        double dot = 0;
        double oldSquare = 0;
        double nowSquare = 0;
        for (int k = 0; k < old.length; k++) {
            square += (double) (now[k] - old[k]) * (now[k] - old[k]);
            dot += (double) now[k] * old[k];
            oldSquare += (double) old[k] * old[k];
            nowSquare += (double) now[k] * now[k];
        }
        return new RowChange(after.target(), before, after, Math.sqrt(square), dot / Math.sqrt(oldSquare * nowSquare));
    }

    /** All differences together. */
    RowOverlay overlay() {
        int width = tables.input().width();
        boolean untied = tables.head().isPresent();
        int[] ids = new int[deltas.size()];
        float[] inputs = new float[ids.length * width];
        float[] heads = new float[untied ? ids.length * width : 0];
        int n = 0;
        for (Map.Entry<Integer, Delta> entry : deltas.entrySet()) {
            ids[n] = entry.getKey();
            System.arraycopy(entry.getValue().input(), 0, inputs, n * width, width);
            if (untied) {
                System.arraycopy(entry.getValue().head(), 0, heads, n * width, width);
            }
            n++;
        }
        return new RowOverlay(ids, inputs, heads);
    }

    private static boolean sameMixture(MappingRow a, MappingRow b) {
        return java.util.Arrays.equals(a.sources(), b.sources()) && java.util.Arrays.equals(a.weights(), b.weights());
    }

    private static float[] difference(float[] a, float[] b) {
        float[] difference = new float[a.length];
        for (int k = 0; k < a.length; k++) {
            difference[k] = a[k] - b[k];
        }
        return difference;
    }

    @Override
    public void close() {
        tables.close();
    }
}
