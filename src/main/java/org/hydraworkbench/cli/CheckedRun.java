package org.hydraworkbench.cli;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import picocli.CommandLine;

/** Runs a command after {@link OutputFiles} has looked at what it will write. */
final class CheckedRun extends CommandLine.RunLast {

    @Override
    protected List<Object> handle(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        try {
            OutputFiles.check(last);
        } catch (HydraException e) {
            throw new CommandLine.ExecutionException(last.commandSpec().commandLine(), e.getMessage(), e);
        }
        return super.handle(parsed);
    }
}
