package org.hydraworkbench.align;

import java.util.List;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;

/** A bitext aligned, with all its links in memory, for tests. */
public record Aligned(AlignmentModel model, Links links, AlignmentSummary summary) {

    /** Pairs aligned from nothing else. */
    public static Aligned of(Iterable<SentencePair> pairs, Segmenter source, Segmenter target, AlignOptions options)
            throws HydraException {
        return of(PairSource.of(pairs), source, target, part -> TrainingData.of(part.bitext()), options);
    }

    /** Pairs aligned with what is known of them. */
    public static Aligned of(
            PairSource pairs, Segmenter source, Segmenter target, BitextAligner.Knowledge knowledge, AlignOptions options)
            throws HydraException {
        Links.Builder links = new Links.Builder();
        BitextAligner.Outcome outcome = BitextAligner.align(
                pairs, source, target, knowledge, options, Progress.none(), (sources, targets, ofPair) -> links.add(ofPair));
        return new Aligned(outcome.model(), links.build(), outcome.summary());
    }

    /** The links of pairs that are cut; no unit has a space. */
    public static Links links(TrainingData data, AlignOptions options) throws HydraException {
        Segmenter spaces = Segmenter.of(Unit.GIVEN, null);
        IndexedBitext bitext = data.bitext();
        int[] next = new int[1];
        PairSource pairs = () -> next[0] == bitext.size()
                ? null
                : new SentencePair(
                        String.join(" ", bitext.source().forms(next[0])), String.join(" ", bitext.target().forms(next[0]++)));
        return of(pairs, spaces, spaces, part -> data, options).links();
    }
}
