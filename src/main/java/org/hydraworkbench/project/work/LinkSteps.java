package org.hydraworkbench.project.work;

import com.google.gson.Gson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hydraworkbench.align.BitextAligner;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.mapping.Evidence;
import org.hydraworkbench.mapping.ImprovedMapper;
import org.hydraworkbench.mapping.MappingStats;
import org.hydraworkbench.mapping.ReferenceMapper;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.mapping.WeightedLink;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Artefacts;
import org.hydraworkbench.project.corpora.TrainingPairs;
import org.hydraworkbench.project.links.AlignmentFiles;
import org.hydraworkbench.project.links.EditKnowledge;
import org.hydraworkbench.project.links.MappingFiles;
import org.hydraworkbench.project.links.PairEvidence;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.Unit;
import org.jspecify.annotations.Nullable;

/** From text to links, and from links to a mapping, inside a project. */
final class LinkSteps {

    private static final Gson GSON = new Gson();

    private final Project project;
    private final Database database;
    private final Artefacts artefacts;

    LinkSteps(Project project, Database database) {
        this.project = project;
        this.database = database;
        this.artefacts = project.artefacts();
    }

    /** Aligns all anew, with what people said of links and pairs. */
    Artefact align(AlignmentSettings settings, Progress progress) throws HydraException {
        return align(settings, null, progress);
    }

    /** Brings the current alignment up to what people said since: with its settings, from its links. */
    Artefact realign(Progress progress) throws HydraException {
        Artefact current = artefacts.require(ArtefactKind.ALIGNMENT, "");
        AlignmentSettings settings = GSON.fromJson(current.optionsJson(), AlignmentSettings.class);
        return align(settings, project.alignments().open(current), progress);
    }

    private Artefact align(AlignmentSettings settings, @Nullable AlignmentFiles from, Progress progress)
            throws HydraException {
        Segmenter source = project.alignments().segmenter(settings.unit(), "source");
        Segmenter target = project.alignments().segmenter(settings.unit(), "target");
        String name = "Alignment by %s, %s".formatted(
                label(settings.unit()), settings.options().symmetrization().optionName());
        try (ArtefactBuilder builder = artefacts.begin(ArtefactKind.ALIGNMENT, name)) {
            builder.options(settings)
                    .seed(settings.options().seed())
                    .inputCorpora(project.corpora().fingerprint());
            if (settings.unit() == Unit.TOKEN || settings.unit() == Unit.UNIT) {
                builder.input("source tokenizer", artefacts.require(ArtefactKind.TOKENIZER, "source"))
                        .input("target tokenizer", artefacts.require(ArtefactKind.TOKENIZER, "target"));
            }
            if (from != null) {
                builder.input(ArtefactInput.START, from.artefact());
            }
            TrainingPairs pairs = new TrainingPairs(database);
            EditKnowledge knowledge = new EditKnowledge(project, database, source, target);
            BitextAligner.Outcome outcome = BitextAligner.align(
                    pairs,
                    source,
                    target,
                    part -> knowledge.of(part.bitext(), pairs.ids(), from, progress),
                    settings.options(),
                    progress);
            if (outcome.summary().pairs() == 0) {
                throw new InputException("There is nothing to align: import a corpus for training first.");
            }
            progress.message("Saving");
            AlignmentFiles.save(builder.folder(), pairs.ids(), outcome.links(), outcome.model());
            return builder.summary(outcome.summary()).commit(progress);
        }
    }

    private static String label(Unit unit) {
        return switch (unit) {
            case GIVEN -> "what stands between spaces";
            case WORD -> "words";
            case TOKEN -> "tokens";
            case UNIT -> "word units";
        };
    }

    Artefact map(MappingSettings settings, Progress progress) throws HydraException {
        Artefact sourceTokenizer = artefacts.require(ArtefactKind.TOKENIZER, "source");
        Artefact targetTokenizer = artefacts.require(ArtefactKind.TOKENIZER, "target");
        Tokenizer source = project.tokenizers().get(sourceTokenizer);
        Tokenizer target = project.tokenizers().get(targetTokenizer);
        String name = settings.method() == MappingSettings.Method.IMPROVED ? "Mapping from links" : "Reference mapping";
        try (ArtefactBuilder builder = artefacts.begin(ArtefactKind.MAPPING, name)) {
            builder.options(settings)
                    .input("source tokenizer", sourceTokenizer)
                    .input("target tokenizer", targetTokenizer);
            TokenMapping mapping = switch (settings.method()) {
                case IMPROVED -> improved(settings, source, target, builder, progress);
                case REFERENCE -> reference(settings, source, target, builder, progress);
            };
            mapping.save(builder.folder().resolve(MappingFiles.MAPPING));
            return builder.summary(MappingStats.of(mapping)).commit(progress);
        }
    }

    private TokenMapping reference(
            MappingSettings settings, Tokenizer source, Tokenizer target, ArtefactBuilder builder, Progress progress)
            throws HydraException {
        builder.inputCorpora(project.corpora().fingerprint());
        int threads = Runtime.getRuntime().availableProcessors();
        return ReferenceMapper.map(source, target, new TrainingPairs(database), settings.minCount(), threads, progress)
                .mapping();
    }

    private TokenMapping improved(
            MappingSettings settings, Tokenizer source, Tokenizer target, ArtefactBuilder builder, Progress progress)
            throws HydraException {
        Artefact alignment = artefacts.require(ArtefactKind.ALIGNMENT, "");
        builder.input("alignment", alignment).editRevision(project.edits().revision());
        AlignmentFiles files = project.alignments().open(alignment);
        Evidence evidence = evidence(files, settings, builder, progress);
        evidence.save(builder.folder().resolve(MappingFiles.EVIDENCE));
        return new ImprovedMapper(source, target, evidence, Map.of(), settings.minCount(), progress).full(progress);
    }

    private Evidence evidence(
            AlignmentFiles files, MappingSettings settings, ArtefactBuilder builder, Progress progress)
            throws HydraException {
        progress.message("Evidence");
        PairEvidence counting = new PairEvidence(files, project.edits(), settings.weights());
        Set<Long> touched = PairEvidence.touched(database);
        Map<Long, List<WeightedLink>> otherwise = new LinkedHashMap<>();
        Evidence evidence = new Evidence();
        TrainingPairs pairs = new TrainingPairs(database);
        int done = 0;
        for (TrainingPairs.Pair pair = pairs.nextPair(); pair != null; pair = pairs.nextPair()) {
            if (done++ % 256 == 0) {
                progress.checkCancelled();
                progress.update(done, files.ids().length);
            }
            PairEvidence.Weighted weighted;
            if (touched.contains(pair.id())) {
                weighted = counting.now(project.corpora().pair(pair.id()));
                otherwise.put(pair.id(), weighted.links());
            } else if (!files.covers(pair.id())) {
                continue;
            } else {
                weighted = counting.machine(pair.id(), pair.texts().source(), pair.texts().target());
            }
            evidence.add(pair.id(), weighted.source(), weighted.target(), weighted.links());
        }
        MappingFiles.saveTouched(builder.folder(), otherwise);
        return evidence;
    }
}
