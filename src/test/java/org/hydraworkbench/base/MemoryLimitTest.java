package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.hydraworkbench.testing.ChildJava;
import org.junit.jupiter.api.Test;

class MemoryLimitTest {

    private static final String WORDS = "told: Out of memory (at most ";

    /** A thread that another one waits for asks for more than there is. */
    static final class OtherThread {
        public static void main(String[] arguments) throws Exception {
            MemoryLimit.watch("told: ", 4);
            Thread.ofPlatform().start(() -> {
                List<byte[]> kept = new ArrayList<>();
                while (kept.size() >= 0) {
                    kept.add(new byte[1 << 20]);
                }
            });
            new CountDownLatch(1).await();
        }
    }

    /** Keeps nearly all of the memory, in many small pieces, and goes on with the rest: always something is freed, and nothing comes of it. */
    static final class Struggle {
        public static void main(String[] arguments) throws Exception {
            MemoryLimit.watch("told: ", 4);
            Runtime runtime = Runtime.getRuntime();
            Object[] kept = null;
            while (runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory()) > runtime.maxMemory() / 12) {
                kept = new Object[] {kept};
            }
            for (long n = 0; kept.length > 0; n++) {
                kept = new Object[] {kept[0], n};
            }
        }
    }

    @Test
    void aProcessEndsWhereAThreadThatAnotherWaitsForHasNoMemory() throws Exception {
        assertEnds(ChildJava.of(OtherThread.class, "32m"));
    }

    @Test
    void aProcessEndsThatOnlyLooksForMemoryToFree() throws Exception {
        ProcessBuilder struggle = ChildJava.of(Struggle.class, "48m");
        // As the start script says; without the limit of its own, which some patterns of memory never reach.
        struggle.command().addAll(1, List.of("-XX:+UseParallelGC", "-XX:-UseGCOverheadLimit"));
        assertEnds(struggle);
    }

    private static void assertEnds(ProcessBuilder command) throws Exception {
        Process process = command.start();
        try (var said = process.errorReader()) {
            assertThat(said.readLine()).startsWith(WORDS).contains("HYDRA_JAVA_OPTIONS=-Xmx");
            assertThat(process.waitFor()).isEqualTo(4);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void wantOfMemoryIsKnownBehindOtherErrors() {
        Error error = new OutOfMemoryError("Java heap space");
        assertThat(MemoryLimit.isCauseOf(error)).isTrue();
        assertThat(MemoryLimit.isCauseOf(new IllegalStateException(new ExecutionException(error)))).isTrue();
        assertThat(MemoryLimit.isCauseOf(new NoClassDefFoundError("Could not initialize class x")
                        .initCause(new ExceptionInInitializerError("Exception java.lang.OutOfMemoryError: Java heap space"))))
                .isTrue();
        assertThat(MemoryLimit.isCauseOf(new IllegalStateException("OutOfMemoryError, says a file"))).isFalse();
        assertThat(MemoryLimit.isCauseOf(new NoClassDefFoundError("x"))).isFalse();
    }
}
