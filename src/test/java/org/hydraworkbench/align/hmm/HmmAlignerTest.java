package org.hydraworkbench.align.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.Aligned;
import org.hydraworkbench.align.Asked;
import org.hydraworkbench.align.GeneratedBitext;
import org.hydraworkbench.align.ModelFile;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.align.model.TrainedModel;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.testing.CancelAfter;
import org.hydraworkbench.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmmAlignerTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void theSameBitsWithAnyNumberOfThreads(int threads) throws HydraException {
        IndexedBitext bitext = GeneratedBitext.of(6 * TypePairs.PAIRS_A_TASK, 5);
        Links one = links(bitext, options(1));
        Links many = links(bitext, options(threads));
        assertThat(many).usingRecursiveComparison().isEqualTo(one);
    }

    @Test
    void anotherSeedGivesOtherNumbers() throws HydraException {
        IndexedBitext bitext = alibi(100);
        assertThat(links(bitext, options(1))).usingRecursiveComparison().isNotEqualTo(links(bitext, options(1).withSeed(2)));
    }

    @Test
    void aSavedModelBelievesTheSameOfThePairsItWasTrainedOn() throws HydraException {
        IndexedBitext bitext = alibi(120);
        TrainedModel trained = train(bitext, options(1));
        Path file = folder.resolve("model.bin");
        ModelFile.save(trained.model(), file);
        AlignmentModel loaded = ModelFile.load(file);
        for (int pair = 0; pair < 20; pair++) {
            PairPosteriors before = trained.posteriors().get(pair);
            PairPosteriors after = Asked.posteriorsOfTrained(loaded, bitext.source().forms(pair), bitext.target().forms(pair));
            assertThat(after.links(Symmetrization.INTERSECT, 0).cells()).isEqualTo(before.links(Symmetrization.INTERSECT, 0).cells());
            for (int i = 0; i < before.sources(); i++) {
                assertThat(after.forward()[i]).containsExactly(before.forward()[i], within(1e-3f));
                assertThat(after.reverse()[i]).containsExactly(before.reverse()[i], within(1e-3f));
            }
        }
    }

    @Test
    void posteriorsOfAUnitAddUpToOneWithNull() throws HydraException {
        PairPosteriors posteriors = train(alibi(60), options(1)).posteriors().get(1);
        for (int j = 0; j < posteriors.targets(); j++) {
            float sum = posteriors.forwardNull()[j];
            for (int i = 0; i < posteriors.sources(); i++) {
                sum += posteriors.forward()[i][j];
            }
            assertThat(sum).isCloseTo(1f, within(1e-4f));
        }
    }

    @Test
    void aWordNeverSeenIsLinkedByItsStemOrItsSpelling() throws HydraException {
        AlignmentModel model = train(alibi(522), options(1)).model();
        PairPosteriors posteriors =
                Asked.posteriors(model, List.of("le", "chat", "mange", "l'", "orangeade"), List.of("the", "cat", "eats", "orangeade"));
        assertThat(posteriors.confidence(1, 1)).isGreaterThan(0.5f);
        assertThat(posteriors.confidence(4, 3)).isGreaterThan(0.5f);
    }

    @Test
    void anEmptySideHasNoLinks() throws HydraException {
        AlignmentModel model = train(alibi(20), options(1)).model();
        assertThat(Asked.posteriors(model, List.of(), List.of("cat")).links(Symmetrization.UNION, 0).count()).isZero();
    }

    @Test
    void capitalsAndSmallLettersAreTheSame() throws HydraException {
        AlignmentModel model = train(alibi(100), options(1)).model();
        assertThat(Asked.posteriors(model, List.of("LE", "Chat"), List.of("The", "CAT")).forward())
                .isEqualTo(Asked.posteriors(model, List.of("le", "chat"), List.of("the", "cat")).forward());
    }

    @Test
    void stopsWhenCancelled() {
        Progress cancelled = new CancelAfter(0);
        assertThatThrownBy(() -> new HmmAligner().train(TrainingData.of(alibi(20)), options(2), cancelled))
                .isInstanceOf(CancelledException.class);
    }

    private static AlignOptions options(int threads) {
        return AlignOptions.defaults().withModel(AlignmentMethod.HMM_FERTILITY).withThreads(threads).withPasses(8);
    }

    private static Links links(IndexedBitext bitext, AlignOptions options) throws HydraException {
        return Aligned.links(TrainingData.of(bitext), options);
    }

    private static TrainedModel train(IndexedBitext bitext, AlignOptions options) throws HydraException {
        return new HmmAligner().train(TrainingData.of(bitext), options, Progress.none());
    }

    /** The first pairs of a hand-aligned bitext of French and English. */
    private static IndexedBitext alibi(int pairs) throws HydraException {
        IndexedBitext.Builder builder = new IndexedBitext.Builder();
        List<SentencePair> all = new ArrayList<>(Bitexts.readAll(SharedData.require("align-gold/alibi-fra-eng/bitext.gz")));
        for (SentencePair pair : all.subList(0, pairs)) {
            builder.add(List.of(pair.source().split(" ")), List.of(pair.target().split(" ")));
        }
        return builder.build();
    }
}
