package org.hydraworkbench.model.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.testing.CancelAfter;
import org.hydraworkbench.testing.Continuations;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GeneratorTest {

    private static final int[] TEXT = {1, 403, 407, 261, 378};

    private static Decoder decoder;
    private static TokenTable table;

    @BeforeAll
    static void load() throws HydraException {
        decoder = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none());
        table = decoder.table();
    }

    @AfterAll
    static void close() {
        decoder.close();
    }

    private static GenerationRequest request(int[] prompt, GenerationOptions options) {
        return new GenerationRequest(List.of(new PromptPart(table, prompt)), table, options);
    }

    private static Generation generate(Generator generator, int[] prompt, GenerationOptions options) throws HydraException {
        return generator.generate(request(prompt, options), TokenListener.none(), Progress.none());
    }

    private static int[] joined(int[] one, int... other) {
        return IntStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }

    /** Prompts of 1 to 40 tokens. */
    private static List<int[]> prompts(int count) {
        Random random = new Random(5);
        List<int[]> prompts = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int[] prompt = random.ints(1 + random.nextInt(40), 3, 512).toArray();
            prompt[0] = 1;
            prompts.add(prompt);
        }
        return prompts;
    }

    private static void checkBatch(int batch, GenerationOptions options) throws HydraException {
        List<GenerationRequest> requests = prompts(9).stream().map(prompt -> request(prompt, options)).toList();
        try (Generator generator = new Generator(decoder)) {
            List<Generation> together = generator.generate(requests, batch, Progress.none());
            for (int k = 0; k < requests.size(); k++) {
                Generation alone = Continuations.of(decoder, requests.get(k).prompt().getFirst().ids(), options);
                assertThat(together.get(k).ids()).as("prompt %d", k).containsExactly(alone.ids());
                assertThat(together.get(k).logProbability()).isCloseTo(alone.logProbability(), within(1e-3));
                assertThat(together.get(k).ending()).isEqualTo(alone.ending());
                assertThat(together.get(k).alternatives()).hasSameSizeAs(alone.alternatives());
                for (int i = 0; i < alone.alternatives().size(); i++) {
                    assertThat(together.get(k).alternatives().get(i).ids()).containsExactly(alone.alternatives().get(i).ids());
                }
            }
        }
    }

    @Test
    void promptsOfAllLengthsGiveTogetherWhatEachGivesAlone() throws HydraException {
        checkBatch(9, GenerationOptions.greedy(30));
    }

    /** Some end early, and others take their place. */
    @Test
    void whereOneEndsTheNextTakesItsPlace() throws HydraException {
        checkBatch(4, GenerationOptions.greedy(40).withStopIds(Set.of(2, 426, 13, 432)));
    }

    @Test
    void severalAreSearchedForAtATime() throws HydraException {
        checkBatch(3, GenerationOptions.greedy(15).withBeams(4).withStopIds(Set.of(2, 426)));
    }

    @Test
    void eachDrawsAsItWouldAlone() throws HydraException {
        checkBatch(5, GenerationOptions.greedy(25).withSampling(new Sampling(0.8, 50, 0.95, 0.01, 3)));
    }

    @Test
    void eachLooksAtItsOwnTextOnly() throws HydraException {
        checkBatch(5, GenerationOptions.greedy(25).withPenalties(new Penalties(1.2, 3)));
    }

    @Test
    void theNextTurnComputesOnlyWhatIsNew() throws HydraException {
        GenerationOptions options = GenerationOptions.greedy(12);
        try (Generator generator = new Generator(decoder)) {
            int[] answer = generate(generator, TEXT, options).ids();
            // The last token of an answer need not be read.
            assertThat(generator.computed()).isEqualTo(TEXT.length + answer.length - 1);
            int[] turn = joined(joined(TEXT, answer), 10, 20, 30);
            long before = generator.computed();
            int[] next = generate(generator, turn, options).ids();
            assertThat(generator.computed() - before).isEqualTo(1 + 3 + next.length - 1);
            assertThat(next).containsExactly(Continuations.of(decoder, turn, options).ids());
        }
    }

    @Test
    void anAnswerThatWasChangedIsReadFromWhereItDiffers() throws HydraException {
        GenerationOptions options = GenerationOptions.greedy(12);
        try (Generator generator = new Generator(decoder)) {
            int[] answer = generate(generator, TEXT, options).ids();
            answer[4] = answer[4] == 7 ? 8 : 7;
            int[] turn = joined(TEXT, answer);
            long before = generator.computed();
            int[] next = generate(generator, turn, options).ids();
            assertThat(generator.computed() - before).isEqualTo(answer.length - 4 + next.length - 1);
            assertThat(next).containsExactly(Continuations.of(decoder, turn, options).ids());
        }
    }

    @Test
    void whatWasSearchedForIsKeptToo() throws HydraException {
        GenerationOptions options = GenerationOptions.greedy(12).withBeams(3);
        try (Generator generator = new Generator(decoder)) {
            generate(generator, TEXT, options);
            long before = generator.computed();
            Generation again = generate(generator, joined(TEXT, 10, 11), options);
            // Of the prompt the two new tokens, then three rows a token; the first token is scored by the prompt alone.
            assertThat(generator.computed() - before).isLessThanOrEqualTo(2 + 3 * 11);
            assertThat(again.ids()).containsExactly(Continuations.of(decoder, joined(TEXT, 10, 11), options).ids());
        }
    }

    @Test
    void aPromptThatBeginsAsAnotherOfItsBatchIsReadFromWhereItDiffers() throws HydraException {
        int[] start = IntStream.range(0, 50).map(i -> 3 + i * 7 % 500).toArray();
        List<GenerationRequest> requests = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            requests.add(request(joined(start, 20 + k, 30), GenerationOptions.greedy(1)));
        }
        try (Generator generator = new Generator(decoder)) {
            List<Generation> together = generator.generate(requests, 4, Progress.none());
            assertThat(generator.computed()).isEqualTo(52 + 3 * 2);
            for (int k = 0; k < 4; k++) {
                int[] prompt = requests.get(k).prompt().getFirst().ids();
                assertThat(together.get(k).ids()).containsExactly(Continuations.of(decoder, prompt, GenerationOptions.greedy(1)).ids());
            }
        }
    }

    @Test
    void changedRowsMakeAllBeReadAnew() throws HydraException {
        GenerationOptions options = GenerationOptions.greedy(20);
        try (Decoder own = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none());
                Generator generator = new Generator(own)) {
            GenerationRequest request = new GenerationRequest(List.of(new PromptPart(own.table(), TEXT)), own.table(), options);
            int[] before = generator.generate(request, TokenListener.none(), Progress.none()).ids();
            float[] row = own.table().inputRows(TEXT[4]);
            float[] other = own.table().inputRows(100);
            own.table().setRows(new int[] {TEXT[4]}, other, other);
            long computed = generator.computed();
            int[] changed = generator.generate(request, TokenListener.none(), Progress.none()).ids();
            assertThat(generator.computed() - computed).isEqualTo(TEXT.length + changed.length - 1);
            assertThat(changed).containsExactly(Continuations.of(own, TEXT, options).ids()).isNotEqualTo(before);
            own.table().setRows(new int[] {TEXT[4]}, row, row);
            assertThat(generator.generate(request, TokenListener.none(), Progress.none()).ids()).containsExactly(before);
        }
    }

    @Test
    void theSameTokensThroughAnotherTableAreReadAnew() throws Exception {
        GenerationOptions options = GenerationOptions.greedy(8);
        try (Decoder second = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none());
                Generator generator = new Generator(decoder)) {
            generate(generator, TEXT, options);
            long before = generator.computed();
            GenerationRequest other = new GenerationRequest(List.of(new PromptPart(second.table(), TEXT)), table, options);
            Generation made = generator.generate(other, TokenListener.none(), Progress.none());
            assertThat(generator.computed() - before).isEqualTo(TEXT.length + made.ids().length - 1);
        }
    }

    @Test
    void whatIsCancelledDoesNotSpoilWhatFollows() throws HydraException {
        GenerationOptions options = GenerationOptions.greedy(100);
        try (Generator generator = new Generator(decoder)) {
            assertThatThrownBy(() -> generator.generate(request(TEXT, options), TokenListener.none(), new CancelAfter(7)))
                    .isInstanceOf(CancelledException.class);
            assertThat(generate(generator, TEXT, options).ids()).containsExactly(Continuations.of(decoder, TEXT, options).ids());
        }
    }

    @Test
    void theListenerMayEndTheText() throws HydraException {
        try (Generator generator = new Generator(decoder)) {
            Generation result =
                    generator.generate(request(TEXT, GenerationOptions.greedy(100)), (id, logProbability) -> false, Progress.none());
            assertThat(result.ids()).hasSize(1);
            assertThat(result.ending()).isEqualTo(Generation.Ending.LISTENER);
        }
    }

    @Test
    void theSameSeedDrawsTheSameText() throws HydraException {
        GenerationOptions options = GenerationOptions.greedy(30);
        assertThat(draw(options, 7)).containsExactly(draw(options, 7)).isNotEqualTo(draw(options, 8));
    }

    private static int[] draw(GenerationOptions options, long seed) throws HydraException {
        return Continuations.of(decoder, TEXT, options.withSampling(new Sampling(1, 0, 1, 0, seed))).ids();
    }

    @Test
    void theLikeliestAreToldOfEachToken() throws HydraException {
        Generation greedy = Continuations.of(decoder, TEXT, GenerationOptions.greedy(5).withLikeliest(3));
        for (Generation.Token token : greedy.tokens()) {
            assertThat(token.likeliest()).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(b.logProbability(), a.logProbability()));
            assertThat(token.likeliest().getFirst().id()).isEqualTo(token.id());
            assertThat(token.likeliest().getFirst().logProbability()).isEqualTo(token.logProbability());
        }
        Generation all = Continuations.of(decoder, TEXT, GenerationOptions.greedy(1).withLikeliest(1000));
        double sum = all.tokens().getFirst().likeliest().stream().mapToDouble(each -> Math.exp(each.logProbability())).sum();
        assertThat(sum).isCloseTo(1, within(1e-4));
        // What is forbidden is told of, and what was chosen has the model's own probability.
        Generation other = Continuations.of(
                decoder, joined(TEXT, greedy.ids()[0]), GenerationOptions.greedy(1).withLikeliest(2).withPenalties(new Penalties(1, 1)));
        assertThat(other.tokens().getFirst().logProbability()).isNegative();
    }

    @Test
    void aBeamSearchTellsTheLikeliestToo() throws HydraException {
        Generation found = Continuations.of(decoder, TEXT, GenerationOptions.greedy(6).withBeams(3).withLikeliest(2));
        assertThat(found.tokens()).allSatisfy(token -> assertThat(token.likeliest()).hasSize(2));
        assertThat(found.tokens().stream().mapToDouble(Generation.Token::logProbability).sum())
                .isCloseTo(found.logProbability(), within(1e-6));
    }

    @Test
    void nothingIsWrittenWhereNothingMayBe() throws HydraException {
        Generation none = Continuations.of(decoder, TEXT, GenerationOptions.greedy(0));
        assertThat(none.ids()).isEmpty();
        assertThat(none.ending()).isEqualTo(Generation.Ending.LENGTH);
    }

    @Test
    void anEmptyPromptAndOneThatIsTooLongAreRefused() {
        try (Generator generator = new Generator(decoder)) {
            assertThatThrownBy(() -> generate(generator, new int[0], GenerationOptions.greedy(1)))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("empty");
            assertThatThrownBy(() -> generate(generator, new int[513], GenerationOptions.greedy(1)))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("513");
        }
    }

    @Test
    void aTextEndsWhereTheContextDoes() throws HydraException {
        int[] long500 = IntStream.range(0, 500).map(i -> 3 + i * 7 % 500).toArray();
        // The last token need not be read again.
        assertThat(Continuations.of(decoder, long500, GenerationOptions.greedy(100)).ids()).hasSize(13);
        List<GenerationRequest> requests =
                List.of(request(TEXT, GenerationOptions.greedy(20)), request(long500, GenerationOptions.greedy(100)));
        try (Generator generator = new Generator(decoder)) {
            assertThat(generator.generate(requests, 2, Progress.none())).extracting(each -> each.ids().length).containsExactly(20, 13);
        }
    }
}
