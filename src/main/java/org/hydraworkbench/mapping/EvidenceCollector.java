package org.hydraworkbench.mapping;

import java.util.List;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.tokenizer.Segmentation;
import org.hydraworkbench.tokenizer.Segmenter;

/** Gathers the evidence of a whole bitext. */
public final class EvidenceCollector {

    /** Gives the links of a pair that was just cut into units. */
    @FunctionalInterface
    public interface LinkSource {
        Alignment links(int pair, Segmentation source, Segmentation target) throws HydraException;
    }

    private EvidenceCollector() {}

    /**
     * Adds what a model linked.
     *
     * @param pairs the bitext, numbered from 0 in its order
     * @param source cuts sources into the units that the links count; has a tokenizer
     * @param target the same for targets
     * @param links the links of each pair, asked for once, in order
     */
    public static Evidence collect(
            PairSource pairs,
            Segmenter source,
            Segmenter target,
            LinkSource links,
            EvidenceWeights weights,
            Progress progress)
            throws HydraException {
        progress.message("Evidence");
        Evidence evidence = new Evidence();
        int number = 0;
        for (SentencePair pair = pairs.next(); pair != null; pair = pairs.next()) {
            progress.checkCancelled();
            Segmentation sourceUnits = source.segment(pair.source());
            Segmentation targetUnits = target.segment(pair.target());
            List<WeightedLink> weighted = links.links(number, sourceUnits, targetUnits).links().stream()
                    .map(weights::byMachine)
                    .toList();
            evidence.add(number, sourceUnits, targetUnits, weighted);
            number++;
            progress.update(number, 0);
        }
        return evidence;
    }
}
