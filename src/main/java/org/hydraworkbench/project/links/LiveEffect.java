package org.hydraworkbench.project.links;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.ints.IntSets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.hydra.RowOverlay;
import org.hydraworkbench.mapping.Evidence;
import org.hydraworkbench.mapping.ImprovedMapper;
import org.hydraworkbench.mapping.MappingRow;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.mapping.WeightedLink;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Artefacts;
import org.hydraworkbench.project.artefacts.InUse;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.corpora.Corpora;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.edits.Edits;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The current mapping with all edits made since: what an edit changes is there at once. Nothing of it is stored; it follows
 * from the saved mapping and the edits, and is made again from them when a project opens. Safe for use by several threads.
 */
public final class LiveEffect implements AutoCloseable {

    private final Sources sources;
    private final Corpora corpora;
    private final Edits edits;
    private final Tokenizer source;
    private final Tokenizer target;
    private final Evidence evidence;
    private final ImprovedMapper mapper;
    private final PairEvidence counting;
    private final Map<Long, List<WeightedLink>> counted;
    private final Map<Integer, MappingRow> changed = new HashMap<>();
    private final TokenMapping opened;
    private final @Nullable LiveTables tables;
    private Set<Long> asked = Set.of();
    private EffectOfEdit answer = EffectOfEdit.NONE;

    /**
     * What a live mapping is of.
     *
     * @param hydra the Hydra in use, whose rows the edits change; 0 while there is none
     */
    public record Sources(long mapping, long hydra) {

        /** What a live mapping would be of now; empty while there is no mapping that follows edits. */
        static Optional<Sources> of(Artefacts artefacts) throws HydraException {
            InUse inUse = artefacts.inUse();
            Artefact mapping = inUse.get(Slot.mapping(inUse.project())).orElse(null);
            return mapping == null || !settings(mapping).followsEdits()
                    ? Optional.empty()
                    : Optional.of(new Sources(mapping.id(), inUse.hydra().map(Artefact::id).orElse(0L)));
        }
    }

    LiveEffect(
            Sources sources,
            Alignments alignments,
            Database database,
            Artefacts artefacts,
            Corpora corpora,
            Edits edits,
            OpenTokenizers tokenizers,
            Progress progress)
            throws HydraException {
        Artefact mapping = artefacts.get(sources.mapping());
        MappingSettings settings = settings(mapping);
        List<LanguageTag> languages = mapping.slot().languages();
        Artefact sourceTokenizer = used(artefacts, mapping, Slot.tokenizer(languages.getFirst()));
        Artefact targetTokenizer = used(artefacts, mapping, Slot.tokenizer(languages.getLast()));
        Artefact aligned = used(artefacts, mapping, new Slot(ArtefactKind.ALIGNMENT, languages));
        this.sources = sources;
        this.corpora = corpora;
        this.edits = edits;
        this.source = tokenizers.get(sourceTokenizer);
        this.target = tokenizers.get(targetTokenizer);
        this.counting =
                new PairEvidence(alignments.open(aligned, sourceTokenizer, targetTokenizer), edits, settings.weights());
        this.counted = MappingFiles.loadTouched(mapping.folder());
        progress.message("Reading the mapping's evidence");
        this.evidence = Evidence.load(mapping.file(MappingFiles.EVIDENCE));
        Set<Long> touched = new HashSet<>(counted.keySet());
        touched.addAll(PairEvidence.touched(database));
        Set<Long> training = training();
        for (PairRow pair : corpora.pairs(List.copyOf(touched))) {
            progress.checkCancelled();
            recount(pair, training);
        }
        this.mapper = new ImprovedMapper(source, target, evidence, settings.minCount(), progress);
        this.opened = mapper.full(progress);
        this.tables = LiveTables.open(artefacts, mapping, source, target).orElse(null);
        if (tables != null) {
            for (int t = 0; t < opened.targetSize(); t++) {
                tables.set(opened.row(t));
            }
        }
    }

    private static MappingSettings settings(Artefact mapping) throws HydraException {
        return MappingSettings.CODEC.read(mapping.settingsJson(), "“" + mapping.name() + "”");
    }

    private static Artefact used(Artefacts artefacts, Artefact mapping, Slot slot) throws HydraException {
        return artefacts.used(mapping, slot).orElseThrow(() -> new InputException(
                "“" + mapping.name() + "” does not say which " + slot.kind().code() + " it was made with; make it again."));
    }

    /** What this is of. */
    Sources sources() {
        return sources;
    }

    /** Takes in what is said of a pair now, after an edit was made, undone or redone. */
    public EffectOfEdit apply(long pairId) throws HydraException {
        return apply(List.of(pairId));
    }

    /** Takes in what is said of some pairs now. Who asks again about the same state of the edits gets the same answer. */
    public synchronized EffectOfEdit apply(Collection<Long> pairIds) throws HydraException {
        long revision = edits.revision();
        if (revision == answer.editRevision() && asked.equals(Set.copyOf(pairIds))) {
            return answer;
        }
        IntSet touched = new IntOpenHashSet();
        Set<Long> training = training();
        for (PairRow pair : corpora.pairs(List.copyOf(pairIds))) {
            touched.addAll(recount(pair, training));
        }
        List<RowChange> changes = new ArrayList<>();
        for (Map.Entry<Integer, MappingRow> update : mapper.update(touched).entrySet()) {
            int t = update.getKey();
            MappingRow row = update.getValue();
            MappingRow before = row(t);
            changed.put(t, row);
            if (tables != null) {
                tables.set(row);
                changes.add(tables.change(before, row));
            } else {
                changes.add(new RowChange(t, before, row, Double.NaN, Double.NaN));
            }
        }
        changes.sort(Comparator.comparingDouble(RowChange::distance).reversed().thenComparingInt(RowChange::target));
        asked = Set.copyOf(pairIds);
        answer = new EffectOfEdit(revision, changes, overlay());
        return answer;
    }

    /** The corpora that are learnt from. */
    private Set<Long> training() throws HydraException {
        return corpora.list().stream()
                .filter(corpus -> corpus.role() == CorpusRole.TRAINING)
                .map(CorpusInfo::id)
                .collect(Collectors.toSet());
    }

    private IntSet recount(PairRow pair, Set<Long> trainingCorpora) throws HydraException {
        boolean training = trainingCorpora.contains(pair.corpusId());
        List<WeightedLink> before = counted.get(pair.id());
        if (before != null && before.isEmpty() && !PairEvidence.counts(pair, training)) {
            return IntSets.emptySet(); // of a whole corpus that was taken out, perhaps
        }
        PairEvidence.Weighted now = counting.now(pair, training);
        if (before == null) {
            before = counting.machine(pair.id(), pair.source(), pair.target()).links();
        }
        counted.put(pair.id(), now.links());
        return evidence.replace(pair.id(), now.source(), now.target(), before, now.links());
    }

    /** The row of a target token as it is now. */
    public synchronized MappingRow row(int targetToken) {
        MappingRow row = changed.get(targetToken);
        return row == null ? opened.row(targetToken) : row;
    }

    /** The whole mapping as it is now. */
    public synchronized TokenMapping mapping() {
        return opened.with(changed);
    }

    /** Number of links in which a target token takes part. */
    public synchronized int links(int targetToken) {
        return evidence.links(targetToken);
    }

    /** At most five pairs in which the two tokens are linked. */
    public synchronized List<Long> examples(int targetToken, int sourceToken) {
        return java.util.Arrays.stream(evidence.examples(targetToken, sourceToken)).boxed().toList();
    }

    /** What all edits since the Hydra was made add to its tables of the target language. */
    public synchronized RowOverlay overlay() {
        return tables == null ? RowOverlay.none() : tables.overlay();
    }

    /** The source tokenizer, which lives as long as the project. */
    public Tokenizer source() {
        return source;
    }

    /** The target tokenizer, which lives as long as the project. */
    public Tokenizer target() {
        return target;
    }

    @Override
    public synchronized void close() {
        if (tables != null) {
            tables.close();
        }
    }
}
