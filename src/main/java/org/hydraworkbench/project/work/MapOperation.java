package org.hydraworkbench.project.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.mapping.Evidence;
import org.hydraworkbench.mapping.ImprovedMapper;
import org.hydraworkbench.mapping.MappingStats;
import org.hydraworkbench.mapping.ReferenceMapper;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.mapping.WeightedLink;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.TrainingPairs;
import org.hydraworkbench.project.links.AlignmentFiles;
import org.hydraworkbench.project.links.MappingFiles;
import org.hydraworkbench.project.links.PairEvidence;
import org.hydraworkbench.project.settings.Codec;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.Tokenizer;

/** Makes a mapping from target tokens to source tokens, from the links and edits of the project or as Remy et al. 2024 did. */
public final class MapOperation implements Operation<MappingSettings> {

    private static final String SOURCE_TOKENIZER = "source-tokenizer";
    private static final String TARGET_TOKENIZER = "target-tokenizer";
    private static final String ALIGNMENT = "alignment";

    @Override
    public String id() {
        return "map";
    }

    @Override
    public String name() {
        return "Mapping";
    }

    @Override
    public Codec<MappingSettings> settings() {
        return MappingSettings.CODEC;
    }

    @Override
    public MappingSettings defaults(Materials materials) {
        return MappingSettings.defaults();
    }

    @Override
    public List<Input> inputs(MappingSettings settings, ProjectInfo project) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.Made.of(SOURCE_TOKENIZER, Slot.tokenizer(project, Side.SOURCE)));
        inputs.add(Input.Made.of(TARGET_TOKENIZER, Slot.tokenizer(project, Side.TARGET)));
        if (settings.followsEdits()) {
            inputs.add(Input.Made.of(ALIGNMENT, Slot.alignment(project)));
            inputs.add(new Input.Edits());
        } else {
            inputs.add(new Input.Text(CorpusRole.TRAINING));
        }
        return inputs;
    }

    @Override
    public Slot product(MappingSettings settings, ProjectInfo project) {
        return Slot.mapping(project);
    }

    @Override
    public String title(MappingSettings settings) {
        return "Make the mapping";
    }

    @Override
    public void run(MappingSettings settings, Inputs in, ArtefactBuilder out, Run run) throws HydraException {
        Tokenizer source = run.materials().tokenizers().get(in.artefact(SOURCE_TOKENIZER));
        Tokenizer target = run.materials().tokenizers().get(in.artefact(TARGET_TOKENIZER));
        TokenMapping mapping = switch (settings.method()) {
            case IMPROVED -> {
                Evidence evidence = evidence(settings, in, out, run);
                evidence.save(out.folder().resolve(MappingFiles.EVIDENCE));
                yield new ImprovedMapper(source, target, evidence, settings.minCount(), run.progress()).full(run.progress());
            }
            case REFERENCE -> ReferenceMapper.map(
                            source,
                            target,
                            new TrainingPairs(run.materials().database()),
                            settings.minCount(),
                            Runtime.getRuntime().availableProcessors(),
                            run.progress())
                    .mapping();
        };
        mapping.save(out.folder().resolve(MappingFiles.MAPPING));
        out.name(settings.followsEdits() ? "Mapping from links" : "Reference mapping").summary(MappingStats.of(mapping));
    }

    private static Evidence evidence(MappingSettings settings, Inputs in, ArtefactBuilder out, Run run) throws HydraException {
        Materials materials = run.materials();
        AlignmentFiles files = materials.alignments()
                .open(in.artefact(ALIGNMENT), in.artefact(SOURCE_TOKENIZER), in.artefact(TARGET_TOKENIZER));
        run.progress().message("Evidence");
        PairEvidence counting = new PairEvidence(files, materials.edits(), settings.weights());
        Set<Long> touched = PairEvidence.touched(materials.database());
        Map<Long, List<WeightedLink>> otherwise = new LinkedHashMap<>();
        Evidence evidence = new Evidence();
        TrainingPairs pairs = new TrainingPairs(materials.database());
        int done = 0;
        for (TrainingPairs.Pair pair = pairs.nextPair(); pair != null; pair = pairs.nextPair()) {
            if (done++ % 256 == 0) {
                run.progress().checkCancelled();
                run.progress().update(done, files.ids().length);
            }
            PairEvidence.Weighted weighted;
            if (touched.contains(pair.id())) {
                weighted = counting.now(materials.corpora().pair(pair.id()), true);
                otherwise.put(pair.id(), weighted.links());
            } else if (!files.covers(pair.id())) {
                continue;
            } else {
                weighted = counting.machine(pair.id(), pair.texts().source(), pair.texts().target());
            }
            evidence.add(pair.id(), weighted.source(), weighted.target(), weighted.links());
        }
        long[] counted = pairs.ids();
        for (long id : files.ids()) {
            if (Arrays.binarySearch(counted, id) < 0) {
                otherwise.put(id, List.of()); // it has links, but is excluded or taken out
            }
        }
        MappingFiles.saveTouched(out.folder(), otherwise);
        return evidence;
    }
}
