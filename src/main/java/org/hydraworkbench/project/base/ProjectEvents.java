package org.hydraworkbench.project.base;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of changes, in their order, on a thread of its own, so that no listener can hold up whoever writes. */
public final class ProjectEvents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectEvents.class);

    private final List<Consumer<ProjectChange>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService telling =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("project events").daemon().factory());

    public void add(Consumer<ProjectChange> listener) {
        listeners.add(listener);
    }

    public void remove(Consumer<ProjectChange> listener) {
        listeners.remove(listener);
    }

    public void tell(ProjectChange change) {
        if (!telling.isShutdown()) {
            List<Consumer<ProjectChange>> present = List.copyOf(listeners);
            telling.execute(() -> {
                for (Consumer<ProjectChange> listener : present) {
                    try {
                        listener.accept(change);
                    } catch (RuntimeException e) {
                        LOG.error("A listener failed on {}", change, e);
                    }
                }
            });
        }
    }

    @Override
    public void close() {
        telling.close();
    }
}
