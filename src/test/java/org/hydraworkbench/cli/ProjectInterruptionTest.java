package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.testing.ChildJava;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A training in a project that is told to end, and gone on with. */
@DisabledOnOs(OS.WINDOWS) // where a process cannot be asked, only killed
class ProjectInterruptionTest extends CommandTest {

    private static final int TERMINATED = 128 + 15;
    private static final int STEPS = 150;

    private String[] train = {};

    @BeforeEach
    void makeAProjectWithAHydra() throws Exception {
        write("pairs.tsv", String.join("\n", IntStream.range(0, 40).mapToObj(k -> "Dog " + k + " sees.\tAqjun " + k + " iẓer.").toList()) + "\n");
        String file = path("p.hydra");
        assertThat(hydra("project", "new", file, "--from", "en", "--to", "kab", "--model", TestModels.stories().toString())).isZero();
        assertThat(hydra("project", "import", file, path("pairs.tsv"))).isZero();
        assertThat(hydra(
                        "project", "run", file, "tokenizer", "transfer", "assemble", "--set", "tokenizer.vocab-size=300",
                        "--set", "transfer.method=copy-overlap"))
                .as(err)
                .isZero();
        train = new String[] {
            "project", "run", file, "train", "--threads", "1", "--device", "cpu",
            "--set", "train.steps=" + STEPS, "--set", "train.batch=1", "--set", "train.length=48"
        };
    }

    private void interruptTheTraining() throws Exception {
        Process child = ChildJava.of(Main.class, "1g", train)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("said").toFile())
                .start();
        while (!read("said").contains("hydra: step ") && child.isAlive()) {
            Thread.sleep(20);
        }
        child.destroy();
        assertThat(child.waitFor()).as(read("said")).isEqualTo(TERMINATED);
        assertThat(read("said")).endsWith("hydra: Cancelled." + System.lineSeparator());
    }

    @Test
    void theSameCommandGoesOnWithAnInterruptedTraining() throws Exception {
        interruptTheTraining();
        assertThat(hydra("project", "status", path("p.hydra"))).isZero();
        assertThat(out).contains("“Train 150 steps” ended early; to go on: hydra project run " + path("p.hydra") + " train --resume");
        assertThat(hydra(train)).as(err).isZero();
        assertThat(err).contains("Going on with what ended early: Train 150 steps").contains("step 150 of 150");
        try (Project open = Project.open(folder.resolve("p.hydra"))) {
            Artefact tuned = open.artefacts().require(Slot.TUNED_HYDRA);
            List<Integer> steps = Files.readAllLines(tuned.file("metrics.jsonl")).stream()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject().get("step").getAsInt())
                    .toList();
            assertThat(steps).isEqualTo(IntStream.rangeClosed(1, STEPS).boxed().toList());
            assertThat(open.work().unfinished()).isEmpty();
        }
    }

    @Test
    void anotherTrainingIsNotBegunOverAnInterruptedOne() throws Exception {
        interruptTheTraining();
        String file = path("p.hydra");
        assertThat(hydra(with(train, "--set", "train.steps=3", "--set", "train.seed=7"))).isEqualTo(3);
        assertThat(err).contains("steps 150, not 3, warmup 15, not 0, seed 1, not 7").contains("train --resume").contains("--restart");
        assertThat(hydra("project", "run", file, "--all", "--set", "train.steps=2")).isEqualTo(3);
        assertThat(out.lines()).extracting(line -> line.split(":")[0]).containsExactly("align", "map");
        assertThat(err).contains("steps 150, not 2");

        assertThat(hydra("project", "run", file, "transfer", "assemble", "--set", "transfer.match-norms=true")).isZero();
        assertThat(hydra(train)).isEqualTo(3);
        assertThat(err).contains("from another “Hydra en–kab, untuned”");

        assertThat(hydra(with(train, "--set", "train.steps=3", "--restart"))).as(err).isZero();
        assertThat(err).contains("step 1 of 3").doesNotContain("Going on");
        try (Project open = Project.open(Path.of(file))) {
            assertThat(open.work().unfinished()).isEmpty();
        }
    }

    @Test
    void anInterruptedTrainingIsGoneOnWithAsItWasMeant() throws Exception {
        interruptTheTraining();
        assertThat(hydra("project", "run", path("p.hydra"), "train", "--resume", "--threads", "1")).as(err).isZero();
        assertThat(err).contains("step 150 of 150");
        assertThat(out).startsWith("train: Hydra en–kab, tuned: full, 150 steps");
    }
}
