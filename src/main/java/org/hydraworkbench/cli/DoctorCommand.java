package org.hydraworkbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.ExitCodes;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.ProgramVersion;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.runtime.CudaLibraries;
import org.hydraworkbench.model.runtime.Devices;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.store.Sqlite;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.TokenizerFolder;
import org.hydraworkbench.train.ExitGuard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hydra doctor}: versions, device, memory and native libraries, tried rather than listed, and what is missing. */
@Command(
        name = "doctor",
        description = {
            "Says what this machine offers and what is missing. Ends with 4 when something is.",
            "Goes to the network only with --fetch-cuda."
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Width of what is before each line. */
    private static final int LABEL = 16;

    @Mixin
    private final RuntimeMixin runtime = new RuntimeMixin();

    @Option(names = "--fetch-cuda", description = "First fetches PyTorch's libraries for NVIDIA's graphics cards, several gigabytes, and checks them.")
    private boolean fetchCuda;

    /** The smallest tokenizer with something to do: it knows {@code a} and merges two of them. */
    private static final String LEAST_TOKENIZER =
            """
            {"version": "1.0", "added_tokens": [], "model": {"type": "BPE", "vocab": {"a": 0, "aa": 1}, "merges": ["a a"]}}
            """;

    /** Something of the machine that can be tried. */
    private interface Trial {
        String run() throws HydraException, SQLException, IOException;
    }

    @Override
    public Integer call() throws HydraException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (fetchCuda) {
            StoppableProgress progress = new StoppableProgress(Objects.requireNonNull(spec).commandLine().getErr());
            try (ExitGuard _ = new ExitGuard(progress::stop)) {
                CudaLibraries.ofThisMachine()
                        .orElseThrow(() -> new UsageException("--fetch-cuda: no libraries for CUDA are published for this system."))
                        .fetch(progress);
            }
        }
        List<String> missing = new ArrayList<>();
        line(out, "Hydra Workbench", ProgramVersion.get());
        line(out, "Java", Runtime.version() + ", " + System.getProperty("java.vendor") + ", " + System.getProperty("java.home"));
        line(out, "System", String.join(" ",
                System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("os.arch")));
        line(out, "Memory", memory());
        attempt(out, missing, "Disk", DoctorCommand::disk);
        attempt(out, missing, "Devices", () -> String.join(System.lineSeparator() + " ".repeat(LABEL + 1), Devices.describe()));
        attempt(out, missing, "Tensors", () -> {
            try (TensorRuntime tensors = runtime.open()) {
                return tensors.describe();
            }
        });
        attempt(out, missing, "Tokenizers", DoctorCommand::tokenizers);
        attempt(out, missing, "SQLite", DoctorCommand::sqlite);
        if (missing.isEmpty()) {
            out.println("Nothing is missing.");
            return 0;
        }
        missing.forEach(m -> out.println("Missing: " + m));
        return ExitCodes.RESOURCE;
    }

    private static void attempt(PrintWriter out, List<String> missing, String what, Trial trial) {
        try {
            line(out, what, trial.run());
        } catch (HydraException | SQLException | IOException | LinkageError e) {
            line(out, what, "not usable");
            missing.add(what + ": " + Reasons.of(e));
        }
    }

    private static void line(PrintWriter out, String what, String value) {
        out.printf(Locale.ROOT, "%-" + LABEL + "s %s%n", what, value);
    }

    private static String memory() {
        long heap = Runtime.getRuntime().maxMemory();
        String forJava = mebibytes(heap) + " MiB at most for Java";
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return mebibytes(system.getTotalMemorySize()) + " MiB, " + mebibytes(system.getFreeMemorySize()) + " MiB free, " + forJava;
        }
        return forJava;
    }

    /** Asked of the folder itself, since in a changed root the disk that it lies on has no place that Java finds. */
    private static String disk() {
        Path here = Path.of("").toAbsolutePath();
        return mebibytes(here.toFile().getUsableSpace()) + " MiB free for " + here;
    }

    private static String sqlite() throws SQLException, ResourceException {
        Sqlite.load();
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sqlite_version()")) {
            row.next();
            return row.getString(1);
        }
    }

    private static String tokenizers() throws HydraException, IOException {
        Path folder = Folders.temporary("hydra-doctor");
        Path file = folder.resolve(TokenizerFolder.JSON);
        try {
            Files.writeString(file, LEAST_TOKENIZER);
            try (Tokenizer tokenizer = Tokenizer.load(file)) {
                return tokenizer.encodeIds("aa").length == 1 ? "native library works" : "native library gives wrong answers";
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
