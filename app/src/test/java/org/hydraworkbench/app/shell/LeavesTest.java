package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hydraworkbench.app.testing.SmallProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Leaving a project at random moments while jobs and queries are inside its native tokenizers and its files: no crash, no lock, no
 * edit lost. A few rounds by default; {@code -Dhydra.leaves=200} before a release, {@code -Dhydra.leaves.seed} to do the same again.
 */
class LeavesTest {

    @TempDir
    Path folder;

    @Test
    void aProjectThatIsLeftAtAnyMomentLosesNothing() throws Exception {
        int rounds = Integer.getInteger("hydra.leaves", 3);
        long seed = Long.getLong("hydra.leaves.seed", System.nanoTime());
        Path file = SmallProject.copyInto(folder);
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dai.djl.offline=true",
                        "-Xmx1g",
                        "-XX:ErrorFile=" + folder.resolve("crash.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeaveWorker.class.getName(),
                        file.toString(),
                        Integer.toString(rounds),
                        Long.toString(seed)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(120 + 20L * rounds, TimeUnit.SECONDS);
            String said = Files.readString(output);
            assertThat(ended).as("it ended; so far it said: " + said).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            assertThat(said).contains(rounds + " rounds with seed " + seed, "troubles: []");
            System.out.println(said.lines().toList().getLast());
        } finally {
            process.destroyForcibly();
        }
    }
}
