package org.hydraworkbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a whole command took, from the start of its process to its end, as GNU time sees it.
 *
 * @param processor seconds of processor time, user and system
 * @param wall seconds on the clock
 * @param memory peak resident memory, MiB
 */
record CommandCost(double processor, double wall, double memory) {

    /** Runs {@code command} with its standard output in {@code out}; fails with what it said where it fails. */
    static CommandCost of(List<String> command, Path out) throws IOException, InterruptedException {
        Path figures = Files.createTempFile("cost", ".txt");
        Path said = Files.createTempFile("said", ".txt");
        List<String> timed = new ArrayList<>(List.of("/usr/bin/time", "-q", "-f", "%U %S %e %M", "-o", figures.toString()));
        timed.addAll(command);
        int status = new ProcessBuilder(timed)
                .redirectOutput(out.toFile())
                .redirectError(said.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status + ":\n" + Files.readString(said));
        }
        String[] numbers = Files.readString(figures).strip().split(" ");
        Files.delete(figures);
        Files.delete(said);
        return new CommandCost(
                Double.parseDouble(numbers[0]) + Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2]),
                Double.parseDouble(numbers[3]) / 1024);
    }

    /** One command after the other. */
    CommandCost then(CommandCost next) {
        return new CommandCost(processor + next.processor, wall + next.wall, Math.max(memory, next.memory));
    }
}
