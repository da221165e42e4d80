package org.hydraworkbench.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;

/** Counts the stretches of a text on several threads. The sums do not depend on how the blocks fall to the threads. */
final class WordCounter {

    /** @param words the counts @param textBytes bytes of the text without line ends */
    record Counted(WordCounts words, long textBytes) {}

    private WordCounter() {}

    static Counted count(TextBlocks.Source source, TokenizerTrainer.Options options, Progress progress) throws HydraException {
        int threads = options.threads();
        List<WordScanner> scanners = new ArrayList<>();
        BlockingQueue<WordScanner> idle = new ArrayBlockingQueue<>(threads);
        for (int i = 0; i < threads; i++) {
            WordScanner scanner = new WordScanner(options);
            scanners.add(scanner);
            idle.add(scanner);
        }
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            try {
                source.feed(
                        block -> {
                            WordScanner scanner = take(idle);
                            running.removeIf(task -> task.state() == Future.State.SUCCESS);
                            for (Future<?> task : running) {
                                if (task.state() == Future.State.FAILED) {
                                    await(task);
                                }
                            }
                            running.add(executor.submit(() -> {
                                try {
                                    scanner.scan(block);
                                    block.release();
                                } finally {
                                    idle.add(scanner);
                                }
                                return null;
                            }));
                        },
                        progress);
            } finally {
                executor.shutdown();
            }
            for (Future<?> task : running) {
                await(task);
            }
        }
        WordScanner first = scanners.getFirst();
        long bytes = first.textBytes();
        for (WordScanner other : scanners.subList(1, threads)) {
            first.counts().addAll(other.counts());
            bytes += other.textBytes();
        }
        return new Counted(first.counts(), bytes);
    }

    private static WordScanner take(BlockingQueue<WordScanner> idle) throws HydraException {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static void await(Future<?> task) throws HydraException {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case InputException input -> throw input;
                case Error error -> throw error;
                case RuntimeException unexpected -> throw unexpected;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
