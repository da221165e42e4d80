package org.hydraworkbench.base;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * What happens when Java's memory is too small for the work. A process that does one thing, a command or a training, ends soon and says so:
 * also when the error strikes a thread for which another one waits, and when Java, instead of giving up, spends all its time on looking for
 * memory to free. What is said is made beforehand, since then there is no memory for it.
 */
public final class MemoryLimit {

    /** For a person. */
    public static final String SENTENCE = "Out of memory (at most " + (Runtime.getRuntime().maxMemory() >> 20)
            + " MiB for Java). Give more with HYDRA_JAVA_OPTIONS=-Xmx…, or make the task smaller.";

    private static final long LOOK_MILLIS = 500;

    /** So many looks in a row that find nearly all time gone into collecting are enough: 3 seconds, longer where one collection is. */
    private static final int MOST_LOOKS = 6;

    private static final double NEARLY_ALL = 0.9;

    private static final FileOutputStream ERR = new FileOutputStream(FileDescriptor.err);
    private static final byte[] SAID = {};

    private static byte[] words = SAID;

    private MemoryLimit() {}

    /** Whether an error comes from a want of memory, be it by way of others. */
    public static boolean isCauseOf(Throwable error) {
        int depth = 0;
        for (Throwable each = error; each != null && depth < 100; each = each.getCause()) {
            depth++;
            // A class that failed to begin for want of memory keeps only the words.
            if (each instanceof OutOfMemoryError || (each instanceof LinkageError && each.toString().contains("OutOfMemoryError"))) {
                return true;
            }
        }
        return false;
    }

    /**
     * From now on this process ends when memory does not suffice.
     *
     * @param prefix what the sentence on standard error begins with
     * @param code what the process ends with
     */
    public static void watch(String prefix, int code) {
        words = (prefix + SENTENCE + "\n").getBytes(StandardCharsets.UTF_8);
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            if (isCauseOf(error)) {
                halt(code);
            }
            // Not a field: to begin logging takes more memory than there may be.
            LoggerFactory.getLogger(MemoryLimit.class).error("{} ended early", thread.getName(), error);
        });
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        Thread.ofPlatform().daemon().name("memory").start(() -> look(collectors, code));
    }

    /** Says so and ends the process at once; an orderly end needs memory too. */
    public static void halt(int code) {
        say();
        Runtime.getRuntime().halt(code);
    }

    private static void look(List<GarbageCollectorMXBean> collectors, int code) {
        int hopeless = 0;
        long collected = millis(collectors);
        long then = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (hopeless < MOST_LOOKS) {
                never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                long collectedNow = millis(collectors);
                long now = System.nanoTime();
                hopeless = collectedNow - collected > NEARLY_ALL * TimeUnit.NANOSECONDS.toMillis(now - then) ? hopeless + 1 : 0;
                collected = collectedNow;
                then = now;
            }
            halt(code);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long millis(List<GarbageCollectorMXBean> collectors) {
        long sum = 0;
        for (int i = 0; i < collectors.size(); i++) {
            sum += Math.max(0, collectors.get(i).getCollectionTime());
        }
        return sum;
    }

    private static synchronized void say() {
        try {
            ERR.write(words);
            words = SAID;
        } catch (IOException e) {
            // There is nobody to tell.
            return;
        }
    }
}
