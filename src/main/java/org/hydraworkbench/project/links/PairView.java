package org.hydraworkbench.project.links;

import java.util.List;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.tokenizer.Segmentation;

/**
 * A pair cut into units, with its links.
 *
 * @param pair the pair
 * @param source segments of the source side
 * @param target segments of the target side
 * @param links links between segments, sorted by source then target; rejected ones too
 */
public record PairView(PairRow pair, Segmentation source, Segmentation target, List<EffectiveLink> links) {

    public PairView {
        links = List.copyOf(links);
    }
}
