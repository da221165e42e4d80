package org.hydraworkbench.project.links;

import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.Shared;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.Artefacts;
import org.hydraworkbench.project.artefacts.InUse;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.corpora.Corpora;
import org.hydraworkbench.project.corpora.PairScores;
import org.hydraworkbench.project.edits.Edits;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.Unit;
import org.jspecify.annotations.Nullable;

/** Opens the alignments of a project, and the mapping that follows edits. Safe for use by several threads. */
public final class Alignments implements AutoCloseable {

    /** What an alignment calls the {@link Unit#version} of the rules that it was cut by. */
    public static final String CUTTING = "cutting";

    /** An alignment that is open, with the tokenizers that its sentences are cut with. */
    private record Opened(AlignmentFiles files, @Nullable Tokenizer source, @Nullable Tokenizer target) {

        boolean is(Artefact artefact, @Nullable Tokenizer newSource, @Nullable Tokenizer newTarget) {
            return files.artefact().id() == artefact.id() && source == newSource && target == newTarget;
        }
    }

    private final Database database;
    private final Artefacts artefacts;
    private final Corpora corpora;
    private final Edits edits;
    private final OpenTokenizers tokenizers;
    private @Nullable Opened opened;
    private @Nullable Shared<LiveEffect> live;

    public Alignments(Database database, Artefacts artefacts, Corpora corpora, Edits edits, OpenTokenizers tokenizers) {
        this.database = database;
        this.artefacts = artefacts;
        this.corpora = corpora;
        this.edits = edits;
        this.tokenizers = tokenizers;
    }

    /** The alignment in use as it is now. */
    public CurrentAlignment now() throws HydraException {
        InUse inUse = artefacts.inUse();
        ProjectInfo info = inUse.project();
        Tokenizer source = current(inUse, Slot.tokenizer(info, Side.SOURCE));
        Tokenizer target = current(inUse, Slot.tokenizer(info, Side.TARGET));
        Artefact artefact = inUse.get(Slot.alignment(info)).orElse(null);
        if (artefact == null) {
            return new CurrentAlignment(
                    corpora, edits, null, segmenter(Unit.WORD, source), segmenter(Unit.WORD, target));
        }
        AlignmentFiles files = cached(artefact, own(artefact, source, Side.SOURCE), own(artefact, target, Side.TARGET));
        return new CurrentAlignment(corpora, edits, files, files.source(), files.target());
    }

    /** How certain the alignment in use is of each pair. */
    public PairScores scores() throws HydraException {
        return now().scores();
    }

    private @Nullable Tokenizer current(InUse inUse, Slot slot) throws HydraException {
        Artefact artefact = inUse.get(slot).orElse(null);
        return artefact == null ? null : tokenizers.get(artefact);
    }

    /** The tokenizer that an alignment was cut with; one of words goes with any. */
    private @Nullable Tokenizer own(Artefact alignment, @Nullable Tokenizer otherwise, Side side) throws HydraException {
        Artefact used = cutWith(alignment, side).orElse(null);
        return used == null ? otherwise : tokenizers.get(used);
    }

    private Optional<Artefact> cutWith(Artefact alignment, Side side) throws HydraException {
        return artefacts.used(alignment, Slot.tokenizer(side == Side.SOURCE
                ? alignment.slot().languages().getFirst()
                : alignment.slot().languages().getLast()));
    }

    private synchronized AlignmentFiles cached(Artefact artefact, @Nullable Tokenizer source, @Nullable Tokenizer target)
            throws HydraException {
        Opened known = opened;
        if (known == null || !known.is(artefact, source, target)) {
            known = new Opened(files(artefact, source, target), source, target);
            opened = known;
        }
        return known.files();
    }

    /**
     * Opens an alignment to read its links as those of two tokenizers' tokens.
     *
     * @throws InputException when the alignment was cut with other tokenizers: what is a token there is none here
     */
    public AlignmentFiles open(Artefact alignment, Artefact sourceTokenizer, Artefact targetTokenizer) throws HydraException {
        requireSame(alignment, cutWith(alignment, Side.SOURCE), sourceTokenizer);
        requireSame(alignment, cutWith(alignment, Side.TARGET), targetTokenizer);
        return files(alignment, tokenizers.get(sourceTokenizer), tokenizers.get(targetTokenizer));
    }

    /** Opens any alignment with the tokenizers that it was cut with. */
    public AlignmentFiles open(Artefact alignment) throws HydraException {
        return files(alignment, own(alignment, null, Side.SOURCE), own(alignment, null, Side.TARGET));
    }

    /**
     * How the links of two alignments differ, which takes a second for a million pairs; empty when they cut sentences into different
     * units, so that their links cannot be compared.
     */
    public Optional<AlignmentDifference> difference(Artefact before, Artefact after) throws HydraException {
        if (settings(before).unit() != settings(after).unit()
                || cutting(before) != cutting(after)
                || !hash(cutWith(before, Side.SOURCE)).equals(hash(cutWith(after, Side.SOURCE)))
                || !hash(cutWith(before, Side.TARGET)).equals(hash(cutWith(after, Side.TARGET)))) {
            return Optional.empty();
        }
        return Optional.of(AlignmentDifference.between(open(before), open(after)));
    }

    private static Optional<String> hash(Optional<Artefact> artefact) {
        return artefact.map(Artefact::hash);
    }

    private static AlignmentSettings settings(Artefact alignment) throws HydraException {
        return AlignmentSettings.CODEC.read(alignment.settingsJson(), "“" + alignment.name() + "”");
    }

    private static void requireSame(Artefact alignment, Optional<Artefact> cutWith, Artefact tokenizer) throws InputException {
        if (cutWith.isPresent() && !cutWith.get().hash().equals(tokenizer.hash())) {
            throw new InputException("“%s” was cut with the tokenizer “%s” and does not fit “%s”; align again."
                    .formatted(alignment.name(), cutWith.get().name(), tokenizer.name()));
        }
    }

    private static AlignmentFiles files(Artefact artefact, @Nullable Tokenizer source, @Nullable Tokenizer target)
            throws HydraException {
        Unit unit = settings(artefact).unit();
        int cutting = cutting(artefact);
        return AlignmentFiles.open(artefact, segmenter(unit, source, cutting), segmenter(unit, target, cutting));
    }

    /** The version of the rules that an alignment was cut by. */
    private static int cutting(Artefact alignment) throws HydraException {
        Unit unit = settings(alignment).unit();
        String recorded = alignment.input(CUTTING).map(ArtefactInput::hash).orElse(String.valueOf(unit.version()));
        for (int version = 1; version <= unit.version(); version++) {
            if (recorded.equals(String.valueOf(version))) {
                return version;
            }
        }
        throw new InputException("“%s” was cut by rules of version %s, which this version of the program does not know; align again."
                .formatted(alignment.name(), recorded));
    }

    /**
     * What cuts sentences of a side into units, with the tokenizer in use of that side.
     *
     * @throws InputException when the unit needs a tokenizer and there is none
     */
    public Segmenter segmenter(Unit unit, Side side) throws HydraException {
        InUse inUse = artefacts.inUse();
        return segmenter(unit, current(inUse, Slot.tokenizer(inUse.project(), side)));
    }

    /** What cuts sentences into units with a tokenizer; null for none. */
    static Segmenter segmenter(Unit unit, @Nullable Tokenizer tokenizer) throws InputException {
        return segmenter(unit, tokenizer, unit.version());
    }

    private static Segmenter segmenter(Unit unit, @Nullable Tokenizer tokenizer, int version) throws InputException {
        if (tokenizer == null && needsTokenizer(unit)) {
            throw new InputException("Cutting text into tokens needs a tokenizer for both languages; choose or train one first.");
        }
        return Segmenter.of(unit, tokenizer, version);
    }

    /** Whether sentences cannot be cut into such units without a tokenizer. */
    public static boolean needsTokenizer(Unit unit) {
        return unit == Unit.TOKEN || unit == Unit.UNIT;
    }

    /**
     * The mapping in use with all edits made since. Opened at the first call, and again when another mapping or Hydra came into use, which
     * takes about a second; so not for the window's own thread. Close the lease after use.
     *
     * @return empty while there is no mapping that follows edits
     */
    public synchronized Optional<Lease<LiveEffect>> live(Progress progress) throws HydraException {
        LiveEffect.Sources sources = LiveEffect.Sources.of(artefacts).orElse(null);
        Shared<LiveEffect> now = live;
        if (now != null) {
            try (Lease<LiveEffect> lease = now.acquire()) {
                if (lease.get().sources().equals(sources)) {
                    return Optional.of(now.acquire());
                }
            }
            live = null;
            now.close();
        }
        if (sources == null) {
            return Optional.empty();
        }
        now = new Shared<>("the live mapping", new LiveEffect(sources, this, database, artefacts, corpora, edits, tokenizers, progress));
        live = now;
        return Optional.of(now.acquire());
    }

    /** Lets go of what is open; who still uses it does so to the end. */
    @Override
    public synchronized void close() throws HydraException {
        opened = null;
        if (live != null) {
            live.close();
            live = null;
        }
    }
}
