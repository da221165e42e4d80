package org.hydraworkbench.align;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Direction;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.Choices;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.align.model.Supervision;
import org.hydraworkbench.align.model.Supervision.Verdict;
import org.hydraworkbench.align.model.TrainedModel;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;

/** Finds the symmetrised links of pairs by their posteriors. */
final class LinkExtraction {

    private static final int PAIRS_A_TASK = 64;

    private final int pairs;
    private final IntUnaryOperator sources;
    private final IntUnaryOperator targets;
    private final AlignOptions options;

    /**
     * For pairs numbered from 0.
     *
     * @param sources number of source units of a pair
     * @param targets number of target units of a pair
     */
    LinkExtraction(int pairs, IntUnaryOperator sources, IntUnaryOperator targets, AlignOptions options) {
        this.pairs = pairs;
        this.sources = sources;
        this.targets = targets;
        this.options = options;
    }

    /** For the pairs of a bitext. */
    static LinkExtraction of(IndexedBitext bitext, AlignOptions options) {
        return new LinkExtraction(bitext.size(), bitext.source()::length, bitext.target()::length, options);
    }

    /**
     * The links of every pair; none where a side is empty or too long.
     *
     * @param supervision what a person said, over which the model does not go
     */
    Links extract(TrainedModel.OfPair posteriors, Supervision supervision, Workers workers, Progress progress)
            throws HydraException {
        int tasks = (pairs + PAIRS_A_TASK - 1) / PAIRS_A_TASK;
        Links.Builder[] parts = new Links.Builder[tasks];
        workers.run(tasks, progress, (task, worker) -> {
            Links.Builder part = new Links.Builder();
            int end = Math.min(pairs, (task + 1) * PAIRS_A_TASK);
            for (int p = task * PAIRS_A_TASK; p < end; p++) {
                progress.checkCancelled();
                boolean usable = !empty(p) && !tooLong(p);
                Verdict verdict = supervision.verdict(p);
                if (verdict != null) {
                    requireRoom(p, verdict);
                    part.add(verdict.over(usable ? under(verdict, posteriors.get(p)) : Alignment.empty()));
                } else if (!usable) {
                    part.addEmpty();
                } else {
                    PairPosteriors ofPair = posteriors.get(p);
                    part.add(ofPair.alignment(ofPair.links(options.symmetrization(), options.threshold())));
                }
            }
            parts[task] = part;
        });
        Links.Builder all = new Links.Builder();
        Arrays.stream(parts).forEach(all::append);
        return all.build();
    }

    /** A model leaves pairs that are too long alone; a person may have linked units of one that cannot be stored. */
    private static void requireRoom(int pair, Verdict verdict) throws ResourceException {
        for (Link link : verdict.links().links()) {
            if (Math.max(link.source(), link.target()) >= Links.MOST_UNITS) {
                throw new ResourceException(String.format(
                        Locale.ROOT,
                        "Pair %,d has the link %d-%d, drawn by a person; of a side no more than %,d units can have links. Leave it out.",
                        pair + 1, link.source(), link.target(), Links.MOST_UNITS));
            }
        }
    }

    /** What a model finds when it has to choose among what a verdict leaves. */
    private Alignment under(Verdict verdict, PairPosteriors posteriors) {
        PairPosteriors left = posteriors.restricted(
                Choices.of(verdict, posteriors.sources(), posteriors.targets(), Direction.FORWARD),
                Choices.of(verdict, posteriors.sources(), posteriors.targets(), Direction.REVERSE));
        return left.alignment(left.links(options.symmetrization(), options.threshold()));
    }

    /** What to tell about the links that were found. */
    AlignmentSummary summary(Links links) {
        int empty = 0;
        int tooLong = 0;
        for (int p = 0; p < pairs; p++) {
            if (empty(p)) {
                empty++;
            } else if (tooLong(p)) {
                tooLong++;
            }
        }
        return new AlignmentSummary(pairs, empty, tooLong, links.total(), links.meanConfidence());
    }

    private boolean empty(int pair) {
        return sources.applyAsInt(pair) == 0 || targets.applyAsInt(pair) == 0;
    }

    private boolean tooLong(int pair) {
        return Math.max(sources.applyAsInt(pair), targets.applyAsInt(pair)) > options.longest();
    }
}
