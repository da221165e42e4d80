package org.hydraworkbench.project.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.align.BitextAligner;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.TrainingPairs;
import org.hydraworkbench.project.links.AlignmentFiles;
import org.hydraworkbench.project.links.Alignments;
import org.hydraworkbench.project.links.EditKnowledge;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.Codec;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.Unit;

/** Aligns the training pairs, learning from what people said of links and pairs. */
public final class AlignOperation implements Operation<AlignmentSettings> {

    private static final String START = "start";
    static final String SOURCE_TOKENIZER = "source-tokenizer";
    static final String TARGET_TOKENIZER = "target-tokenizer";

    @Override
    public String id() {
        return "align";
    }

    @Override
    public String name() {
        return "Alignment";
    }

    @Override
    public Codec<AlignmentSettings> settings() {
        return AlignmentSettings.CODEC;
    }

    @Override
    public AlignmentSettings defaults(Materials materials) throws HydraException {
        return AlignmentSettings.defaults();
    }

    @Override
    public List<Input> inputs(AlignmentSettings settings, ProjectInfo project) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input.Text(CorpusRole.TRAINING));
        inputs.add(new Input.Cutting(settings.unit()));
        if (Alignments.needsTokenizer(settings.unit())) {
            inputs.add(Input.Made.of(SOURCE_TOKENIZER, Slot.tokenizer(project, Side.SOURCE)));
            inputs.add(Input.Made.of(TARGET_TOKENIZER, Slot.tokenizer(project, Side.TARGET)));
        }
        if (settings.fromLinks()) {
            inputs.add(new Input.Start(START, Slot.alignment(project)));
        }
        return inputs;
    }

    @Override
    public Slot product(AlignmentSettings settings, ProjectInfo project) {
        return Slot.alignment(project);
    }

    @Override
    public String title(AlignmentSettings settings) {
        return settings.fromLinks() ? "Align again with the edits" : "Align the corpora";
    }

    /** From nothing, since the links that it went on from may be long gone. */
    @Override
    public Optional<AlignmentSettings> again(AlignmentSettings settings) {
        return Optional.of(settings.withFromLinks(false));
    }

    @Override
    public void run(AlignmentSettings settings, Inputs in, ArtefactBuilder out, Run run) throws HydraException {
        Materials materials = run.materials();
        Segmenter source = segmenter(settings.unit(), in, SOURCE_TOKENIZER, materials);
        Segmenter target = segmenter(settings.unit(), in, TARGET_TOKENIZER, materials);
        TrainingPairs pairs = new TrainingPairs(materials.database());
        AlignmentFiles from = in.find(START).isEmpty() ? null : materials.alignments().open(in.artefact(START));
        EditKnowledge knowledge =
                new EditKnowledge(materials.alignments().now(), materials.database(), source, target);
        Links.Builder links = new Links.Builder();
        BitextAligner.Outcome outcome = BitextAligner.align(
                pairs,
                source,
                target,
                part -> knowledge.of(part.bitext(), pairs.ids(part.first(), part.bitext().size()), from, run.progress()),
                settings.options(),
                run.progress(),
                (sourceUnits, targetUnits, ofPair) -> links.add(ofPair));
        if (outcome.summary().pairs() == 0) {
            throw new InputException("There is nothing to align: all pairs for training are excluded.");
        }
        run.progress().message("Saving");
        AlignmentFiles.save(out.folder(), pairs.ids(), links.build(), outcome.model());
        out.name("Alignment by %s, %s".formatted(label(settings.unit()), settings.options().symmetrization().optionName()))
                .seed(settings.options().seed())
                .summary(outcome.summary());
    }

    private static Segmenter segmenter(Unit unit, Inputs in, String use, Materials materials) throws HydraException {
        Artefact tokenizer = in.find(use).orElse(null);
        Tokenizer open = tokenizer == null ? null : materials.tokenizers().get(tokenizer);
        return Segmenter.of(unit, open);
    }

    private static String label(Unit unit) {
        return switch (unit) {
            case GIVEN -> "what stands between spaces";
            case WORD -> "words";
            case TOKEN -> "tokens";
            case UNIT -> "word units";
        };
    }
}
