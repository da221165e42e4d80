package org.hydraworkbench.app.training;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.hydraworkbench.train.Metrics;
import org.hydraworkbench.train.MetricsListener;

/** Keeps the metrics of a run until the window looks. */
final class LiveMetrics implements MetricsListener {

    private final Queue<Metrics> waiting = new ConcurrentLinkedQueue<>();

    @Override
    public void step(Metrics metrics) {
        waiting.add(metrics);
    }

    /** Hands over what came since the last time; whether anything did. */
    boolean take(Consumer<Metrics> taker) {
        boolean any = false;
        for (Metrics metrics = waiting.poll(); metrics != null; metrics = waiting.poll()) {
            taker.accept(metrics);
            any = true;
        }
        return any;
    }
}
