package org.hydraworkbench.align;

import java.util.Arrays;
import org.hydraworkbench.align.Supervision.Verdict;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/** Finds the symmetrised links of every pair of a bitext with a trained model. */
final class LinkExtraction {

    private static final int PAIRS_A_TASK = 256;

    private LinkExtraction() {}

    /**
     * The links of all pairs.
     *
     * @param supervision what a person said, over which the model does not go
     */
    static Links extract(
            IndexedBitext bitext, TrainedModel trained, Supervision supervision, AlignOptions options, Progress progress)
            throws HydraException {
        boolean[] usable = Ibm1Training.usable(bitext, options.longest());
        int tasks = (bitext.size() + PAIRS_A_TASK - 1) / PAIRS_A_TASK;
        Links.Builder[] parts = new Links.Builder[tasks];
        try (Workers workers = new Workers(options.threads())) {
            workers.run(tasks, progress, (task, worker) -> {
                Links.Builder part = new Links.Builder();
                int end = Math.min(bitext.size(), (task + 1) * PAIRS_A_TASK);
                for (int p = task * PAIRS_A_TASK; p < end; p++) {
                    Verdict verdict = supervision.verdict(p);
                    if (verdict != null) {
                        part.add(verdict.over(usable[p] ? under(verdict, trained.posteriors().get(p), options) : Alignment.empty()));
                    } else if (usable[p]) {
                        PairPosteriors posteriors = trained.posteriors().get(p);
                        part.add(posteriors, posteriors.links(options.symmetrization()));
                    } else {
                        part.addEmpty();
                    }
                }
                parts[task] = part;
            });
        }
        Links.Builder all = new Links.Builder();
        Arrays.stream(parts).forEach(all::append);
        return all.build();
    }

    /** What a model finds when it has to choose among what a verdict leaves. */
    private static Alignment under(Verdict verdict, PairPosteriors posteriors, AlignOptions options) {
        PairPosteriors left = posteriors.restricted(
                Choices.of(verdict, posteriors.sources(), posteriors.targets(), 0),
                Choices.of(verdict, posteriors.sources(), posteriors.targets(), 1));
        return left.alignment(left.links(options.symmetrization()));
    }
}
