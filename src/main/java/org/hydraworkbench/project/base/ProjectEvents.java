package org.hydraworkbench.project.base;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.hydraworkbench.base.HydraException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of changes, in their order, on a thread of its own, so that no listener can hold up whoever writes. */
public final class ProjectEvents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectEvents.class);

    /** Hears of every change before anybody else, on the thread that made it. */
    @FunctionalInterface
    public interface First {
        void hear(ProjectChange change) throws HydraException;
    }

    private final First first;
    private final List<Consumer<ProjectChange>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService telling =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("project events").daemon().factory());

    public ProjectEvents(First first) {
        this.first = first;
    }

    public void add(Consumer<ProjectChange> listener) {
        listeners.add(listener);
    }

    public void remove(Consumer<ProjectChange> listener) {
        listeners.remove(listener);
    }

    /** Tells of a change; after closing, nobody but the first. */
    public void tell(ProjectChange change) throws HydraException {
        first.hear(change);
        List<Consumer<ProjectChange>> present = List.copyOf(listeners);
        try {
            telling.execute(() -> present.forEach(listener -> tell(listener, change)));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} came after the end", change);
        }
    }

    /** One listener that fails keeps the news from nobody else. */
    private static void tell(Consumer<ProjectChange> listener, ProjectChange change) {
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on {}", change, e);
        }
    }

    @Override
    public void close() {
        telling.close();
    }
}
