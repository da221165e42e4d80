package org.hydraworkbench.cli;

import org.hydraworkbench.base.ExitCodes;
import org.hydraworkbench.base.Reasons;
import picocli.CommandLine;

/** Arguments that cannot be understood: what is wrong with them in a sentence, and where help is. */
final class WrongUse implements CommandLine.IParameterExceptionHandler {

    @Override
    public int handleParseException(CommandLine.ParameterException error, String[] arguments) {
        CommandLine commandLine = error.getCommandLine();
        String reason = Reasons.of(error).replaceFirst("^Error: ", "");
        commandLine.getErr().println("hydra: " + reason + (reason.endsWith(".") ? "" : "."));
        CommandLine.UnmatchedArgumentException.printSuggestions(error, commandLine.getErr());
        commandLine.getErr().println("Try: " + commandLine.getCommandSpec().qualifiedName(" ") + " --help");
        return ExitCodes.USAGE;
    }
}
