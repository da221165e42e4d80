package org.hydraworkbench.decode.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import org.hydraworkbench.decode.phrase.PhraseWeights.Feature;
import org.jspecify.annotations.Nullable;

/** Reads the best translations off the hypotheses of a search: the best way to each end, then those that turn off from a better one. */
final class BestPaths {

    /** Ways that are looked at for each translation that is wanted; many give the same words. */
    private static final int TRIES = 20;

    private BestPaths() {}

    /** A way through the hypotheses: from its head the best one, but where it was told to take another. */
    private record Path(List<Hypothesis> steps, int fixed, double score) {}

    /**
     * The best translations, no two with the same words.
     *
     * @param finals hypotheses that cover the sentence
     */
    static List<PhraseSearch.Found> of(List<Hypothesis> finals, int most) {
        PriorityQueue<Path> queue = new PriorityQueue<>(Comparator.comparingDouble((Path p) -> -p.score));
        finals.forEach(h -> queue.add(new Path(straight(new ArrayList<>(), h), 0, h.score)));
        List<PhraseSearch.Found> found = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (int tries = 0; !queue.isEmpty() && found.size() < most && tries < TRIES * most; tries++) {
            Path path = queue.remove();
            PhraseSearch.Found translation = found(path);
            if (seen.add(translation.options().stream().flatMap(o -> o.forms().stream()).toList())) {
                found.add(translation);
            }
            for (int k = path.fixed; k < path.steps.size(); k++) {
                for (Hypothesis other : path.steps.get(k).others) {
                    List<Hypothesis> steps = new ArrayList<>(path.steps.subList(0, k));
                    double score = path.score + other.score - path.steps.get(k).score;
                    queue.add(new Path(straight(steps, other), k + 1, score));
                }
            }
        }
        return found;
    }

    private static List<Hypothesis> straight(List<Hypothesis> steps, Hypothesis from) {
        for (@Nullable Hypothesis h = from; h != null && h.option != null; h = h.before) {
            steps.add(h);
        }
        return steps;
    }

    private static PhraseSearch.Found found(Path path) {
        List<PhraseOption> used = new ArrayList<>();
        double[] features = Feature.none();
        int end = 0;
        for (int k = path.steps.size() - 1; k >= 0; k--) {
            Hypothesis step = path.steps.get(k);
            PhraseOption option = Objects.requireNonNull(step.option);
            used.add(option);
            for (int f = 0; f < features.length; f++) {
                features[f] += option.features()[f];
            }
            features[Feature.LANGUAGE.ordinal()] += step.language;
            features[Feature.DISTORTION.ordinal()] += Math.abs(option.from() - end);
            end = option.to();
        }
        return new PhraseSearch.Found(used, features, path.score);
    }
}
