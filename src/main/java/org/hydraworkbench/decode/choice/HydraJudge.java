package org.hydraworkbench.decode.choice;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.memory.TranslationMemory.Match;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.HydraModel.Likelihood;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.NearestTokens;
import org.hydraworkbench.text.LanguageTag;

/**
 * A Hydra as judge of translations, in both directions: how likely it holds the translation after the sentence, and the sentence after the
 * translation (a noisy channel: Yee et al. 2019), where it can write the sentence's language. It also writes some of its own. Belongs to one
 * thread at a time.
 */
public final class HydraJudge {

    /** How a Hydra writes where nobody says otherwise: the best token each time. */
    public static final GenerationOptions USUAL = GenerationOptions.greedy(128);

    private final HydraModel hydra;
    private final LanguageTag from;
    private final LanguageTag to;
    private final PromptTemplate template;
    private final GenerationOptions options;
    private final boolean neighbours;

    /**
     * @param hydra open for as long as this is used; it writes {@code to}
     * @param options how it writes
     */
    public HydraJudge(HydraModel hydra, LanguageTag from, LanguageTag to, PromptTemplate template, GenerationOptions options) {
        this(hydra, from, to, template, options, true);
    }

    /** One that writes as {@link #USUAL}, with its usual template. */
    public static HydraJudge usual(HydraModel hydra, LanguageTag from, LanguageTag to) {
        return new HydraJudge(hydra, from, to, hydra.manifest().templates().getFirst(), USUAL);
    }

    private HydraJudge(
            HydraModel hydra, LanguageTag from, LanguageTag to, PromptTemplate template, GenerationOptions options, boolean neighbours) {
        this.hydra = hydra;
        this.from = from;
        this.to = to;
        this.template = template;
        this.options = options;
        this.neighbours = neighbours;
    }

    /** The same without help from the translations of sentences that are like the one to translate. */
    public HydraJudge withoutNeighbours() {
        return new HydraJudge(hydra, from, to, template, options, false);
    }

    /**
     * Translations of its own, by itself and with what it would write in sentences that are like this one.
     *
     * @param like such sentences with their translations
     * @param terms what a translation must have
     */
    List<String> write(String source, List<Match> like, List<String> terms, Progress progress) throws HydraException {
        List<String> texts = List.of();
        GenerationOptions having = having(terms);
        if (neighbours && !like.isEmpty()) {
            try {
                texts = hydra.write(from, to, source, template, having, nearest(like, progress), progress);
            } catch (InputException e) {
                progress.warn("Written without the help of sentences like it, of which one cannot be read: " + e.getMessage());
            }
        }
        if (texts.isEmpty()) {
            Translation alone = writeAlone(source, terms, progress);
            texts = Stream.concat(Stream.of(alone.text()), alone.alternatives().stream()).toList();
        }
        return texts.stream().filter(text -> !text.isBlank()).distinct().toList();
    }

    /**
     * The best translation by itself, and what else was found.
     *
     * @param terms what it must have
     */
    public Translation writeAlone(String source, List<String> terms, Progress progress) throws HydraException {
        return writeAlone(source, terms, TranslationListener.none(), progress);
    }

    /**
     * The same, told token by token.
     *
     * @param listener hears of each token
     */
    public Translation writeAlone(String source, List<String> terms, TranslationListener listener, Progress progress) throws HydraException {
        return hydra.translate(from, to, source, template, having(terms), listener, progress);
    }

    /**
     * The best translation with the help of sentences that are like this one, and what else was found.
     *
     * @param terms what it must have
     */
    public Translation writeBeside(String source, List<Match> like, List<String> terms, Progress progress) throws HydraException {
        return hydra.translate(from, to, source, template, having(terms), nearest(like, progress), TranslationListener.none(), progress);
    }

    private GenerationOptions having(List<String> terms) throws HydraException {
        return terms.isEmpty() ? options : options.withRequired(hydra.required(to, terms));
    }

    private NearestTokens nearest(List<Match> like, Progress progress) throws HydraException {
        return hydra.nearest(from, to, like.stream().map(Match::text).toList(), template, progress);
    }

    /**
     * Fills in the traits that only a model knows, a row for each candidate.
     *
     * @param usual what they usually are, which stands for those that this one cannot know
     */
    void look(CandidateList list, double[][] traits, double[] usual, Progress progress) throws HydraException {
        List<Likelihood> forward = hydra.likelihoods(
                from, to, pairs(list, text -> new SentencePair(list.source(), text)), template, progress);
        for (int k = 0; k < traits.length; k++) {
            traits[k][Trait.MODEL_FORWARD.ordinal()] = forward.get(k).perToken();
            traits[k][Trait.MODEL_FORWARD_IN_ALL.ordinal()] = forward.get(k).logProbability() / Trait.SCALE;
            traits[k][Trait.MODEL_BACK.ordinal()] = usual[Trait.MODEL_BACK.ordinal()];
        }
        if (hydra.manifest().writes(from)) {
            List<Likelihood> backward = hydra.likelihoods(
                    to, from, pairs(list, text -> new SentencePair(text, list.source())), template, progress);
            for (int k = 0; k < traits.length; k++) {
                traits[k][Trait.MODEL_BACK.ordinal()] = backward.get(k).perToken();
            }
        }
    }

    private static List<SentencePair> pairs(CandidateList list, Function<String, SentencePair> pair) {
        return list.candidates().stream().map(Candidate::text).map(pair).toList();
    }
}
