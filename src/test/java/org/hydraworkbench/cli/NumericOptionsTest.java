package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.generation.Beams;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.Penalties;
import org.hydraworkbench.model.generation.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
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

    /** Refused with the option's name and what it may be, unless the option says that it can be so much. */
    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "2147483647", "-2147483648", "9223372036854775807", "1e308", "-1e308", "0.5"})
    void everyNumberIsHeldAgainstTheRangeThatEveryOptionHas(String typed) {
        PrintWriter none = new PrintWriter(new StringWriter());
        int tried = 0;
        int refused = 0;
        for (CommandLine command : all(Main.commandLine(none, none))) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (!NUMBERS.contains(option.type())) {
                    continue;
                }
                tried++;
                String name = command.getCommandSpec().qualifiedName() + " " + option.longestName();
                Within range = Ranges.of(option).orElseThrow(() -> new AssertionError(name + " has no range"));
                CommandLine alone = new CommandLine(CommandSpec.create().addOption(option));
                CommandLine.ParseResult parsed;
                try {
                    parsed = alone.parseArgs(option.longestName() + "=" + typed);
                } catch (CommandLine.ParameterException e) {
                    refused++;
                    continue; // no number of its kind
                }
                if (!Ranges.allows(range, Double.parseDouble(typed))) {
                    refused++;
                    assertThatThrownBy(() -> Ranges.check(parsed))
                            .as(name)
                            .isInstanceOf(UsageException.class)
                            .hasMessageStartingWith(option.longestName() + " " + typed + ": give a number ");
                }
            }
        }
        assertThat(tried).isGreaterThan(45);
        assertThat(refused).isPositive();
    }

    /** What most numbers are: a count of something that is made or waited for. */
    @Test
    void whatTakesTimeOrMemoryIsBounded() {
        PrintWriter none = new PrintWriter(new StringWriter());
        Set<String> free = Set.of("--seed", "--pair", "--limit", "--hold-out", "--top-k", "--min-frequency");
        for (CommandLine command : all(Main.commandLine(none, none))) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (NUMBERS.contains(option.type()) && !free.contains(option.longestName())) {
                    Within range = Ranges.of(option).orElseThrow();
                    assertThat(Ranges.allows(range, Integer.MAX_VALUE)).as(option.longestName()).isFalse();
                    assertThat(Ranges.allows(range, -1)).as(option.longestName()).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "generate --model m --prompt a --max-tokens 5 --beam 2147483647, --beam",
        "generate --model m --prompt a --max-tokens 5 --temperature 1e308, --temperature",
        "generate --model m --prompt a --max-tokens 2147483647, --max-tokens",
        "translate --model m --from en --to kab --text a --repetition-penalty 0, --repetition-penalty",
        "train --model m --text t --plan full --steps 0 --batch 1 --length 8 --lr 1e-3 --out o, --steps",
        "train --model m --text t --plan full --steps 1 --batch 1 --length 8 --lr 1e308 --out o, --lr",
        "map --source-tokenizer s --target-tokenizer t --bitext b --min-count 1e308 --out o, --min-count",
        "doctor --threads 100000, --threads"
    })
    void aCommandRefusesItBeforeItReadsAnything(String line, String option) {
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err, true)).execute(line.split(" "));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("hydra: " + option + " ").contains(": give a number ");
    }

    @Test
    void aSearchIsBounded() {
        GenerationOptions good = GenerationOptions.greedy(5);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1}) {
            assertThatThrownBy(() -> new Sampling(bad, 0, 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Sampling(1, 0, bad, 0, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Sampling(1, 0, 1, bad, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Penalties(bad, 0)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Beams(2, Double.NaN, Beams.Until.LIKELY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> good.withBeams(Integer.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }
}
