package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.bench.SampleCommand;
import org.hydraworkbench.bench.SampleCommands;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is tried by killing it and by want of disk and memory is the whole command line. */
class SampleCommandsTest {

    @Test
    void everyCommandIsTried() {
        assertThat(leaves().stream().map(SampleCommandsTest::name))
                .containsExactlyInAnyOrderElementsOf(SampleCommands.ALL.stream().map(SampleCommand::name).toList());
    }

    @Test
    void aCommandThatWritesIsKnownToWrite() {
        for (CommandLine leaf : leaves()) {
            SampleCommand sample = SampleCommands.ALL.stream().filter(each -> each.name().equals(name(leaf))).findFirst().orElseThrow();
            assertThat(sample.makes() != SampleCommand.Makes.NOTHING).as(name(leaf)).isEqualTo(writes(leaf));
        }
    }

    /** By an option that names what it makes, or since it works in a project. */
    private static boolean writes(CommandLine leaf) {
        return leaf.getCommandSpec().args().stream().anyMatch(each -> each.userObject() instanceof AnnotatedElement element
                        && element.isAnnotationPresent(Writes.class))
                || name(leaf).startsWith("project ");
    }

    private static String name(CommandLine leaf) {
        return leaf.getCommandSpec().qualifiedName(" ").substring("hydra ".length());
    }

    private static List<CommandLine> leaves() {
        List<CommandLine> leaves = new ArrayList<>();
        collect(Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter())), leaves);
        return leaves;
    }

    private static void collect(CommandLine command, List<CommandLine> leaves) {
        if (command.getSubcommands().isEmpty()) {
            leaves.add(command);
        }
        command.getSubcommands().values().forEach(each -> collect(each, leaves));
    }
}
