package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.ExitCodes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.junit.jupiter.api.Test;

class WorkerLineTest {

    @Test
    void everyLineComesBack() {
        String text = "Text with \"quotes\",\na second line and ɣ.";
        for (WorkerLine line : List.of(
                new WorkerLine.Step(new Metrics(3, 2.5, 1e-3, 100, 1.5, 0.25, OptionalDouble.of(1.25))),
                new WorkerLine.Step(new Metrics(
                        4, 2.5, 1e-3, 100, 1.5, 0.25, OptionalDouble.empty(), List.of(new Sample("a\n\"b\"", "ɣef", ""), new Sample("c", "", "d")))),
                new WorkerLine.Message(text),
                new WorkerLine.Log(text),
                new WorkerLine.Failure(text),
                new WorkerLine.Done(new TrainOutcome(7, 5, OptionalDouble.of(2.5))),
                new WorkerLine.Done(new TrainOutcome(7, 5, OptionalDouble.empty())))) {
            assertThat(line.toJson()).doesNotContain("\n");
            assertThat(WorkerLine.parse(line.toJson())).contains(line);
        }
    }

    @Test
    void linesOfOthersAreNotOurs() {
        for (String other : List.of(
                "", "WARNING: a native method", "{}", "[1]", "{\"step\": 1", "{\"message\": 5}", "{\"other\": \"x\"}")) {
            assertThat(WorkerLine.parse(other)).as(other).isEmpty();
        }
    }

    @Test
    void errorsKeepTheirKind() {
        for (HydraException error : List.of(
                new UsageException("u"), new InputException("i"), new ResourceException("r"), new CancelledException())) {
            assertThat(ExitCodes.error(ExitCodes.of(error), error.getMessage()).orElseThrow())
                    .hasSameClassAs(error)
                    .hasMessage(error.getMessage());
        }
        assertThat(ExitCodes.error(137, "Words.")).isEmpty();
        assertThat(TrainProcess.crashed(137, "Words."))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("137")
                .hasMessageEndingWith("Words.");
    }
}
