package org.hydraworkbench.align.hmm;

import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Trains the HMM with fertility, see {@link HmmModel}, by Gibbs sampling of the links of both directions.
 *
 * <p>In each pass every sentence is drawn from tables that were made before the pass, less the sentence's own links; then the
 * counts change by what changed. So sentences do not wait for each other, and the result does not depend on the threads. After a first half
 * of the passes the counts are added up, and the model is made of their means.
 */
final class HmmTraining {

    private static final double PASSES_OF_ONE_PAIR = 400;
    private static final int FEWEST_PASSES = 4;
    private static final int PASSES_FROM_KNOWN = 4;
    private static final int MOST_CHAINS = 3;
    private static final int PAIRS_FOR_TWO_CHAINS = 5_000;
    private static final int PAIRS_FOR_ONE_CHAIN = 50_000;

    private final LexicalPrior prior;
    private final TypePairs types;
    private final AlignOptions options;
    private final Workers workers;
    private final Progress progress;
    private final CellCounts cells;
    private final HmmClamps clamps;
    private final @Nullable Links known;
    private final int longest;
    private final SentenceSampler[][] samplers;
    private final Draws[] draws;
    private final HmmCounts sums;
    private int summed;

    HmmTraining(
            LexicalPrior prior,
            CellCounts cells,
            HmmClamps clamps,
            @Nullable Links known,
            AlignOptions options,
            Workers workers,
            Progress progress) {
        this.prior = prior;
        this.types = prior.pairs();
        this.options = options;
        this.workers = workers;
        this.progress = progress;
        this.cells = cells;
        this.clamps = clamps;
        this.known = known;
        this.longest = longest();
        this.samplers = new SentenceSampler[workers.threads()][];
        this.draws = new Draws[workers.threads()];
        for (int w = 0; w < draws.length; w++) {
            samplers[w] = new SentenceSampler[] {new SentenceSampler(), new SentenceSampler()};
            draws[w] = new Draws();
        }
        this.sums = new HmmCounts(prior);
    }

    private int longest() {
        int most = 1;
        for (int s = 0; s < types.bitext().size(); s++) {
            if (types.usable(s)) {
                most = Math.max(most, Math.max(types.bitext().source().length(s), types.bitext().target().length(s)));
            }
        }
        return most;
    }

    /** Passes of the last stage for so many pairs: more for small bitexts, where each counts for more. */
    static int passes(int pairs) {
        return (int) Math.max(FEWEST_PASSES, Math.round(PASSES_OF_ONE_PAIR / Math.sqrt(Math.max(1, pairs))));
    }

    /** Chains for so many pairs: what several of them even out is chance, which a large bitext evens out itself. */
    static int chains(int pairs) {
        return pairs < PAIRS_FOR_TWO_CHAINS ? MOST_CHAINS : pairs < PAIRS_FOR_ONE_CHAIN ? 2 : 1;
    }

    /** Runs all chains, or a short one from known links. */
    void run() throws HydraException {
        if (known == null) {
            runChains();
        } else {
            goOn(known);
        }
    }

    private void goOn(Links from) throws HydraException {
        HmmChain state = chain(options.seed());
        state.start(from, progress);
        for (int pass = 0; pass < PASSES_FROM_KNOWN; pass++) {
            progress.update(pass, PASSES_FROM_KNOWN);
            state.pass(HmmStage.FERTILITIES, pass, progress);
            if (pass >= PASSES_FROM_KNOWN / 2) {
                sums.add(state.counts(), workers, progress);
                summed++;
            }
        }
    }

    private HmmChain chain(long seed) {
        return new HmmChain(prior, cells, clamps, longest, seed, workers, samplers, draws);
    }

    private void runChains() throws HydraException {
        int full = options.passesOr(passes(types.bitext().size()));
        int early = Math.max(1, full / 4);
        int chains = options.hmm().chains() == 0 ? chains(types.bitext().size()) : options.hmm().chains();
        long total = (long) chains * (full + 2 * early);
        long done = 0;
        for (int chain = 0; chain < chains; chain++) {
            HmmChain state = chain(options.seed() + chain);
            state.start(null, progress);
            for (int pass = 0; pass < full + 2 * early; pass++) {
                progress.update(done++, total);
                HmmStage stage = pass < early ? HmmStage.WORDS : pass < 2 * early ? HmmStage.JUMPS : HmmStage.FERTILITIES;
                state.pass(stage, pass, progress);
                if (pass >= 2 * early + full / 2) {
                    sums.add(state.counts(), workers, progress);
                    summed++;
                }
            }
        }
    }

    /** The tables that the mean counts give, for pairs that have a share in them. */
    HmmTables meanTables() throws HydraException {
        HmmTables tables = new HmmTables(prior, sums, 1f / summed, cells, longest);
        tables.update(HmmStage.FERTILITIES, workers, progress);
        return tables;
    }

    /** Counts summed over {@link #states} states. */
    HmmCounts sums() {
        return sums;
    }

    int states() {
        return summed;
    }
}
