package org.hydraworkbench.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.testing.ChildJava;

/**
 * Damages files of all kinds thousands of times and runs the commands that read them. What may come of it is a result (0), wrong use (2),
 * bad input (3) or too little of the machine (4), said in a person's words; what may not is any other end, a death of the process, a
 * hang, or the loss of a file of a project. Prints the ends by kind, then everything that may not be; each case comes again by its number.
 *
 * <p>Arguments: FOLDER [CASES of each kind (1000) [SEED (1) [FIRST (0) [KIND...]]]]. The folder is made, and is the only place that is
 * written to.
 */
public final class Fuzz {

    /** Seconds without an answer after which a case counts as a hang. */
    private static final int PATIENCE = 60;

    private final Path folder;
    private final long seed;
    private final TreeMap<String, Integer> ends = new TreeMap<>();
    private final TreeMap<String, List<Integer>> faults = new TreeMap<>();

    private Fuzz(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    /** Runs it; ends with 1 when something happened that may not. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int cases = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        int first = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
        Set<String> kinds = arguments.length > 4 ? Set.of(List.of(arguments).subList(4, arguments.length).toArray(new String[0])) : Set.of();
        FuzzSamples.make(folder.resolve("samples"));
        int all = 0;
        for (FuzzTarget target : FuzzTarget.ALL) {
            if (kinds.isEmpty() || kinds.contains(target.name())) {
                Fuzz fuzz = new Fuzz(folder, seed);
                fuzz.run(target, first, first + cases);
                System.out.printf(Locale.ROOT, "%s: %d cases, seed %d, ends %s, %d kinds of faults%n", target.name(), cases, seed, fuzz.ends, fuzz.faults.size());
                fuzz.faults.forEach((fault, numbers) -> System.out.printf(
                        "  %s [%d cases: %s]%n", fault, numbers.size(), numbers.stream().limit(5).map(String::valueOf).collect(Collectors.joining(", "))));
                all += fuzz.faults.size();
            }
        }
        System.exit(all == 0 ? 0 : 1);
    }

    private void run(FuzzTarget target, int first, int end) throws Exception {
        int next = first;
        while (next < end) {
            next = worker(target, next, end);
        }
    }

    /** Runs cases in one process until it has done all or has died; the next case. */
    private int worker(FuzzTarget target, int first, int end) throws Exception {
        Path work = folder.resolve("work");
        Folders.delete(work);
        Files.createDirectories(work.resolve("temporary"));
        ProcessBuilder builder = ChildJava.of(
                FuzzWorker.class, "1g", folder.resolve("samples").toString(), work.toString(), target.name(), "" + seed, "" + first, "" + end);
        builder.command().add(1, "-Djava.io.tmpdir=" + work.resolve("temporary"));
        Process process = builder.redirectError(folder.resolve("worker.err").toFile()).start();
        int running = first;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (true) {
                String line = line(process, lines);
                if (line == null) {
                    break;
                } else if (line.startsWith("case ")) {
                    running = Integer.parseInt(line.substring(5));
                } else if (line.startsWith("end ")) {
                    ends.merge(line.substring(4), 1, Integer::sum);
                } else {
                    fault(line, running);
                }
            }
        }
        boolean hung = process.isAlive() && !process.waitFor(5, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        if (hung) {
            fault("no end after " + PATIENCE + " s", running);
            return running + 1;
        }
        if (process.exitValue() != 0) {
            fault("the process died with " + process.exitValue() + ": " + lastOfErrors(), running);
            return running + 1;
        }
        return end;
    }

    /** Notes a fault; the same words count once. */
    private void fault(String words, int number) {
        faults.computeIfAbsent(words.replace(folder.toString(), ""), same -> new ArrayList<>()).add(number);
    }

    /** The next line, or null when the process has ended or says nothing for too long. */
    private static String line(Process process, BufferedReader lines) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!lines.ready()) {
            if (!process.isAlive() && !lines.ready() || System.nanoTime() > end) {
                return null;
            }
            Thread.sleep(1);
        }
        return lines.readLine();
    }

    private String lastOfErrors() throws IOException {
        List<String> all = Files.readString(folder.resolve("worker.err"), StandardCharsets.ISO_8859_1).lines().toList();
        return String.join(" / ", all.subList(Math.max(0, all.size() - 3), all.size()));
    }
}
