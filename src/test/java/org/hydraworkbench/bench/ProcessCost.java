package org.hydraworkbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a process needed.
 *
 * @param seconds from its beginning to its end
 * @param processor seconds of processors
 * @param kilobytes the most memory that it held, with what of mapped files was in memory; 0 elsewhere than on Linux
 * @param own the most without such files
 */
record ProcessCost(double seconds, double processor, long kilobytes, long own) {

    private void print(String name) {
        System.out.printf(
                Locale.ROOT, "  %-15s %6.1f s %6.1f s CPU %6d MB, %d MB without files%n", name, seconds, processor, kilobytes >> 10, own >> 10);
    }

    void printMedian(String name) {
        System.out.printf(Locale.ROOT, "%-17s %6.1f s %6.1f s CPU %6d MB%n", name, seconds, processor, kilobytes >> 10);
    }

    /** The median by seconds. */
    static ProcessCost median(List<ProcessCost> costs) {
        return costs.stream().sorted(Comparator.comparingDouble(ProcessCost::seconds)).toList().get(costs.size() / 2);
    }

    /** The command line of this program, with what this one runs with. */
    static List<String> hydra(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true",
                "-cp", System.getProperty("java.class.path"), "org.hydraworkbench.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs a command, which must end with 0, and prints what it needed. */
    static ProcessCost measure(String name, List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path status = Path.of("/proc/" + process.pid() + "/status");
        long peak = 0;
        long own = 0;
        double processor = 0;
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, kilobytes(status, "VmHWM:"));
            own = Math.max(own, kilobytes(status, "RssAnon:"));
            Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
            processor = Math.max(processor, used.toNanos() / 1e9);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(name + " ended with " + process.exitValue());
        }
        ProcessCost cost = new ProcessCost(seconds, processor, peak, own);
        cost.print(name);
        return cost;
    }

    private static long kilobytes(Path status, String field) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // no such file here, or the process has just ended
        }
    }
}
