package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import org.hydraworkbench.base.ExitCodes;
import org.hydraworkbench.base.MemoryLimit;
import org.hydraworkbench.base.TypedArguments;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Entry point of {@code hydra}.
 *
 * <p>Exit codes: 0 done, 1 unexpected error, 2 wrong use, 3 bad input, 4 out of memory or disk, 130 cancelled.
 */
@Command(
        name = "hydra",
        description = "Gives a large language model a new language.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        subcommands = {
            AlignCommand.class,
            AssembleCommand.class,
            ChatTemplateCommand.class,
            ConvertLinksCommand.class,
            DemoCommand.class,
            DoctorCommand.class,
            EvalCommand.class,
            ExportCommand.class,
            GenerateCommand.class,
            HeadsCommand.class,
            AdapterCommand.class,
            InitCommand.class,
            MapCommand.class,
            PackCommand.class,
            ProjectCommand.class,
            ServeCommand.class,
            TokenizerCommand.class,
            TrainCommand.class,
            TranslateCommand.class,
            TuneDecodingCommand.class,
            BackTranslateCommand.class,
            BaselineCommand.class,
        })
public final class Main implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private Main() {}

    /** Runs the command line and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        try {
            MemoryLimit.watch("hydra: ", ExitCodes.RESOURCE);
            Interruption interruption = new Interruption();
            int code = run(TypedArguments.of(Main.class, arguments));
            interruption.commandEnded();
            System.exit(code);
        } catch (OutOfMemoryError | LinkageError e) {
            if (MemoryLimit.isCauseOf(e)) {
                MemoryLimit.halt(ExitCodes.RESOURCE);
            }
            throw e;
        }
    }

    /**
     * Runs the command line in this JVM and returns its exit code; text is printed as UTF-8 whatever the locale. What standard output does
     * not take is lost, so that no command is then done.
     */
    public static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine(out, err).execute(arguments);
        if (out.checkError() && code == 0) {
            err.println("hydra: " + StandardOutput.REFUSED);
            code = ExitCodes.RESOURCE;
        }
        err.flush();
        return code;
    }

    /** The whole command line, writing to the given writers. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setExecutionStrategy(new CheckedRun())
                .registerConverter(double.class, new FiniteNumber())
                .registerConverter(Double.class, new FiniteNumber())
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(ErrorPrinter::code)
                .registerConverter(Path.class, Main::path)
                .setParameterExceptionHandler(new WrongUse())
                .setExecutionExceptionHandler(new ErrorPrinter());
    }

    /** A path as it is typed; an empty one would be the folder that one is in. */
    private static Path path(String typed) {
        try {
            if (!typed.isEmpty()) {
                return Path.of(typed);
            }
        } catch (InvalidPathException e) {
            throw new CommandLine.TypeConversionException("'" + typed + "' can be no name of a file here");
        }
        throw new CommandLine.TypeConversionException("the name is empty; give that of a file or folder");
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing a command.");
    }
}
