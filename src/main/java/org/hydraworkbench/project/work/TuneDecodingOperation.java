package org.hydraworkbench.project.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.PartProgress;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.DecodingTuning;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.measures.DecodingGain;
import org.hydraworkbench.project.settings.Codec;
import org.hydraworkbench.project.settings.DecodingSettings;
import org.hydraworkbench.project.translation.ProjectDecoding;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/**
 * Learns from the pairs for development what translations are chosen by: the weights of the search by phrases, the judge, and what it
 * expects of its choice. A part of the pairs is not learnt from, and tells what was gained.
 */
public final class TuneDecodingOperation implements Operation<DecodingSettings> {

    private static final String ALIGNMENT = "alignment";
    private static final String HYDRA = "hydra";

    /** Fewer pairs teach nothing that holds for others. */
    private static final int LEAST_PAIRS = 20;

    /** With so many, most of which can be learnt from as a rule, a person is led to it. */
    private static final int WORTHWHILE = 2 * LEAST_PAIRS;

    /** About how far the work is, as a share of its time, when it is known what to expect of the usual weights. */
    private static final double EXPECTED = .03;

    /** The same when the weights without a model are learnt. */
    private static final double ALONE = .35;

    /** The same when those with a model are. */
    private static final double WITH_MODEL = .7;

    /** Every so manieth pair is measured with. */
    private static final int MEASURED = 4;

    @Override
    public String id() {
        return "tune-decoding";
    }

    @Override
    public String name() {
        return "Decoding";
    }

    @Override
    public Codec<DecodingSettings> settings() {
        return DecodingSettings.CODEC;
    }

    @Override
    public DecodingSettings defaults(Materials materials) {
        return DecodingSettings.defaults();
    }

    @Override
    public List<Input> inputs(DecodingSettings settings, ProjectInfo project) {
        return List.of(
                Input.Made.of(ALIGNMENT, Slot.alignment(project)),
                Input.Made.ifThere(HYDRA, Slot.TUNED_HYDRA, Slot.HYDRA),
                new Input.Text(CorpusRole.DEVELOPMENT));
    }

    @Override
    public Slot product(DecodingSettings settings, ProjectInfo project) {
        return Slot.decoding(project);
    }

    @Override
    public String title(DecodingSettings settings) {
        return "Learn what translations are chosen by";
    }

    @Override
    public boolean isOnTheWay(Materials materials) throws HydraException {
        // the program brings weights that do, and a person who has some and does without them means it
        return materials.corpora().included(CorpusRole.DEVELOPMENT) >= WORTHWHILE
                && materials.artefacts().list(ArtefactKind.DECODING).isEmpty();
    }

    @Override
    public void run(DecodingSettings settings, Inputs in, ArtefactBuilder out, Run run) throws HydraException {
        ProjectInfo project = in.project();
        Knowledge knowledge = run.materials()
                .knowledge()
                .live(Side.SOURCE, project.sourceLanguage(), project.targetLanguage(), run.progress())
                .knowledge();
        List<SentencePair> all = HeldSentences.draw(CorpusRole.DEVELOPMENT, settings.pairs(), settings.seed(), knowledge, run)
                .pairs();
        if (all.size() < LEAST_PAIRS) {
            throw new InputException("Only %,d of the pairs for development can be learnt from, and at least %d are needed; hold out more."
                    .formatted(all.size(), LEAST_PAIRS));
        }
        List<SentencePair> pairs = new ArrayList<>();
        List<SentencePair> measured = new ArrayList<>();
        for (int k = 0; k < all.size(); k++) {
            (k % MEASURED == MEASURED - 1 ? measured : pairs).add(all.get(k));
        }
        DecodingTuning tuning = new DecodingTuning(
                knowledge,
                pairs,
                new DecodingTuning.How(settings.beam(), AlignOptions.defaults().threads(), settings.seed(), false));
        Decoding usual = Decoding.usual();
        List<Decoding> tried = new ArrayList<>();
        Progress progress = run.progress();
        tried.add(tuning.expectation(usual, new PartProgress(progress, 0, EXPECTED)));
        tried.add(tuning.withoutModel(usual, new PartProgress(progress, EXPECTED, ALONE)));
        Optional<Artefact> hydra = in.find(HYDRA);
        if (hydra.isEmpty()) {
            finish(tuning, tried, null, measured, out, new PartProgress(progress, ALONE, 1));
            return;
        }
        run.environment().tensors().compute(runtime -> {
            try (HydraModel model = HydraModel.open(runtime, hydra.get().folder(), run.progress())) {
                HydraJudge judge = HydraJudge.usual(model, project.sourceLanguage(), project.targetLanguage());
                tried.add(tuning.withModel(tried.get(1), judge, new PartProgress(progress, ALONE, WITH_MODEL)));
                finish(tuning, tried, judge, measured, out, new PartProgress(progress, WITH_MODEL, 1));
                return true;
            }
        });
    }

    /** Keeps what does best with the sentences that were not learnt from: maybe the usual, which few sentences seldom better. */
    private static void finish(
            DecodingTuning tuning,
            List<Decoding> tried,
            @Nullable HydraJudge judge,
            List<SentencePair> measured,
            ArtefactBuilder out,
            Progress progress)
            throws HydraException {
        DecodingGain.Best best = DecodingGain.best(
                tuning.knowledge(), judge, tried, measured, tuning.pairs().size(), progress);
        ProjectDecoding.write(best.decoding(), out.folder());
        String name = best.gain().isUsual() ? "Usual weights, expectation from %,d pairs" : "Weights from %,d pairs";
        out.name(name.formatted(best.gain().learntFrom()))
                .seed(tuning.how().seed())
                .summary(best.gain().json());
    }
}
