package org.hydraworkbench.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code hydra eval}: measures of language models, translations and alignments. */
@Command(
        name = "eval",
        description = "Measures a language model, a translation or an alignment.",
        mixinStandardHelpOptions = true,
        subcommands = {
            EvalAlignmentCommand.class,
            EvalAnalogiesCommand.class,
            EvalMtCommand.class,
            EvalPerplexityCommand.class,
        })
final class EvalCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing what to measure.");
    }
}
