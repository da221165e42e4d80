package org.hydraworkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.generation.Beams;
import org.hydraworkbench.model.generation.Generation;
import org.hydraworkbench.model.generation.Generation.Ending;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.Penalties;
import org.hydraworkbench.testing.Continuations;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** That a decoder computes what transformers does; one subclass a model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DecoderGoldenChecks {

    private Golden golden = new Golden();
    private Decoder decoder;

    abstract String model();

    abstract Path folder();

    /** Computing each token from scratch is slow: for which ones it is done. */
    abstract int uncachedEvery();

    @BeforeAll
    void load() throws HydraException, IOException {
        golden = Golden.read(model());
        decoder = Decoder.load(TestModels.runtime(), folder(), Progress.none());
    }

    @AfterAll
    void close() {
        if (decoder != null) {
            decoder.close();
        }
    }

    @Test
    void logitsEqualThoseOfTransformers() throws HydraException {
        try (Session session = new Session(decoder)) {
            float[] first = session.feed(decoder.table(), new int[] {golden.logitsOf[0]}, decoder.table());
            assertThat(first).usingComparatorWithPrecision(1e-4f).containsExactly(golden.firstLogits);
            int[] rest = Arrays.copyOfRange(golden.logitsOf, 1, golden.logitsOf.length);
            float[] last = session.feed(decoder.table(), rest, decoder.table());
            assertThat(last).usingComparatorWithPrecision(1e-4f).containsExactly(golden.lastLogits);
        }
    }

    @Test
    void totalLossOf200LinesEqualsThatOfTransformers() throws HydraException {
        double[] nll = new Scorer(decoder, decoder.table()).nll(List.of(golden.documents), Progress.none());
        assertThat(nll).usingComparatorWithPrecision(2e-3).containsExactly(golden.nll);
        assertThat(Arrays.stream(nll).sum()).isCloseTo(golden.total, within(2e-5 * golden.total));
    }

    @Test
    void aDocumentLongerThanTheContextIsReadInWindowsThatOverlapByHalf() throws HydraException {
        double nll = new Scorer(decoder, decoder.table()).nll(golden.longDocument);
        assertThat(golden.longDocument).hasSizeGreaterThan(decoder.config().contextLength());
        assertThat(nll).isCloseTo(golden.longNll, within(2e-5 * golden.longNll));
    }

    @Test
    void greedyTextEqualsThatOfTransformersFor200Tokens() throws HydraException {
        Generation result = generate(GenerationOptions.greedy(200));
        assertThat(withEnd(result)).containsExactly(golden.greedy);
    }

    @Test
    void repetitionPenaltyEqualsThatOfTransformers() throws HydraException {
        Generation result = generate(GenerationOptions.greedy(60).withPenalties(new Penalties(1.3, 0)));
        assertThat(withEnd(result)).containsExactly(golden.penalised);
    }

    @Test
    void cachedTextEqualsUncachedTokenForToken() throws HydraException {
        int[] cached = generate(GenerationOptions.greedy(200).withStopIds(Set.of())).ids();
        int[] all = IntStream.concat(Arrays.stream(golden.prompt), Arrays.stream(cached)).toArray();
        for (int i = 0; i < cached.length; i += uncachedEvery()) {
            try (Session session = new Session(decoder)) {
                int[] before = Arrays.copyOf(all, golden.prompt.length + i);
                float[] scores = session.feed(decoder.table(), before, decoder.table());
                assertThat(best(scores)).as("token %d", i).isEqualTo(cached[i]);
            }
        }
    }

    @Test
    void beamSearchFindsTheTextsAndScoresOfTransformers() throws HydraException {
        checkBeams(generate(GenerationOptions.greedy(40).withBeams(4)), golden.beam, 1);
    }

    @Test
    void beamSearchWithoutLengthPenaltyComparesSums() throws HydraException {
        checkBeams(generate(GenerationOptions.greedy(25).withBeams(new Beams(3, 0, Beams.Until.LIKELY))), golden.summed, 0);
    }

    private static int best(float[] scores) {
        return IntStream.range(0, scores.length).reduce(0, (best, id) -> scores[id] > scores[best] ? id : best);
    }

    private void checkBeams(Generation result, Golden.Beams expected, double lengthPenalty) {
        assertThat(result.ids()).containsExactly(trimmed(expected.ids[0]));
        int length = result.ids().length + (result.ending() == Ending.STOP_TOKEN ? 1 : 0);
        assertThat(result.logProbability() / Math.pow(length, lengthPenalty)).isCloseTo(expected.scores[0], within(1e-4));
        for (int i = 0; i < result.alternatives().size(); i++) {
            assertThat(result.alternatives().get(i).ids()).containsExactly(trimmed(expected.ids[i + 1]));
            assertThat(result.alternatives().get(i).score()).isCloseTo(expected.scores[i + 1], within(1e-4));
        }
    }

    private Generation generate(GenerationOptions options) throws HydraException {
        GenerationOptions stopping = options.maxTokens() == 200 && options.stopIds().isEmpty()
                ? options
                : options.withStopIds(Set.copyOf(decoder.config().eosIds()));
        return Continuations.of(decoder, golden.prompt, stopping);
    }

    private int[] withEnd(Generation result) {
        if (result.ending() != Ending.STOP_TOKEN) {
            return result.ids();
        }
        int[] ids = Arrays.copyOf(result.ids(), result.ids().length + 1);
        ids[ids.length - 1] = decoder.config().eosIds().getFirst();
        return ids;
    }

    /** Without the end token and the filling after it. */
    private int[] trimmed(int[] ids) {
        int eos = decoder.config().eosIds().getFirst();
        int length = 0;
        while (length < ids.length && ids[length] != eos) {
            length++;
        }
        return Arrays.copyOf(ids, length);
    }
}
