package org.hydraworkbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.testing.ChildJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOwnershipTest {

    private static final int PROCESSES = 3;
    private static final int TIMES = 2_000;

    @TempDir
    Path folder;

    @Test
    void belongsToOneProcessHoweverQuicklyItIsPassedOn() throws Exception {
        Path file = Files.createFile(folder.resolve("words.hydra"));
        List<Process> rivals = new ArrayList<>();
        try {
            for (int k = 0; k < PROCESSES; k++) {
                rivals.add(ChildJava.of(Rival.class, "64m", file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
            }
            for (Process rival : rivals) {
                assertThat(rival.inputReader().readLine()).isEqualTo("ready");
            }
            for (Process rival : rivals) {
                rival.outputWriter().close();
            }
            for (Process rival : rivals) {
                assertThat(rival.inputReader().readLine()).isEqualTo("never two");
            }
        } finally {
            for (Process rival : rivals) {
                rival.destroyForcibly().waitFor();
            }
        }
    }

    /** Takes the file named by its argument and gives it up again, and looks whether another process has it meanwhile. */
    static final class Rival {
        public static void main(String[] arguments) throws Exception {
            Path file = Path.of(arguments[0]);
            Path mark = file.resolveSibling("taken");
            System.out.println("ready");
            System.in.read(); // until all are ready
            for (int taken = 0; taken < TIMES; ) {
                try (FileOwnership ownership = FileOwnership.take(file)) {
                    Files.createFile(mark);
                    Files.delete(mark);
                    taken++;
                } catch (ResourceException e) {
                    Thread.yield(); // another has it
                }
            }
            System.out.println("never two");
        }
    }
}
