package org.hydraworkbench.cli;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import picocli.CommandLine;

/** Runs a command after {@link Ranges} has looked at its numbers and {@link OutputFiles} at what it will write. */
final class CheckedRun extends CommandLine.RunLast {

    @Override
    protected List<Object> handle(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        try {
            Ranges.check(last);
            OutputFiles.check(last);
        } catch (HydraException e) {
            throw new CommandLine.ExecutionException(last.commandSpec().commandLine(), e.getMessage(), e);
        }
        return super.handle(parsed);
    }
}
