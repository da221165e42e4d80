package org.hydraworkbench.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;

/** A pipe that stands in a folder like a file; tests that need one are skipped where there is no command {@code mkfifo}. */
public final class NamedPipe {

    private NamedPipe() {}

    /** Makes a pipe. */
    public static Path make(Path pipe) throws IOException, InterruptedException {
        boolean made;
        try {
            made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            made = false;
        }
        Assumptions.assumeTrue(made, "this system makes no named pipes");
        return pipe;
    }

    /** Puts bytes into a pipe while someone else reads them. */
    public static CompletableFuture<Void> feed(Path pipe, byte[] bytes) {
        return CompletableFuture.runAsync(() -> {
            try {
                Files.write(pipe, bytes, java.nio.file.StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What comes out of a pipe until its writer closes it. */
    public static CompletableFuture<byte[]> drain(Path pipe) {
        return CompletableFuture.supplyAsync(() -> {
            try (var in = Files.newInputStream(pipe)) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
