package org.hydraworkbench.decode.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.HydraModel.Likelihood;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.model.GenerationOptions;
import org.hydraworkbench.text.LanguageTag;

/**
 * A Hydra as judge of translations, in both directions: how likely it holds the translation after the sentence, and the sentence after the
 * translation (a noisy channel: Yee et al. 2019). It also writes some of its own. Belongs to one thread at a time.
 */
public final class HydraJudge {

    private final HydraModel hydra;
    private final LanguageTag from;
    private final LanguageTag to;
    private final PromptTemplate template;
    private final GenerationOptions options;

    /**
     * @param hydra open for as long as this is used
     * @param options how it writes
     */
    public HydraJudge(HydraModel hydra, LanguageTag from, LanguageTag to, PromptTemplate template, GenerationOptions options) {
        this.hydra = hydra;
        this.from = from;
        this.to = to;
        this.template = template;
        this.options = options;
    }

    /** Translations of its own. */
    List<String> write(String source, Progress progress) throws HydraException {
        Translation written = hydra.translate(from, to, source, template, options, TranslationListener.none(), progress);
        return Stream.concat(Stream.of(written.text()), written.alternatives().stream())
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }

    /** Fills in the traits that only a model knows, a row for each candidate. */
    void look(CandidateList list, double[][] traits, Progress progress) throws HydraException {
        List<SentencePair> there = new ArrayList<>();
        List<SentencePair> back = new ArrayList<>();
        for (Candidate candidate : list.candidates()) {
            there.add(new SentencePair(list.source(), candidate.text()));
            back.add(new SentencePair(candidate.text(), list.source()));
        }
        List<Likelihood> forward = hydra.likelihoods(from, to, there, template, progress);
        List<Likelihood> backward = hydra.likelihoods(to, from, back, template, progress);
        for (int k = 0; k < traits.length; k++) {
            traits[k][Trait.MODEL_FORWARD.ordinal()] = forward.get(k).perToken();
            traits[k][Trait.MODEL_FORWARD_IN_ALL.ordinal()] = forward.get(k).logProbability() / Trait.SCALE;
            traits[k][Trait.MODEL_BACK.ordinal()] = backward.get(k).perToken();
        }
    }
}
