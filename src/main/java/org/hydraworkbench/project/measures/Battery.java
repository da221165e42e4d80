package org.hydraworkbench.project.measures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.eval.Bleu;
import org.hydraworkbench.eval.Bootstrap;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.eval.NearFar;
import org.hydraworkbench.eval.PairedBootstrap;
import org.hydraworkbench.eval.Reliability;
import org.hydraworkbench.eval.TokenizerFairness;
import org.hydraworkbench.eval.TranslationMetric;
import org.jspecify.annotations.Nullable;

/**
 * The scores of every system on the same sentences.
 *
 * @param sentences how many
 * @param near how many of them are near to one that the project learnt from; 0 where it does not know
 * @param leftOut held-out sentences that were left out, because the project learnt from them
 * @param systems in the order of {@link MeasuredSystem}
 * @param confidence whether translations of the best judged system are as good as it expected; null where none was run
 * @param tokenizers what the sentences cost in both languages; null without a Hydra
 * @param signatures settings of each metric as sacreBLEU prints them
 */
public record Battery(
        int sentences,
        int near,
        int leftOut,
        List<SystemScores> systems,
        @Nullable Reliability confidence,
        @Nullable TokenizerFairness tokenizers,
        Map<String, String> signatures) {

    /** Draws of the bootstrap. */
    public static final int SAMPLES = 1000;

    private static final long SEED = 12345;

    public Battery {
        systems = List.copyOf(systems);
        signatures = Map.copyOf(signatures);
    }

    /** The scores of a system, where it was run. */
    public Optional<SystemScores> of(MeasuredSystem system) {
        return systems.stream().filter(one -> one.system() == system).findFirst();
    }

    /**
     * Whether one system is better than another by more than chance.
     *
     * @param metric what better means
     * @param sentences of which both translated all
     */
    public static PairedBootstrap.Result compare(
            TranslationMetric metric, List<MeasuredSentence> sentences, MeasuredSystem baseline, MeasuredSystem system) {
        return PairedBootstrap.test(
                metric, translations(sentences, baseline), translations(sentences, system), references(sentences), SAMPLES, SEED);
    }

    /** BLEU as it suits the language of the references. */
    public static Bleu bleu(List<MeasuredSentence> sentences) {
        return Bleu.suiting(references(sentences));
    }

    /** Scores translations of one sentence at least; all have the same systems. */
    static Battery of(
            List<MeasuredSentence> sentences, int leftOut, @Nullable TokenizerFairness tokenizers, Progress progress) throws HydraException {
        Set<MeasuredSystem> systems = EnumSet.copyOf(sentences.getFirst().translations().keySet());
        progress.message("Scores and their intervals");
        Map<MeasuredSystem, SystemScores.Figure> chrf = figures(Chrf.chrf(), sentences, systems, progress);
        Map<MeasuredSystem, SystemScores.Figure> bleu = figures(bleu(sentences), sentences, systems, progress);
        List<SystemScores> scores = new ArrayList<>();
        for (MeasuredSystem system : systems) {
            scores.add(new SystemScores(
                    system,
                    chrf.getOrDefault(system, SystemScores.Figure.of(Double.NaN)),
                    Chrf.plusPlus().corpus(translations(sentences, system), references(sentences)),
                    bleu.getOrDefault(system, SystemScores.Figure.of(Double.NaN))));
        }
        Map<String, String> signatures = new TreeMap<>();
        for (TranslationMetric metric : List.of(Chrf.chrf(), Chrf.plusPlus(), bleu(sentences))) {
            signatures.put(metric.name(), metric.signature());
        }
        int near = (int) sentences.stream().filter(sentence -> sentence.ratio() >= NearFar.NEAR).count();
        return new Battery(sentences.size(), near, leftOut, scores, reliability(sentences, systems), tokenizers, signatures);
    }

    private static Map<MeasuredSystem, SystemScores.Figure> figures(
            TranslationMetric metric, List<MeasuredSentence> sentences, Set<MeasuredSystem> systems, Progress progress)
            throws HydraException {
        List<String> references = references(sentences);
        Map<MeasuredSystem, long[][]> counts = new EnumMap<>(MeasuredSystem.class);
        systems.forEach(system -> counts.put(system, metric.statistics(translations(sentences, system), references)));
        long[][] floor = counts.entrySet().stream()
                .filter(entry -> entry.getKey().isFloor())
                .map(Map.Entry::getValue)
                .max(Comparator.comparingDouble(one -> metric.score(Bootstrap.sum(one))))
                .orElseThrow();
        double[] ratios = sentences.stream().mapToDouble(MeasuredSentence::ratio).toArray();
        boolean known = !Double.isNaN(ratios[0]);
        Map<MeasuredSystem, SystemScores.Figure> figures = new EnumMap<>(MeasuredSystem.class);
        for (Map.Entry<MeasuredSystem, long[][]> entry : counts.entrySet()) {
            progress.checkCancelled();
            PairedBootstrap.Result result = PairedBootstrap.test(floor, entry.getValue(), metric::score, SAMPLES, SEED);
            NearFar apart = NearFar.of(metric, translations(sentences, entry.getKey()), references, ratios);
            figures.put(entry.getKey(), new SystemScores.Figure(
                    result.system(),
                    result.systemLow(),
                    result.systemHigh(),
                    known ? apart.nearScore() : Double.NaN,
                    known ? apart.farScore() : Double.NaN,
                    entry.getKey().isFloor() ? Double.NaN : result.p()));
        }
        return figures;
    }

    private static @Nullable Reliability reliability(List<MeasuredSentence> sentences, Set<MeasuredSystem> systems) {
        MeasuredSystem judged = systems.stream().filter(MeasuredSystem::isJudged).max(Comparator.naturalOrder()).orElse(null);
        return judged == null
                ? null
                : Reliability.of(
                        sentences.stream().mapToDouble(MeasuredSentence::confidence).toArray(),
                        sentences.stream()
                                .mapToDouble(each -> Chrf.chrf().sentence(each.translation(judged), each.reference()))
                                .toArray());
    }

    private static List<String> translations(List<MeasuredSentence> sentences, MeasuredSystem system) {
        return sentences.stream().map(sentence -> sentence.translation(system)).toList();
    }

    private static List<String> references(List<MeasuredSentence> sentences) {
        return sentences.stream().map(MeasuredSentence::reference).toList();
    }
}
