package org.hydraworkbench.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.align.hmm.LearntLinks;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.testing.SharedData;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.Test;

class PartAlignerTest {

    private static final Segmenter SPACES = Segmenter.of(Unit.GIVEN, null);
    private static final Segmenter WORDS = Segmenter.of(Unit.WORD, null);
    private static final AlignOptions OPTIONS = AlignOptions.defaults()
            .withModel(AlignmentMethod.HMM_FERTILITY)
            .withSymmetrization(Symmetrization.INTERSECT)
            .withThreads(2)
            .withPasses(6);

    private static final long CELLS = 200_000;

    @Test
    void aBitextOfOnePartIsAlignedAsAWhole() throws IOException, HydraException {
        List<SentencePair> pairs = alibi();
        Links whole = BitextAligner.align(PairSource.of(pairs), SPACES, SPACES, OPTIONS, Progress.none()).links();
        List<Alignment> found = new ArrayList<>();
        PartAligner.align(
                PairSource.of(pairs),
                SPACES,
                SPACES,
                part -> TrainingData.of(part.bitext()),
                OPTIONS,
                Progress.none(),
                (source, target, links) -> found.add(links));
        assertThat(found).hasSize(whole.size());
        for (int pair = 0; pair < found.size(); pair++) {
            assertThat(found.get(pair)).isEqualTo(whole.get(pair));
        }
    }

    @Test
    void whatWasLearntFromEveryPartIsKnownInTheEnd() throws IOException, HydraException {
        List<SentencePair> pairs = Bitexts.readAll(SharedData.require("bitext/eng-kab.tatoeba.train.tsv.gz"));
        List<Integer> firsts = new ArrayList<>();
        List<Alignment> found = new ArrayList<>();
        PartAligner parts = new PartAligner(
                WORDS,
                WORDS,
                part -> {
                    firsts.add(part.first());
                    assertThat(cells(part.bitext(), part.bitext().size() - 1)).isLessThan(CELLS);
                    assertThat(part.last() || cells(part.bitext(), part.bitext().size()) >= CELLS).isTrue();
                    return TrainingData.of(part.bitext());
                },
                OPTIONS,
                CELLS,
                Progress.none(),
                (source, target, links) -> found.add(links));
        PartAligner.Outcome outcome = parts.run(PairSource.of(pairs));
        assertThat(firsts).startsWith(0).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(2);
        assertThat(found).hasSize(pairs.size());
        assertThat(outcome.summary().pairs()).isEqualTo(pairs.size());
        for (int pair : new int[] {0, 5000, pairs.size() - 1}) {
            for (String form : WORDS.segment(pairs.get(pair).source()).forms()) {
                assertThat(outcome.model().source().id(form.toLowerCase(Locale.ROOT))).as(form).isNotNegative();
            }
        }
        assertThat(LearntLinks.of(outcome.model(), "tom", "tom")).isGreaterThan(toms(pairs) / 2);
    }

    /** Source units times target units of the first {@code pairs} pairs. */
    private static long cells(IndexedBitext bitext, int pairs) {
        long cells = 0;
        for (int pair = 0; pair < pairs; pair++) {
            cells += (long) bitext.source().length(pair) * bitext.target().length(pair);
        }
        return cells;
    }

    @Test
    void pairsThatAreTooLongDoNotCountTowardsAPart() throws IOException, HydraException {
        SentencePair tooLong = new SentencePair("a ".repeat(1_001), "b ".repeat(1_001));
        List<Integer> firsts = new ArrayList<>();
        new PartAligner(
                        SPACES,
                        SPACES,
                        part -> {
                            firsts.add(part.first());
                            return TrainingData.of(part.bitext());
                        },
                        OPTIONS,
                        CELLS,
                        Progress.none(),
                        (source, target, links) -> {})
                .run(PairSource.of(List.of(tooLong, new SentencePair("a", "b"), tooLong)));
        assertThat(firsts).containsExactly(0);
    }

    /** In how many pairs both sides have Tom, whose name stays what it is. */
    private static int toms(List<SentencePair> pairs) throws HydraException {
        int count = 0;
        for (SentencePair pair : pairs) {
            count += has(pair.source()) && has(pair.target()) ? 1 : 0;
        }
        return count;
    }

    private static boolean has(String sentence) throws HydraException {
        return List.of(WORDS.segment(sentence).forms()).contains("Tom");
    }

    private static List<SentencePair> alibi() throws HydraException {
        return Bitexts.readAll(SharedData.require("align-gold/alibi-fra-eng/bitext.gz"));
    }
}
