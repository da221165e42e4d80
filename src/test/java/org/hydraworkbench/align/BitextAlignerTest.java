package org.hydraworkbench.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.AlignmentMetrics;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.Calibration;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.testing.LinkFiles;
import org.hydraworkbench.testing.SharedData;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.Test;

class BitextAlignerTest {

    private static final Segmenter SPACES = Segmenter.of(Unit.GIVEN, null);

    @Test
    void everyPairHasAnEntryAlsoThoseWithoutLinks() throws HydraException {
        Aligned outcome = align(
                List.of(
                        new SentencePair("a b", "x y"),
                        new SentencePair("", "x"),
                        new SentencePair("a", " "),
                        new SentencePair("a b c d e f", "x"),
                        new SentencePair("a", "x")),
                AlignOptions.defaults().withLongest(5));
        assertThat(outcome.links().size()).isEqualTo(5);
        assertThat(outcome.links().get(0).links()).isNotEmpty();
        assertThat(outcome.links().get(1)).isEqualTo(Alignment.empty());
        assertThat(outcome.links().get(2)).isEqualTo(Alignment.empty());
        assertThat(outcome.links().get(3)).isEqualTo(Alignment.empty());
        assertThat(outcome.summary().emptySides()).isEqualTo(2);
        assertThat(outcome.summary().tooLong()).isEqualTo(1);
        assertThat(outcome.summary().pairs()).isEqualTo(5);
    }

    @Test
    void noPairsAtAllIsNoError() throws HydraException {
        assertThat(align(List.of(), AlignOptions.defaults()).links().size()).isZero();
    }

    @Test
    void confidencesAreThoseOfTheProbabilitiesThatTheModelGives() throws HydraException {
        List<SentencePair> pairs = List.of(new SentencePair("a b", "x y"), new SentencePair("a", "x"), new SentencePair("b c", "y"));
        Aligned outcome = align(
                pairs,
                AlignOptions.defaults().withModel(AlignmentMethod.IBM1));
        for (int p = 0; p < 3; p++) {
            PairPosteriors posteriors = Asked.posteriorsOfTrained(
                    outcome.model(), List.of(pairs.get(p).source().split(" ")), List.of(pairs.get(p).target().split(" ")));
            for (Link link : outcome.links().get(p).links()) {
                assertThat(link.confidence())
                        .isEqualTo(Calibration.IBM1.confidence(
                                posteriors.forward()[link.source()][link.target()],
                                posteriors.reverse()[link.source()][link.target()]));
            }
        }
    }

    @Test
    void threadsDoNotChangeALinkOrAConfidence() throws Exception {
        List<SentencePair> pairs =
                Bitexts.readAll(SharedData.require("align-gold/alibi-fra-eng/bitext.gz"));
        Aligned one = align(pairs, AlignOptions.defaults().withThreads(1));
        Aligned four = align(pairs, AlignOptions.defaults().withThreads(4));
        assertThat(four.links()).usingRecursiveComparison().isEqualTo(one.links());
    }

    @Test
    void hansardsErrorRateIsThatOfPlainIbmModel1AfterSixPassesAndBetterByDefault() throws Exception {
        List<SentencePair> pairs =
                Bitexts.readAll(SharedData.require("align-gold/hansards-eng-fra/bitext.gz"));
        List<Alignment> gold = LinkFiles.readAll(SharedData.require("align-gold/hansards-eng-fra/gold.talp"));
        AlignOptions ibm1 = AlignOptions.defaults()
                .withModel(AlignmentMethod.IBM1)
                .withSymmetrization(Symmetrization.GROW_DIAG_FINAL_AND);
        AlignOptions six = ibm1.withPasses(6);
        // measured with the published reference trans-tokeniser's aligner on the same text: 27.70 and 25.94
        assertThat(aer(pairs, gold, six.withSymmetrization(Symmetrization.INTERSECT))).isEqualTo(27.70);
        assertThat(aer(pairs, gold, six)).isEqualTo(25.94);
        assertThat(aer(pairs, gold, ibm1)).isLessThan(25.94);
    }

    private static double aer(List<SentencePair> pairs, List<Alignment> gold, AlignOptions options)
            throws HydraException {
        Links links = align(pairs, options).links();
        List<Alignment> found = new ArrayList<>();
        for (int p = 0; p < gold.size(); p++) {
            found.add(links.get(p));
        }
        return Math.round(10_000 * AlignmentMetrics.score(gold, found).aer()) / 100.0;
    }

    private static Aligned align(List<SentencePair> pairs, AlignOptions options) throws HydraException {
        return Aligned.of(pairs, SPACES, SPACES, options);
    }
}
