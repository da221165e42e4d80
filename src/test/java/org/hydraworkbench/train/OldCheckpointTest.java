package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints of other versions, put in the place of one of this version. */
class OldCheckpointTest {

    @TempDir
    private Path folder = Path.of("");

    private Path text = Path.of("");
    private Path state = Path.of("");

    @BeforeEach
    void train() throws IOException, HydraException {
        text = Files.writeString(folder.resolve("text.txt"), "The dog saw the cat and the cat saw the dog by the sea.\n".repeat(4));
        run(1, false);
        state = folder.resolve("out/checkpoints/step-00000001").resolve(TrainingState.FILE);
    }

    private void run(int steps, boolean resume) throws HydraException {
        TrainStart start = new TrainStart.Model(TestModels.stories());
        TrainRequest request = TrainerTest.request(start, text, TrainerTest.options(steps), folder.resolve("out"), resume);
        Trainer.run(TestModels.runtime(), request, new Stop(), _ -> {}, Progress.none());
    }

    /** They held a whole model, which is not lost; the moments beside it had other names. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void oneOfAnEarlierVersionIsRefusedAndLeftAsItIs(int version) throws Exception {
        Path old = TestModels.resource("/org/hydraworkbench/train/training-state-version-" + version + ".json");
        Files.writeString(state, Files.readString(old));
        assertThatThrownBy(() -> run(2, true))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(state + ": this checkpoint cannot be resumed (")
                .hasMessageContaining("earlier version");
        assertThat(state).hasSameTextualContentAs(old);
    }

    @Test
    void oneOfANewerProgramIsRefusedInASentence() throws IOException {
        rewrite("\"version\": 3", "\"version\": 4");
        assertThatThrownBy(() -> run(2, true))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(TrainingState.FILE)
                .hasMessageContaining("newer version");
    }

    @Test
    void oneThatDoesNotSayHowFarItWasIsRefused() throws IOException {
        rewrite("\"step\": 1,", "");
        assertThatThrownBy(() -> run(2, true)).isInstanceOf(InputException.class).hasMessageContaining("step: is missing");
    }

    private void rewrite(String what, String with) throws IOException {
        String before = Files.readString(state);
        assertThat(before).contains(what);
        Files.writeString(state, before.replace(what, with));
    }
}
