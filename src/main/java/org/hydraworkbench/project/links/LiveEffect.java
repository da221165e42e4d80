package org.hydraworkbench.project.links;

import com.google.gson.Gson;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.hydra.RowOverlay;
import org.hydraworkbench.mapping.Evidence;
import org.hydraworkbench.mapping.ImprovedMapper;
import org.hydraworkbench.mapping.MappingRow;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.mapping.WeightedLink;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Artefacts;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The current mapping with all edits made since: what an edit changes is there at once. Nothing of it is stored; it follows
 * from the saved mapping and the edits, and is made again from them when a project opens. Safe for use by several threads.
 */
public final class LiveEffect implements AutoCloseable {

    private static final Gson GSON = new Gson();

    private final Project project;
    private final Artefact mapping;
    private final @Nullable Artefact hydra;
    private final Tokenizer source;
    private final Tokenizer target;
    private final Evidence evidence;
    private final ImprovedMapper mapper;
    private final PairEvidence counting;
    private final Map<Long, List<WeightedLink>> counted;
    private final Map<Integer, MappingRow> changed = new HashMap<>();
    private final TokenMapping opened;
    private final @Nullable LiveTables tables;

    private LiveEffect(Project project, Database database, Artefact mapping, Progress progress) throws HydraException {
        Artefacts artefacts = project.artefacts();
        MappingSettings settings = GSON.fromJson(mapping.optionsJson(), MappingSettings.class);
        this.project = project;
        this.mapping = mapping;
        this.hydra = artefacts.current(ArtefactKind.HYDRA).orElse(null);
        this.source = project.tokenizers().get(input(artefacts, mapping, "source tokenizer"));
        this.target = project.tokenizers().get(input(artefacts, mapping, "target tokenizer"));
        AlignmentFiles alignment = project.alignments().open(input(artefacts, mapping, "alignment"));
        this.counting = new PairEvidence(alignment, project.edits(), settings.weights());
        this.counted = MappingFiles.loadTouched(mapping.folder());
        progress.message("Reading the mapping's evidence");
        this.evidence = Evidence.load(mapping.file(MappingFiles.EVIDENCE));
        Set<Long> touched = new HashSet<>(counted.keySet());
        touched.addAll(PairEvidence.touched(database));
        for (PairRow pair : project.corpora().pairs(List.copyOf(touched))) {
            progress.checkCancelled();
            recount(pair);
        }
        this.mapper = new ImprovedMapper(source, target, evidence, Map.of(), settings.minCount(), progress);
        this.opened = mapper.full(progress);
        this.tables = LiveTables.open(artefacts, target.size()).orElse(null);
        if (tables != null) {
            for (int t = 0; t < opened.targetSize(); t++) {
                tables.set(opened.row(t));
            }
        }
    }

    /** The effect for the current mapping; empty when there is none, or none that follows edits. Takes about a second. */
    public static Optional<LiveEffect> open(Project project, Database database, Progress progress) throws HydraException {
        Optional<Artefact> mapping = current(project);
        return mapping.isEmpty()
                ? Optional.empty()
                : Optional.of(new LiveEffect(project, database, mapping.get(), progress));
    }

    private static Optional<Artefact> current(Project project) throws HydraException {
        return project.artefacts()
                .current(ArtefactKind.MAPPING)
                .filter(made -> GSON.fromJson(made.optionsJson(), MappingSettings.class).method()
                        == MappingSettings.Method.IMPROVED);
    }

    private static Artefact input(Artefacts artefacts, Artefact artefact, String role) throws HydraException {
        for (ArtefactInput input : artefact.inputs()) {
            Long id = input.artefactId();
            if (id != null && input.role().equals(role)) {
                return artefacts.get(id);
            }
        }
        throw new InputException("“" + artefact.name() + "” does not say which " + role + " it was made with; make it again.");
    }

    /** Whether this still belongs to the current mapping and Hydra. */
    public boolean isCurrent() throws HydraException {
        long now = project.artefacts().current(ArtefactKind.HYDRA).map(Artefact::id).orElse(0L);
        return current(project).filter(made -> made.id() == mapping.id()).isPresent()
                && now == (hydra == null ? 0 : hydra.id());
    }

    /** Takes in what is said of a pair now, after an edit was made, undone or redone. */
    public EffectOfEdit apply(long pairId) throws HydraException {
        return apply(List.of(pairId));
    }

    /** Takes in what is said of some pairs now. */
    public synchronized EffectOfEdit apply(Collection<Long> pairIds) throws HydraException {
        long revision = project.edits().revision();
        IntSet touched = new IntOpenHashSet();
        for (PairRow pair : project.corpora().pairs(List.copyOf(pairIds))) {
            touched.addAll(recount(pair));
        }
        List<RowChange> changes = new ArrayList<>();
        mapper.update(touched).forEach((t, row) -> {
            MappingRow before = row(t);
            changed.put(t, row);
            if (tables != null) {
                tables.set(row);
                changes.add(tables.change(before, row));
            } else {
                changes.add(new RowChange(t, before, row, Double.NaN, Double.NaN));
            }
        });
        changes.sort(Comparator.comparingDouble(RowChange::distance).reversed().thenComparingInt(RowChange::target));
        return new EffectOfEdit(revision, changes, overlay());
    }

    private IntSet recount(PairRow pair) throws HydraException {
        PairEvidence.Weighted now = counting.now(pair);
        List<WeightedLink> before = counted.get(pair.id());
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
