package org.hydraworkbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Progress;

/**
 * Kills each command that writes, again and again, and looks at what is left: the output is whole or absent, running the command again works, and
 * then neither the output's folder nor that for temporary files holds anything else. Every second kill is aimed: at the moment when a name
 * first appears in the output's folder, or soon after it; the others fall anywhere in the run.
 *
 * <p>Arguments: HYDRA FOLDER KILLS SEED [COMMAND…]. HYDRA is the start script; FOLDER is a new one to work in, with room and safe for
 * native libraries; a COMMAND is one of those named below, all if none.
 */
public final class KillHarness {

    private static final String TEXT = "azul fell-ak\nyelha wass-a\naxxam ameqqran\nadlis d axxam\n".repeat(400);
    private static final String PAIRS = "the house\taxxam\na big house\taxxam ameqqran\nthe book\tadlis\na day\tass\n".repeat(400);

    private final String hydra;
    private final Path folder;
    private final Path temporary;
    private final Random random;

    private KillHarness(String hydra, Path folder, long seed) throws IOException {
        this.hydra = hydra;
        this.folder = Files.createDirectories(folder).toRealPath();
        this.temporary = Files.createDirectories(this.folder.resolve("tmp"));
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        KillHarness harness = new KillHarness(arguments[0], Path.of(arguments[1]), Long.parseLong(arguments[3]));
        Map<String, List<String>> commands = harness.commands();
        List<String> chosen = arguments.length > 4 ? List.of(arguments).subList(4, arguments.length) : List.copyOf(commands.keySet());
        System.out.println("command            kills  whole  absent  part  rerun failed  left behind");
        for (String name : chosen) {
            harness.kill(name, commands.get(name), Integer.parseInt(arguments[2]));
        }
    }

    /** Makes the inputs, each by the commands before it. */
    private Map<String, List<String>> commands() throws Exception {
        Files.writeString(folder.resolve("text"), TEXT);
        Files.writeString(folder.resolve("pairs"), PAIRS);
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("tokenizer", List.of("tokenizer", "train", "--text", "text", "--vocab-size", "300", "--out"));
        all.put("align", List.of("align", "--bitext", "pairs", "--out"));
        made(all.get("tokenizer"), "tokenizer");
        made(List.of("demo", "--lines", "1", "--out"), "demo");
        try (Stream<Path> made = Files.list(folder.resolve("demo/demo.files"))) {
            for (Path each : made.toList()) {
                if (each.getFileName().toString().startsWith("model-") || each.getFileName().toString().startsWith("base")) {
                    Folders.copy(each, folder.resolve("model"), Progress.none());
                }
            }
        }
        all.put("map", List.of("map", "--source-tokenizer", "model", "--target-tokenizer", "tokenizer", "--bitext", "pairs", "--out"));
        all.put("init", List.of("init", "--model", "model", "--tokenizer", "tokenizer", "--method", "mean", "--out"));
        made(all.get("init"), "init");
        all.put("assemble", List.of(
                "assemble", "--source", "model", "--source-lang", "en", "--target", "init", "--target-lang", "kab", "--out"));
        made(all.get("assemble"), "assemble");
        all.put("export", List.of("export", "--model", "assemble", "--dtype", "bfloat16", "--out"));
        all.put("demo", List.of("demo", "--lines", "1", "--out"));
        return all;
    }

    private void made(List<String> command, String out) throws Exception {
        if (!Files.exists(folder.resolve(out)) && end(start(command, folder.resolve(out))) != 0) {
            throw new IOException(command + " does not work: " + Files.readString(folder.resolve("said")));
        }
    }

    private Process start(List<String> command, Path out) throws IOException {
        List<String> words = new ArrayList<>(List.of(hydra));
        words.addAll(command);
        words.add(out.toString());
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("HYDRA_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        return builder.start();
    }

    private static int end(Process process) throws InterruptedException {
        return process.waitFor(10, TimeUnit.MINUTES) ? process.exitValue() : -1;
    }

    private void kill(String name, List<String> command, int kills) throws Exception {
        Path there = Files.createDirectories(folder.resolve("out-" + name));
        Path out = there.resolve("made");
        long begun = System.nanoTime();
        end(start(command, out));
        long whole = System.nanoTime() - begun;
        Map<String, Long> wanted = sizes(out);
        int complete = 0;
        int absent = 0;
        int part = 0;
        int failed = 0;
        int left = 0;
        for (int k = 0; k < kills; k++) {
            Folders.delete(out);
            Process process = start(command, out);
            if (k % 2 == 0) {
                process.waitFor((long) (random.nextDouble() * whole), TimeUnit.NANOSECONDS);
            } else {
                aim(process, there);
            }
            process.destroyForcibly().waitFor();
            if (!Files.exists(out)) {
                absent++;
            } else if (sizes(out).keySet().equals(wanted.keySet())) {
                complete++;
            } else {
                part++;
            }
            if (!name.equals("align") && !name.equals("map") && Files.exists(out)) {
                // A folder that is there is kept, as it should be.
                Folders.delete(out);
            }
            failed += end(start(command, out)) == 0 && sizes(out).keySet().equals(wanted.keySet()) ? 0 : 1;
            left += names(there).size() - 1 + names(temporary).size();
        }
        System.out.printf(Locale.ROOT, "%-18s %5d %6d %7d %5d %13d %12d%n", name, kills, complete, absent, part, failed, left);
        Folders.delete(there);
    }

    /** Waits until something appears in the output's folder, and a little. */
    private void aim(Process process, Path there) throws Exception {
        while (process.isAlive() && names(there).isEmpty()) {
            Thread.onSpinWait();
        }
        process.waitFor(random.nextInt(20_000), TimeUnit.MICROSECONDS);
    }

    private static List<Path> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    /** The files of an output, which is a file or a folder. */
    private static Map<String, Long> sizes(Path out) throws Exception {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (Path file : Files.isDirectory(out) ? Folders.files(out) : List.of(out)) {
            sizes.put(out.relativize(file).toString(), Files.size(file));
        }
        return sizes;
    }
}
