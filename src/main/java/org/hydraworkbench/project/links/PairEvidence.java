package org.hydraworkbench.project.links;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.mapping.EvidenceWeights;
import org.hydraworkbench.mapping.WeightedLink;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.project.edits.Edits;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.tokenizer.Segmentation;

/** What the links of a pair count as evidence, the machine's and a person's together. */
public final class PairEvidence {

    /** A pair's evidence: its segmentations and what their links count. */
    public record Weighted(Segmentation source, Segmentation target, List<WeightedLink> links) {}

    private final AlignmentFiles alignment;
    private final Edits edits;
    private final EvidenceWeights weights;

    public PairEvidence(AlignmentFiles alignment, Edits edits, EvidenceWeights weights) {
        this.alignment = alignment;
        this.edits = edits;
        this.weights = weights;
    }

    /** The evidence of the machine's links alone. */
    public Weighted machine(long pair, String sourceText, String targetText) throws HydraException {
        return new Weighted(
                alignment.source().segment(sourceText),
                alignment.target().segment(targetText),
                alignment.links(pair).links().stream().map(weights::byMachine).toList());
    }

    /**
     * The evidence as it holds now: edits before the machine, all links of a confirmed pair confirmed, none of a rejected or excluded one.
     *
     * @param training whether the pair is in a corpus for training; only those are learnt from
     */
    public Weighted now(PairRow pair, boolean training) throws HydraException {
        Segmentation source = alignment.source().segment(pair.source());
        Segmentation target = alignment.target().segment(pair.target());
        List<WeightedLink> links = new ArrayList<>();
        if (counts(pair, training)) {
            boolean confirmed = pair.status() == PairStatus.CONFIRMED;
            for (EffectiveLink link :
                    LinkProjection.effective(alignment.links(pair.id()), edits.of(pair.id()), source, target)) {
                Link known = new Link(link.source(), link.target(), link.state(), link.confidence());
                links.add(
                        confirmed || link.origin() == EffectiveLink.Origin.EDITED
                                ? weights.byPerson(known)
                                : weights.byMachine(known));
            }
        }
        return new Weighted(source, target, links);
    }

    /** Whether a pair is evidence of anything at all. */
    static boolean counts(PairRow pair, boolean training) {
        return training && pair.status() != PairStatus.REJECTED && !pair.excluded();
    }

    /** The pairs for which {@link #now} may differ from {@link #machine}: those that a person edited, confirmed or rejected. */
    public static Set<Long> touched(Database database) throws HydraException {
        return new HashSet<>(database.read(sql -> sql.list(
                "SELECT pair FROM link_edit UNION SELECT pair FROM review WHERE state IN ('confirmed', 'rejected')",
                row -> row.number("pair"))));
    }
}
