package org.hydraworkbench.mapping;

import java.util.List;
import java.util.function.IntFunction;
import org.hydraworkbench.align.Alignment;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.tokenizer.Segmenter;

/** Gathers the evidence of a whole bitext. */
public final class EvidenceCollector {

    private EvidenceCollector() {}

    /**
     * Adds what a model linked.
     *
     * @param pairs the bitext, numbered from 0 in its order
     * @param source cuts sources into the units that the links count; has a tokenizer
     * @param target the same for targets
     * @param links the links of a pair by its number
     */
    public static Evidence collect(
            PairSource pairs,
            Segmenter source,
            Segmenter target,
            IntFunction<Alignment> links,
            EvidenceWeights weights,
            Progress progress)
            throws HydraException {
        progress.message("Evidence");
        Evidence evidence = new Evidence();
        int number = 0;
        for (SentencePair pair = pairs.next(); pair != null; pair = pairs.next()) {
            progress.checkCancelled();
            List<WeightedLink> weighted =
                    links.apply(number).links().stream().map(weights::byMachine).toList();
            if (!weighted.isEmpty()) {
                evidence.add(number, source.segment(pair.source()), target.segment(pair.target()), weighted);
            }
            number++;
            progress.update(number, 0);
        }
        return evidence;
    }
}
