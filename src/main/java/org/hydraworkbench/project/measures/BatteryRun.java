package org.hydraworkbench.project.measures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.QuietProgress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.eval.TokenizerFairness;
import org.jspecify.annotations.Nullable;

/** Lets every system that a project can run translate the same sentences. */
public final class BatteryRun {

    private final ChosenSentences chosen;
    private final @Nullable Knowledge knowledge;
    private final Decoding decoding;
    private final @Nullable HydraTranslator hydra;

    /**
     * @param chosen one sentence at least
     * @param knowledge what the project's sentences teach; null where nothing is aligned
     * @param decoding what translations are chosen by
     * @param hydra null where there is none
     */
    public BatteryRun(
            ChosenSentences chosen, @Nullable Knowledge knowledge, Decoding decoding, @Nullable HydraTranslator hydra) {
        this.chosen = chosen;
        this.knowledge = knowledge;
        this.decoding = decoding;
        this.hydra = hydra;
    }

    /**
     * Translates, and scores the translations.
     *
     * @param table where the sentences go, see {@link SentenceTable}
     */
    public Battery run(Path table, Progress progress) throws HydraException {
        List<MeasuredSentence> sentences = translate(progress);
        Battery battery = Battery.of(sentences, chosen.leftOut(), fairness(progress), progress);
        SentenceTable.write(sentences, table);
        return battery;
    }

    private List<MeasuredSentence> translate(Progress progress) throws HydraException {
        Map<MeasuredSystem, Systems.Translator> systems = Systems.of(knowledge, decoding, hydra);
        List<MeasuredSentence> sentences = new ArrayList<>();
        progress.message("Translating with %d systems".formatted(systems.size()));
        for (int k = 0; k < chosen.pairs().size(); k++) {
            SentencePair pair = chosen.pairs().get(k);
            int line = chosen.lines().get(k);
            Map<MeasuredSystem, String> translations = new EnumMap<>(MeasuredSystem.class);
            double confidence = Double.NaN;
            for (Map.Entry<MeasuredSystem, Systems.Translator> system : systems.entrySet()) {
                progress.checkCancelled();
                Systems.Said said = said(system.getKey(), system.getValue(), pair.source(), line, progress);
                translations.put(system.getKey(), said.text());
                confidence = Double.isNaN(said.confidence()) ? confidence : said.confidence(); // the last judged one is the best
            }
            double ratio = knowledge == null ? Double.NaN : knowledge.memory().nearest(pair.source());
            sentences.add(new MeasuredSentence(line, pair.source(), pair.target(), ratio, confidence, translations));
            progress.update(sentences.size(), chosen.pairs().size());
        }
        return sentences;
    }

    /** What cannot be translated, because it is too long for the model for instance, counts as an empty translation. */
    private static Systems.Said said(
            MeasuredSystem which, Systems.Translator system, String source, int line, Progress progress) throws HydraException {
        try {
            return system.translate(source, progress);
        } catch (InputException e) {
            progress.warn("Pair %,d of those held out has no translation by “%s”: %s".formatted(line, which.code(), e.getMessage()));
            return Systems.Said.of("");
        }
    }

    private @Nullable TokenizerFairness fairness(Progress progress) throws HydraException {
        return hydra == null
                ? null
                : TokenizerFairness.measure(
                        hydra.model().tokenizer(hydra.project().sourceLanguage()),
                        hydra.model().tokenizer(hydra.project().targetLanguage()),
                        chosen.sources(),
                        chosen.references(),
                        new QuietProgress(progress));
    }
}
