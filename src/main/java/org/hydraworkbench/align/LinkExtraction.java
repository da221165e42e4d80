package org.hydraworkbench.align;

import java.util.Arrays;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/** Finds the symmetrised links of every pair of a bitext with a trained model. */
final class LinkExtraction {

    private static final int PAIRS_A_TASK = 256;

    private LinkExtraction() {}

    static Links extract(IndexedBitext bitext, TrainedModel trained, AlignOptions options, Progress progress)
            throws HydraException {
        boolean[] usable = Ibm1Training.usable(bitext, options.longest());
        int tasks = (bitext.size() + PAIRS_A_TASK - 1) / PAIRS_A_TASK;
        Links.Builder[] parts = new Links.Builder[tasks];
        try (Workers workers = new Workers(options.threads())) {
            workers.run(tasks, progress, (task, worker) -> {
                Links.Builder part = new Links.Builder();
                int end = Math.min(bitext.size(), (task + 1) * PAIRS_A_TASK);
                for (int p = task * PAIRS_A_TASK; p < end; p++) {
                    if (usable[p]) {
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
}
