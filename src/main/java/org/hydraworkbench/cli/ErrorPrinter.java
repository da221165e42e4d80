package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.ExitCodes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.MemoryLimit;
import org.hydraworkbench.base.UsageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The edge where errors end: a sentence for the person, the cause in the log. */
final class ErrorPrinter implements CommandLine.IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPrinter.class);

    @Override
    public int handleExecutionException(
            Exception error, CommandLine commandLine, CommandLine.ParseResult parsed) {
        var err = commandLine.getErr();
        if (error instanceof HydraException told) {
            err.println("hydra: " + sentence(told, parsed));
            if (error instanceof UsageException) {
                err.println("Try: hydra " + path(commandLine) + "--help");
            }
            LOG.debug("cause", error);
        } else if (MemoryLimit.isCauseOf(error)) {
            err.println("hydra: " + MemoryLimit.SENTENCE);
            return ExitCodes.RESOURCE;
        } else {
            err.println("hydra: an unexpected error, " + error + ". This is a defect of the program; please report it.");
            LOG.error("unexpected", error);
        }
        return code(error);
    }

    /** What is found wrong inside a project is said of its file where no other that the command reads is named. */
    private static String sentence(HydraException told, CommandLine.ParseResult parsed) {
        String message = String.valueOf(told.getMessage());
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        List<String> projects = new ArrayList<>();
        boolean isNamed = !(told instanceof InputException);
        List<CommandLine.Model.ArgSpec> all = new ArrayList<>(last.matchedOptions());
        all.addAll(last.matchedPositionals());
        for (CommandLine.Model.ArgSpec given : all) {
            Reads mark = OutputFiles.mark(given, Reads.class);
            if (mark != null) {
                projects.addAll(mark.value() == Place.PROJECT ? given.stringValues() : List.of());
                isNamed |= given.stringValues().stream().anyMatch(file -> message.contains(String.valueOf(Path.of(file).getFileName())));
            }
        }
        return isNamed || projects.isEmpty() ? message : projects.getFirst() + ": " + message;
    }

    /** The exit code of an error. */
    static int code(Throwable error) {
        return switch (error) {
            case HydraException told -> ExitCodes.of(told);
            case CommandLine.ParameterException _ -> ExitCodes.USAGE;
            default -> ExitCodes.UNEXPECTED;
        };
    }

    private static String path(CommandLine commandLine) {
        String name = commandLine.getCommandSpec().qualifiedName(" ");
        return name.startsWith("hydra ") ? name.substring("hydra ".length()) + " " : "";
    }
}
