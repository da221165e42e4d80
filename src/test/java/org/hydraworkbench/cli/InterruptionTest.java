package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.testing.ChildJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A command in a process of its own that is told to end. */
@DisabledOnOs(OS.WINDOWS) // where a process cannot be asked, only killed
class InterruptionTest extends CommandTest {

    private static final int TERMINATED = 128 + 15;

    @Test
    void anInterruptedCommandTakesAwayWhatItHasHalfWritten() throws Exception {
        write("b.txt", "the house ||| axxam nni\nthe book ||| adlis nni\n".repeat(5));
        assertThat(hydra("align", "--bitext", path("b.txt"), "--out", path("o"), "--save-model", path("m"))).isZero();
        write("large.txt", ("the house ".repeat(10) + "||| " + "axxam nni ".repeat(10).strip() + "\n").repeat(300_000));
        Process child = ChildJava.of(Main.class, "1g", "align", "--bitext", path("large.txt"), "--load-model", path("m"), "--out", path("links"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("said").toFile())
                .start();
        while (names().stream().noneMatch(name -> name.startsWith(".links")) && child.isAlive()) {
            Thread.sleep(20);
        }
        child.destroy();
        assertThat(child.waitFor()).isEqualTo(TERMINATED);
        assertThat(read("said")).endsWith("hydra: Cancelled." + System.lineSeparator());
        assertThat(names()).containsExactlyInAnyOrder("b.txt", "o", "m", "large.txt", "said");
    }

    private List<String> names() throws Exception {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
