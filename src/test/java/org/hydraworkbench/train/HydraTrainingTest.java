package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.ESPERANTO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.hydra.HydraAssembler;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.PromptRun;
import org.hydraworkbench.hydra.PromptTemplates;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.model.Scorer;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.weights.SafetensorsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training a Hydra on a bitext: stories260K with itself as the other language. */
class HydraTrainingTest {

    @TempDir
    private Path folder = Path.of("");

    private Path hydra = Path.of("");
    private Path bitext = Path.of("");

    @BeforeEach
    void assemble() throws HydraException, IOException {
        hydra = folder.resolve("hydra");
        HydraAssembler.assemble(TestModels.stories(), ENGLISH, TestModels.stories(), ESPERANTO, hydra, Progress.none());
        bitext = Files.writeString(
                folder.resolve("pairs.tsv"), "The dog ran.\tLa hundo kuris.\nA red cat.\tRuga kato.\nYes.\tJes.\n");
    }

    @Test
    void theTargetIsLearntAndTheSourcesTableStays() throws HydraException {
        Path out = folder.resolve("out");
        List<Double> losses = train(25, out, false);
        assertThat(losses.getLast()).isLessThan(losses.getFirst() / 2);
        try (SafetensorsFile before = SafetensorsFile.open(HydraManifest.tables(hydra, ENGLISH));
                SafetensorsFile after = SafetensorsFile.open(HydraManifest.tables(out, ENGLISH))) {
            assertThat(after.floats("input")).isEqualTo(before.floats("input"));
        }
        try (HydraModel trained = HydraModel.open(TestModels.runtime(), out, Progress.none());
                HydraModel fresh = HydraModel.open(TestModels.runtime(), hydra, Progress.none())) {
            int[] ids = trained.tokenizer(ESPERANTO).encodeIds("hundo");
            assertThat(trained.table(ESPERANTO).inputRows(ids)).isNotEqualTo(fresh.table(ESPERANTO).inputRows(ids));
        }
    }

    @Test
    void aResumedRunHasTheLossesOfAnUninterruptedOne() throws HydraException {
        List<Double> whole = train(6, folder.resolve("whole"), false);
        Path out = folder.resolve("resumed");
        List<Double> losses = train(3, out, false);
        losses.addAll(train(6, out, true));
        assertThat(losses).isEqualTo(whole);
    }

    @Test
    void onlyTheTranslationAndWhatFollowsItIsPredicted() throws HydraException {
        try (HydraTrainee trainee = trainee()) {
            BitextExamples examples =
                    BitextExamples.read(BitextFiles.of(bitext), null, trainee.examples(), options(1).withBatch(1, 64), Progress.none());
            Set<List<Integer>> predicted = new HashSet<>();
            Set<List<Integer>> expected = new HashSet<>();
            for (SentencePair pair : Bitexts.readAll(bitext)) {
                expected.add(trainee.examples().getFirst().encoder().example(pair.source(), pair.target()).stream()
                        .filter(PromptRun::scored)
                        .flatMap(run -> Arrays.stream(run.ids()).boxed())
                        .toList());
                int[] targets = examples.batches(predicted.size()).getFirst().targets();
                predicted.add(Arrays.stream(targets).filter(id -> id >= 0).boxed().toList());
            }
            assertThat(predicted).isEqualTo(expected);
        }
    }

    /** Both heads have the same tables here, so a mixed sequence is a plain one, scored without its prompt. */
    @Test
    void theLossOfAMixedSequenceIsThatOfTheScorer() throws HydraException, IOException {
        Files.writeString(bitext, "The dog ran.\tLa hundo kuris.\n");
        double loss = train(1, folder.resolve("out"), false).getFirst();
        try (HydraTrainee trainee = trainee()) {
            List<PromptRun> runs = trainee.examples().getFirst().encoder().example("The dog ran.", "La hundo kuris.");
            int[] all = runs.stream().flatMapToInt(run -> Arrays.stream(run.ids())).toArray();
            int[] prompt = runs.stream().filter(run -> !run.scored()).flatMapToInt(run -> Arrays.stream(run.ids())).toArray();
            Scorer scorer = new Scorer(trainee.body(), trainee.body().table());
            double expected = (scorer.nll(all) - scorer.nll(prompt)) / (all.length - prompt.length);
            assertThat(loss).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void aPairWithATokenBeyondTheTableIsNamed() throws Exception {
        Path beyond = SmallModels.storiesWithTokenBeyond(folder.resolve("beyond"), "Zork");
        Path odd = folder.resolve("odd");
        HydraAssembler.assemble(beyond, ENGLISH, beyond, ESPERANTO, odd, Progress.none());
        Files.writeString(bitext, "The dog ran.\tLa hundo kuris.\nIt ran.\tZork kuris.\n");
        try (HydraTrainee trainee = HydraTrainee.load(TestModels.runtime(), new TrainStart.Hydra(odd, null, null, Directions.THERE), Progress.none())) {
            assertThatThrownBy(() -> BitextExamples.read(BitextFiles.of(bitext), null, trainee.examples(), options(1), Progress.none()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContainingAll(bitext.toString(), "pair 2", "\"Zork\"", "number 512", "only 512 rows");
        }
    }

    @Test
    void pairsThatDoNotFitAreLeftOutAndNoneIsAnError() throws HydraException {
        try (HydraTrainee trainee = trainee()) {
            assertThatThrownBy(() -> BitextExamples.read(BitextFiles.of(bitext), null, trainee.examples(), options(1).withBatch(1, 2), Progress.none()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("no pair that fits");
        }
    }

    /** Of a file with several languages those of the Hydra are read, wherever they stand; and two files are as good as one. */
    @Test
    void everyFormOfABitextGivesTheSameExamples() throws HydraException, IOException {
        Path memory = Files.writeString(folder.resolve("m.tmx"), """
                <tmx><header srclang="de"/><body>
                <tu><tuv xml:lang="de"><seg>Der Hund lief.</seg></tuv><tuv xml:lang="eo"><seg>La hundo kuris.</seg></tuv>
                <tuv xml:lang="en-GB"><seg>The dog ran.</seg></tuv></tu>
                <tu><tuv xml:lang="en-GB"><seg>A red cat.</seg></tuv><tuv xml:lang="eo"><seg>Ruga kato.</seg></tuv></tu>
                <tu><tuv xml:lang="en-GB"><seg>Yes.</seg></tuv><tuv xml:lang="eo"><seg>Jes.</seg></tuv></tu>
                </body></tmx>""");
        Path left = Files.writeString(folder.resolve("a.en"), "The dog ran.\nA red cat.\nYes.\n");
        Path right = Files.writeString(folder.resolve("a.eo"), "La hundo kuris.\nRuga kato.\nJes.\n");
        try (HydraTrainee trainee = trainee()) {
            Set<String> fingerprints = new HashSet<>();
            for (List<Path> data : List.of(List.of(bitext), List.of(memory), List.of(left, right))) {
                TrainRequest request = new TrainRequest(
                        new TrainStart.Hydra(hydra, null, null, Directions.THERE), data, options(1), folder.resolve("out"), false, TestModels.options());
                fingerprints.add(Trainees.data(request, trainee, Progress.none()).fingerprint());
            }
            assertThat(fingerprints).hasSize(1);
        }
    }

    /**
     * The loss of a step is the mean over the tokens that are predicted, computed by the kernel of training: of a batch with every pair both
     * ways, before anything is learnt. "Jes." and the others have 15 + 10 + 4 letters, their other sides 12 + 10 + 4.
     */
    @Test
    void bitsPerByteOfPairsAreTheLossOfAllThatIsPredictedInBothDirections() throws HydraException {
        TrainStart.Hydra both = new TrainStart.Hydra(hydra, "plain", null, Directions.BOTH);
        TrainOptions still = options(1).withBatch(6, 64).withRate(new LearningRate(1e-30, 0, LearningRate.Decay.CONSTANT));
        List<Metrics> steps = new ArrayList<>();
        Trainer.run(
                TestModels.runtime(),
                TrainerTest.request(both, bitext, still.withHeldOut(HeldOut.pairs(bitext, 1)), folder.resolve("out"), false),
                new Stop(),
                steps::add,
                Progress.none());
        long predicted = 0;
        try (HydraTrainee trainee = HydraTrainee.load(TestModels.runtime(), both, Progress.none())) {
            BitextExamples examples = BitextExamples.read(BitextFiles.of(bitext), null, trainee.examples(), still, Progress.none());
            predicted = examples.batches(0).stream().mapToLong(Batch::scored).sum();
        }
        int bytes = 15 + 10 + 4 + 12 + 10 + 4;
        double expected = steps.getFirst().loss() * predicted / Math.log(2) / bytes;
        assertThat(steps.getFirst().bitsPerByte().orElseThrow()).isCloseTo(expected, within(1e-4));
    }

    /** With a mean of weights and an eye on held-out pairs; one run is stopped after its second step. */
    @Test
    void aResumedRunWithAMeanKeepsTheModelOfAnUninterruptedOne() throws Exception {
        TrainStart.Hydra both = new TrainStart.Hydra(hydra, "plain", null, Directions.BOTH);
        Path dev = Files.writeString(folder.resolve("dev.tsv"), "The cat ran.\tLa kato kuris.\n");
        TrainOptions options = options(6).withAverage(3).withHeldOut(HeldOut.pairs(dev, 2).withPatience(2));
        Path whole = folder.resolve("whole");
        Path out = folder.resolve("resumed");
        TrainOutcome expected = Trainer.run(
                TestModels.runtime(), TrainerTest.request(both, bitext, options, whole, false), new Stop(), metrics -> {}, Progress.none());
        TrainerTest.StopAfter stop = new TrainerTest.StopAfter();
        assertThatThrownBy(() -> Trainer.run(
                        TestModels.runtime(),
                        TrainerTest.request(both, bitext, options, out, false),
                        new Stop(),
                        metrics -> stop.stopped = metrics.step() == 2,
                        stop))
                .isInstanceOf(CancelledException.class);
        assertThat(Trainer.run(
                        TestModels.runtime(), TrainerTest.request(both, bitext, options, out, true), new Stop(), metrics -> {}, Progress.none()))
                .isEqualTo(expected);
        for (String file : List.of("body/model.safetensors", "heads/en/tables.safetensors", "heads/eo/tables.safetensors")) {
            assertThat(out.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    /** The last samples are what the model that is kept translates, so that nothing read before with other weights shares in them. */
    @Test
    void samplesAreTranslationsByTheModelAsItIsAndChangeNothingOfTheTraining() throws Exception {
        TrainStart.Hydra both = new TrainStart.Hydra(hydra, "plain", null, Directions.BOTH);
        TrainOptions options = options(4).withAverage(2).withRate(new LearningRate(1e-2, 0, LearningRate.Decay.CONSTANT));
        Path without = folder.resolve("without");
        Trainer.run(TestModels.runtime(), TrainerTest.request(both, bitext, options, without, false), new Stop(), metrics -> {}, Progress.none());
        Path out = folder.resolve("with");
        List<Metrics> steps = new ArrayList<>();
        Trainer.run(
                TestModels.runtime(),
                TrainerTest.request(both, bitext, options, out, false).withSamples(new Samples(bitext, 3)),
                new Stop(),
                steps::add,
                Progress.none());
        for (String file : List.of("body/model.safetensors", "heads/en/tables.safetensors", "heads/eo/tables.safetensors")) {
            assertThat(out.resolve(file)).hasSameBinaryContentAs(without.resolve(file));
        }
        assertThat(steps).extracting(step -> step.samples().size()).containsExactly(3, 0, 3, 3);
        List<Sample> last = steps.getLast().samples();
        assertThat(last.getFirst().prompt()).isEqualTo("The dog ran.");
        assertThat(last.getFirst().reference()).isEqualTo("La hundo kuris.");
        assertThat(last).as("it has learnt something in between").isNotEqualTo(steps.getFirst().samples());
        try (HydraModel kept = HydraModel.open(TestModels.runtime(), out, Progress.none())) {
            for (Sample sample : last) {
                assertThat(sample.text()).isEqualTo(kept.translate(
                                ENGLISH, ESPERANTO, sample.prompt(), PromptTemplates.find("plain"),
                                GenerationOptions.greedy(Sampler.MOST_TOKENS), TranslationListener.none(), Progress.none())
                        .text());
            }
        }
    }

    private HydraTrainee trainee() throws HydraException {
        return HydraTrainee.load(
                TestModels.runtime(), new TrainStart.Hydra(hydra, null, null, Directions.THERE), Progress.none());
    }

    private static TrainOptions options(int steps) {
        return TrainerTest.options(steps).withBatch(3, 64);
    }

    private List<Double> train(int steps, Path out, boolean resume) throws HydraException {
        List<Double> losses = new ArrayList<>();
        TrainStart start = new TrainStart.Hydra(hydra, "plain", null, Directions.THERE);
        Trainer.run(
                TestModels.runtime(),
                TrainerTest.request(start, bitext, options(steps), out, resume),
                new Stop(),
                metrics -> losses.add(metrics.loss()),
                Progress.none());
        return losses;
    }
}
