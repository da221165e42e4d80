package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointsTest {

    @TempDir
    Path folder;

    private Checkpoints open(boolean resume) throws HydraException {
        return Checkpoints.open(folder.resolve("out"), resume);
    }

    private static void save(Checkpoints checkpoints, long step) throws HydraException {
        checkpoints.save(step, 1, into -> AtomicFiles.writeString(into.resolve("weights"), "of step " + step));
    }

    private static void publish(Checkpoints checkpoints) throws HydraException {
        Path chosen = checkpoints.chosen();
        checkpoints.publish(1, into -> Folders.linkFile(chosen.resolve("weights"), into.resolve("weights")));
    }

    private List<String> kept() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("out/checkpoints"))) {
            return files.filter(Files::isDirectory).map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void onlyTheLatestIsKept() throws Exception {
        Checkpoints checkpoints = open(false);
        save(checkpoints, 1);
        save(checkpoints, 2);
        assertThat(kept()).containsExactly("step-00000002");
    }

    @Test
    void theBestIsKeptUntilABetterComes() throws Exception {
        Checkpoints checkpoints = open(false);
        save(checkpoints, 1);
        checkpoints.nameBest();
        save(checkpoints, 2);
        save(checkpoints, 3);
        assertThat(kept()).containsExactly("step-00000001", "step-00000003");
        checkpoints.nameBest();
        save(checkpoints, 4);
        assertThat(kept()).containsExactly("step-00000003", "step-00000004");
        assertThat(checkpoints.best()).contains(folder.resolve("out/checkpoints/step-00000003"));
    }

    @Test
    void theBestIsPublishedAndTheLatestStaysToGoOnFrom() throws Exception {
        Checkpoints checkpoints = open(false);
        save(checkpoints, 1);
        checkpoints.nameBest();
        save(checkpoints, 2);
        assertThat(checkpoints.chosen()).hasFileName("step-00000001");
        publish(checkpoints);
        assertThat(folder.resolve("out/weights")).hasContent("of step 1");
        assertThat(kept()).containsExactly("step-00000001", "step-00000002");
        Checkpoints resumed = open(true);
        assertThat(resumed.latest()).contains(folder.resolve("out/checkpoints/step-00000002"));
        resumed.forgetBest();
        publish(resumed);
        assertThat(folder.resolve("out/weights")).hasContent("of step 2");
        assertThat(kept()).containsExactly("step-00000002");
    }

    @Test
    void publishingLeavesTheLastOneAndItsFiles() throws Exception {
        save(open(false), 1);
        Checkpoints resumed = open(true);
        save(resumed, 2);
        publish(resumed);
        assertThat(kept()).containsExactly("step-00000002");
        assertThat(folder.resolve("out/weights")).hasContent("of step 2");
    }

    @Test
    void whatAKilledRunLeftBehindGoesWithTheNextOne() throws Exception {
        save(open(false), 1);
        save(open(true), 2);
        save(open(true), 3);
        assertThat(kept()).containsExactly("step-00000003");
    }

    /** The process died after the model was made and before it was in its place. */
    @Test
    void aModelThatWasMadeAndNotPublishedIsMadeAgain() throws Exception {
        save(open(false), 1);
        Files.createDirectories(folder.resolve("out/checkpoints/model"));
        Files.writeString(folder.resolve("out/checkpoints/model/weights"), "half");
        publish(open(true));
        assertThat(folder.resolve("out/weights")).hasContent("of step 1");
        assertThat(kept()).containsExactly("step-00000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"step-00000001\0", "\0", "", "../step-00000001", "step-00000002"})
    void aPointerThatNamesNoCheckpointIsNamedItself(String content) throws Exception {
        save(open(false), 1);
        Path pointer = folder.resolve("out/checkpoints/latest");
        Files.writeString(pointer, content);
        assertThatThrownBy(() -> open(true)).isInstanceOf(InputException.class).hasMessageStartingWith(pointer + ": ");
    }

    @Test
    void ofTwoRunsInOneFolderTheSecondIsTold() throws Exception {
        Path out = folder.resolve("two");
        Checkpoints first = Checkpoints.open(out, false);
        Checkpoints second = Checkpoints.open(out, false);
        Checkpoints third = Checkpoints.open(out, false);
        try (Checkpoints.Taken _ = first.take()) {
            assertThatThrownBy(second::take).isInstanceOf(ResourceException.class).hasMessageContaining("another program trains there");
            first.save(1, 1, made -> AtomicFiles.writeString(made.resolve("file"), "first"));
        }
        assertThatThrownBy(third::take).as("after the first has ended").isInstanceOf(ResourceException.class);
        Checkpoints.open(out, true).take().close();
        assertThat(out.resolve("checkpoints/step-00000001/file")).hasContent("first");
        assertThat(out.resolve("checkpoints/lock")).doesNotExist();
    }
}
