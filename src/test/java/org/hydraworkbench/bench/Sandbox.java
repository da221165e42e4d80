package org.hydraworkbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.bench.SampleCommand.Makes;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.History;
import org.hydraworkbench.project.corpora.CorpusInfo;

/** Runs commands as a person does, by the start script, with a home and a temporary folder of their own, and looks at what they leave. */
final class Sandbox {

    /** What SQLite has beside a file that is open, or was when its process died. */
    private static final Pattern PASSING = Pattern.compile(".*\\.hydra-(wal|shm|lock)|(.*/)?\\.[^/]*\\.tmp(/.*)?|.*/checkpoints/lock");

    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;
    private static final double TICKS = 100;

    private final String hydra;
    private final Path folder;

    /** Where temporary files go, unless told otherwise. */
    final Path temporary;

    /** The person's home, unless told otherwise. */
    final Path home;

    Sandbox(String hydra, Path folder) throws Exception {
        this.hydra = hydra;
        this.folder = Files.createDirectories(folder).toRealPath();
        this.temporary = Files.createDirectories(this.folder.resolve("tmp"));
        this.home = Files.createDirectories(this.folder.resolve("home"));
        SampleCommands.makeInputs(this.folder.resolve("inputs"));
    }

    /** A folder of this name for what commands make. */
    Path place(String name) {
        return folder.resolve(name);
    }

    /** Empties the folder, and puts into it what the command changes. */
    void begin(SampleCommand command, Path there) throws HydraException, IOException {
        Files.createDirectories(there);
        for (Path each : names(there)) {
            Folders.delete(each);
        }
        if (command.makes() == Makes.CHANGE) {
            Folders.copy(folder.resolve("inputs/project"), there, Progress.none());
        }
    }

    Process start(SampleCommand command, Path there) throws IOException {
        return start(command, there, temporary, home, "", "said");
    }

    /**
     * Starts a command.
     *
     * @param options more options for Java
     * @param said name of the file that gets what it says
     */
    Process start(SampleCommand command, Path there, Path temporary, Path home, String options, String said) throws IOException {
        List<String> words = new ArrayList<>(List.of(hydra));
        command.arguments().forEach(word -> words.add(word.replace("%", there.toString())));
        if (command.makes() == Makes.RUN && Files.isDirectory(there.resolve("made/checkpoints"))) {
            words.add("--resume");
        }
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.resolve("inputs").toFile());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve(said).toFile());
        builder.redirectInput(folder.resolve("inputs").resolve(SampleCommands.input(command)).toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment()
                .put("HYDRA_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary + " -Duser.home=" + home + (options.isEmpty() ? "" : " " + options));
        return builder.start();
    }

    /** What it ends with; -1 when it does not within the time. */
    static int end(Process process, long seconds) throws InterruptedException {
        if (process.waitFor(seconds, TimeUnit.SECONDS)) {
            return process.exitValue();
        }
        List<ProcessHandle> all = process.descendants().collect(Collectors.toList());
        process.destroyForcibly().waitFor();
        all.forEach(ProcessHandle::destroyForcibly);
        return -1;
    }

    /** How long processors have worked for the commands that have ended, their children included; only Linux tells. */
    static double processorSeconds() throws IOException {
        String[] fields = Files.readString(Path.of("/proc/self/stat")).replaceAll("^.*\\) ", "").split(" ");
        return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM])) / TICKS;
    }

    String said(String name) throws IOException {
        String all = Files.readString(folder.resolve(name));
        return all.strip().replaceAll("\\s*\\R\\s*", " / ");
    }

    static List<Path> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    /** Every file in a folder with its size. */
    static Map<String, Long> all(Path there) throws HydraException, IOException {
        Map<String, Long> sizes = new TreeMap<>();
        for (Path file : Folders.files(there)) {
            // The number of a training is that of its job.
            String name = there.relativize(file).toString().replaceAll("training-\\d+", "training");
            while (sizes.containsKey(name)) {
                name += " again";
            }
            // How large a database is depends on the order in which it was written; JSON may tell times.
            sizes.put(name, name.endsWith(".hydra") || name.contains(".json") ? 0 : Files.size(file));
        }
        return sizes;
    }

    /** The same without what a command that was killed may leave until the next, but with what the project says that it changes. */
    Map<String, Long> state(SampleCommand command, Path there) throws HydraException, IOException {
        Map<String, Long> sizes = all(there);
        sizes.keySet().removeIf(name -> PASSING.matcher(name).matches());
        if (command.makes() == Makes.CHANGE) {
            try (Project project = copy(there)) {
                sizes.put("corpora: " + project.corpora().list().stream().map(CorpusInfo::name).toList(), 0L);
                sizes.put("done: " + project.history().entries(1000).stream().filter(entry -> !entry.undone()).count(), 0L);
            } catch (HydraException e) {
                sizes.put(e.getMessage(), 0L);
            }
        }
        return sizes;
    }

    private Project copy(Path there) throws HydraException {
        Path copy = folder.resolve("copied");
        Folders.delete(copy);
        Folders.copy(there, copy, Progress.none());
        return Project.open(copy.resolve("p.hydra"));
    }

    /** What is wrong with the projects that are there, and with what {@code before} had: looked at in a copy, which is opened. */
    Optional<String> damage(Path there, Optional<Path> before) throws HydraException, IOException {
        Path copy = folder.resolve("looked-at");
        Folders.delete(copy);
        if (Files.isDirectory(there.resolve("made"))) {
            Folders.copy(there.resolve("made"), copy, Progress.none());
        } else {
            Folders.copy(there, copy, Progress.none());
        }
        Set<String> kept = hashes(copy);
        for (Path file : names(copy)) {
            if (file.toString().endsWith(".hydra")) {
                try (Project project = Project.open(file)) {
                    List<String> broken = project.check();
                    if (!broken.isEmpty()) {
                        return Optional.of(broken.toString());
                    }
                    if (before.isPresent() && !actions(project).containsAll(actions(before.get()))) {
                        return Optional.of("actions are lost");
                    }
                } catch (HydraException e) {
                    return Optional.of(String.valueOf(e.getMessage()));
                }
            }
        }
        boolean lost = before.isPresent() && !(kept.containsAll(hashes(before.get())) && hashes(copy).containsAll(hashes(before.get())));
        return lost ? Optional.of("files are lost") : Optional.empty();
    }

    private List<String> actions(Path before) throws HydraException {
        try (Project project = copy(before)) {
            return actions(project);
        }
    }

    private static List<String> actions(Project project) throws HydraException {
        return project.history().entries(1000).stream().map(History.Entry::name).toList();
    }

    private static Set<String> hashes(Path there) throws HydraException, IOException {
        Set<String> hashes = new HashSet<>();
        for (Path file : Folders.files(there)) {
            if (!file.toString().contains(".hydra")) {
                hashes.add(Hashes.of(file));
            }
        }
        return hashes;
    }

    /** The project that a command changes, as it was before. */
    Optional<Path> before(SampleCommand command) {
        return command.makes() == Makes.CHANGE ? Optional.of(folder.resolve("inputs/project")) : Optional.empty();
    }
}
