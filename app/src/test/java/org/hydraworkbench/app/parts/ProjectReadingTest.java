package org.hydraworkbench.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import org.hydraworkbench.app.testing.SmallProject;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.project.base.ProjectChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectReadingTest {

    @TempDir
    Path folder;

    @Test
    void aProjectIsUnreadUntilItsFirstAnswerComes() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try (TestBench bench = TestBench.inBackground(folder)) {
            ProjectReading<String> reading = new ProjectReading<>(
                    bench.workbench, EnumSet.noneOf(ProjectChange.Kind.class), "none", project -> answer.join());
            assertThat(reading.unreadProperty().get()).isFalse();
            bench.open(SmallProject.copyInto(folder));
            assertThat(reading.unreadProperty().get()).isTrue();
            assertThat(reading.get()).isEqualTo("none");
            answer.complete("read");
            bench.await(() -> reading.get().equals("read"));
            assertThat(reading.unreadProperty().get()).isFalse();
        }
    }

    @Test
    void aProjectThatCannotBeReadIsNotWaitedFor() throws Exception {
        try (TestBench bench = TestBench.inBackground(folder)) {
            ProjectReading<String> reading = new ProjectReading<>(
                    bench.workbench, EnumSet.noneOf(ProjectChange.Kind.class), "none", project -> {
                        throw new InputException("damaged");
                    });
            bench.open(SmallProject.copyInto(folder));
            bench.await(() -> bench.told.contains("damaged") && !reading.unreadProperty().get());
            assertThat(reading.get()).isEqualTo("none");
        }
    }
}
