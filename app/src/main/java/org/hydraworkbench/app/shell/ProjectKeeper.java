package org.hydraworkbench.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens and leaves projects, one at a time. Leaving asks jobs and queries to stop, waits in the background until the last has ended
 * and every edit is stored, and only then closes; opening waits for that. Belongs to the JavaFX thread.
 */
final class ProjectKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectKeeper.class);

    private record Names(String undo, String redo) {}

    private final JobRunner jobs;
    private final Executor window;
    private final List<ProjectContext> contexts = new ArrayList<>();
    private final List<Runnable> beforeLeaving = new ArrayList<>();
    private final Queue<Project> toClose = new ConcurrentLinkedQueue<>();
    private final ReadOnlyStringWrapper closing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private @Nullable Project project;
    private @Nullable Consumer<ProjectChange> news;
    private int wanted;
    private int namesAsked;

    ProjectKeeper(JobRunner jobs, Executor window) {
        this.jobs = jobs;
        this.window = window;
    }

    void add(ProjectContext context) {
        contexts.add(context);
        context.show(project);
    }

    void remove(ProjectContext context) {
        contexts.remove(context);
        context.show(null);
    }

    /** Has {@code last} called before a project is left, while it can still be written to. */
    void beforeLeaving(Runnable last) {
        beforeLeaving.add(last);
    }

    JobRun<Project> open(JobRunner.Query<Project> opener) {
        int number = beginLeaving();
        return jobs.afterAll(() -> {
                    closeAll();
                    return opener.run();
                })
                .onDone(opened -> arrived(number, opened))
                .onEnded(() -> left(number));
    }

    JobRun<Project> make(Job<Project> maker) {
        leave();
        int number = wanted;
        return jobs.submit(Step.HOME, maker).onDone(made -> arrived(number, made));
    }

    JobRun<Boolean> leave() {
        int number = beginLeaving();
        return close().onEnded(() -> left(number));
    }

    private JobRun<Boolean> close() {
        return jobs.afterAll(() -> {
            closeAll();
            return true;
        });
    }

    /** Nothing is open from now on; the number of what is wanted then. */
    private int beginLeaving() {
        Project before = project;
        if (before != null) {
            beforeLeaving.forEach(ProjectKeeper::doLast);
            closing.set(before.info().name());
            toClose.add(before);
        }
        jobs.cancelAll();
        show(null);
        jobs.forgetEnded();
        return ++wanted;
    }

    /** What fails before a project is left holds nobody in it. */
    private static void doLast(Runnable last) {
        try {
            last.run();
        } catch (RuntimeException e) {
            LOG.error("Something failed before the project was left", e);
        }
    }

    private void left(int number) {
        if (number == wanted) {
            closing.set("");
        }
    }

    /** A project that comes when another is wanted already goes at once. */
    private void arrived(int number, Project opened) {
        if (number == wanted) {
            show(opened);
        } else {
            toClose.add(opened);
            close();
        }
    }

    /** Closes what was left, on the thread of commands. */
    private void closeAll() throws HydraException {
        for (Project left = toClose.poll(); left != null; left = toClose.poll()) {
            left.close();
        }
    }

    private void show(@Nullable Project next) {
        Project before = project;
        if (before != null && news != null) {
            before.removeListener(news);
        }
        project = next;
        if (next != null) {
            Consumer<ProjectChange> listener = change -> window.execute(() -> heard(next, change));
            news = listener;
            next.addListener(listener);
        }
        for (ProjectContext context : List.copyOf(contexts)) {
            // One of the listeners may have ended a context.
            if (contexts.contains(context)) {
                context.show(next);
            }
        }
        askNames();
    }

    private void heard(Project from, ProjectChange change) {
        if (project == from) {
            // The youngest first: what a person looks at is asked for before what the window's frame needs.
            List.copyOf(contexts).reversed().forEach(context -> context.tell(change));
            switch (change.kind()) {
                case EDITS, CORPORA, CURRENT, INFO, TERMS -> askNames();
                case ARTEFACTS, JOBS, CONVERSATIONS -> {}
            }
        }
    }

    JobRun<Optional<Moved>> undo() {
        Project now = project;
        return jobs.commandWithAnswer(() -> now == null ? Optional.empty() : Moved.back(now));
    }

    JobRun<Optional<Moved>> redo() {
        Project now = project;
        return jobs.commandWithAnswer(() -> now == null ? Optional.empty() : Moved.again(now));
    }

    private void askNames() {
        int asked = ++namesAsked;
        Project now = project;
        if (now == null) {
            undoName.set("");
            redoName.set("");
            return;
        }
        jobs.query(() -> new Names(
                        now.history().undoName().orElse(""), now.history().redoName().orElse("")))
                .onDone(names -> {
                    if (asked == namesAsked) {
                        undoName.set(names.undo());
                        redoName.set(names.redo());
                    }
                });
    }

    /** The name of the project that is being closed; empty while none is. */
    ReadOnlyStringProperty closingProperty() {
        return closing.getReadOnlyProperty();
    }

    ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }
}
