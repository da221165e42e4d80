package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.GenerationOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class NumericOptionsTest {

    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class);

    private static List<CommandLine> all(CommandLine command) {
        List<CommandLine> all = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(each -> all.addAll(all(each)));
        return all;
    }

    /** Refused where it is read, before anything else of the command line is looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999", "x", ""})
    void whatIsNoNumberIsRefusedByEveryOptionOfEveryCommand(String typed) {
        PrintWriter none = new PrintWriter(new StringWriter());
        int tried = 0;
        for (CommandLine command : all(Main.commandLine(none, none))) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (NUMBERS.contains(option.type())) {
                    tried++;
                    assertThatThrownBy(() -> command.parseArgs(option.longestName() + "=" + typed))
                            .as(command.getCommandSpec().qualifiedName() + " " + option.longestName())
                            .isInstanceOf(CommandLine.ParameterException.class)
                            .hasMessageContaining("'" + typed + "' is not a");
                }
            }
        }
        assertThat(tried).isGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 100_000, Integer.MAX_VALUE})
    void threadsAreBounded(int threads) {
        assertThatThrownBy(() -> Threads.checked(threads, 0)).isInstanceOf(UsageException.class).hasMessageContaining("--threads");
    }

    @Test
    void aSearchIsBounded() {
        GenerationOptions good = GenerationOptions.greedy(5);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1}) {
            assertThatThrownBy(() -> good.withSampling(bad, 0, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> good.withSampling(1, 0, bad)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> good.withRepetitionPenalty(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> good.withLengthPenalty(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> good.withBeams(Integer.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }
}
