package org.hydraworkbench.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hydraworkbench.app.testing.FakeDialogs;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.links.CurrentAlignment;
import org.hydraworkbench.project.links.LiveEffect;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.project.work.Operation;
import org.hydraworkbench.project.work.Operations;
import org.jspecify.annotations.Nullable;

/**
 * Opens a project, works in it and leaves it at a random moment, again and again, as the window does but without one: the process that
 * {@link LeavesTest} watches, because what it looks for may end a process. Arguments: the project's file, how many times, a seed. Exits
 * with 0 when nothing was lost, nothing stayed locked and nothing failed that should not.
 */
final class LeaveWorker {

    private static final int SHORT_MILLIS = 300;
    private static final int LONG_MILLIS = 3000;
    private static final long PATIENCE_SECONDS = 120;

    private final Path file;
    private final Random random;
    private final BlockingQueue<Runnable> handed = new LinkedBlockingQueue<>();
    private final List<String> troubles = new ArrayList<>();
    private final Map<Long, String> notes = new TreeMap<>();
    private final Map<String, Integer> ends = new TreeMap<>();
    private final BackgroundJobRunner jobs = new BackgroundJobRunner(handed::add, 2, this::ended);
    private final ProjectContext context = new ProjectContext(jobs, handed::add);
    private final Workbench workbench;

    private LeaveWorker(Path file, long seed) {
        this.file = file;
        this.random = new Random(seed);
        SettingsStore settings = SettingsStore.open(file.resolveSibling("settings"));
        ShellViewModel shell = new ShellViewModel(settings);
        workbench = new Workbench(
                context,
                new StepStatesModel(context, jobs),
                jobs,
                new FakeDialogs(),
                new Deaf(),
                shell,
                settings,
                new LiveTraining(), new LoadedHydra());
    }

    public static void main(String[] arguments) throws Exception {
        LeaveWorker worker = new LeaveWorker(Path.of(arguments[0]), Long.parseLong(arguments[2]));
        int rounds = Integer.parseInt(arguments[1]);
        for (int round = 0; round < rounds && worker.troubles.isEmpty(); round++) {
            worker.round();
        }
        worker.lookBack();
        System.out.println(rounds + " rounds with seed " + arguments[2] + ": " + worker.ends + ", "
                + worker.notes.size() + " notes; troubles: " + worker.troubles);
        System.exit(worker.troubles.isEmpty() ? 0 : 1);
    }

    private void ended(JobRun<?> run) {
        String what = (run.step() == null ? "queries " : "jobs ") + run.state().name();
        ends.merge(what, 1, Integer::sum);
        HydraException failure = run.failure();
        // What a step lacks, or that results do not fit together, is told to the person and is no trouble here.
        if (failure != null && !(failure instanceof InputException)) {
            troubles.add(run.title() + ": " + failure + " because of " + failure.getCause());
        }
    }

    private void round() throws Exception {
        JobRun<Project> opening = context.open(() -> Project.open(file));
        handle(opening::isEnded);
        Project project = context.current().orElse(null);
        if (project == null) {
            troubles.add("it could not be opened again: " + opening.failure());
            return;
        }
        long[] ids = project.corpora().ids(PairFilter.all(), PairOrder.CORPUS);
        int jobsBegun = random.nextInt(4);
        for (int k = 0; k < jobsBegun; k++) {
            begin(project);
        }
        int millis = random.nextInt(random.nextInt(4) == 0 ? LONG_MILLIS : SHORT_MILLIS);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < until) {
            ask(project, ids[random.nextInt(ids.length)]);
            Runnable next = handed.poll(2, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
        }
        if (random.nextInt(3) > 0) {
            JobRun<Boolean> left = context.leave();
            handle(left::isEnded);
            if (jobs.active() > 0) {
                troubles.add("a job was still running when the project was closed");
            }
        } // else the next round opens it while this one is still going on
    }

    private void begin(Project project) {
        switch (random.nextInt(6)) {
            case 0 -> submit(project, Operations.ALIGN);
            case 1 -> submit(project, Operations.MAP);
            case 2 -> submit(project, Operations.TRANSFER);
            case 3 -> submit(project, Operations.ASSEMBLE);
            case 4 -> jobs.submit(
                    Step.EVALUATE,
                    project.work().job(
                            Operations.EVALUATE,
                            EvaluationSettings.defaults().withPairs(3).withMaxTokens(20),
                            Use.ALWAYS,
                            workbench.environment()));
            default -> jobs.submit(Step.HOME, project.work().rerun(workbench.environment()));
        }
    }

    private <S> void submit(Project project, Operation<S> operation) {
        jobs.query(() -> project.work().usual(operation)).onDone(settings -> jobs.submit(
                Step.of(operation.id()), project.work().job(operation, settings, Use.ALWAYS, workbench.environment())));
    }

    private void ask(Project project, long pair) {
        switch (random.nextInt(6)) {
            case 0 -> jobs.query(() -> {
                CurrentAlignment now = project.alignments().now();
                return now.source().segment(project.corpora().pair(pair).source()).segments().size();
            });
            case 1 -> jobs.query(() -> project.alignments().now().view(pair));
            case 2 -> jobs.query(() -> project.alignments().now().posteriors(pair));
            case 3 -> jobs.query(progress -> {
                try (@Nullable Lease<LiveEffect> live = project.alignments().live(progress).orElse(null)) {
                    return live == null ? 0 : live.get().apply(pair).changes().size();
                }
            });
            case 4 -> jobs.query(() -> project.corpora().search("ta", 20));
            default -> {
                String text = "note " + random.nextInt(1_000_000);
                notes.put(pair, text);
                jobs.command(() -> project.edits().note(pair, text));
            }
        }
    }

    /** Does what is handed to the window until {@code condition} holds. */
    private void handle(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable next = handed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("nothing happened for " + PATIENCE_SECONDS + " s");
            }
            next.run();
        }
    }

    private void lookBack() throws Exception {
        handle(context.leave()::isEnded);
        jobs.close();
        try (Project project = Project.open(file)) {
            troubles.addAll(project.check());
            for (Map.Entry<Long, String> note : notes.entrySet()) {
                String kept = project.edits().noteOf(note.getKey()).orElse("");
                if (!kept.equals(note.getValue())) {
                    troubles.add("lost: “" + note.getValue() + "” of pair " + note.getKey() + " is “" + kept + "”");
                }
            }
        }
    }

    private static final class Deaf implements Notices {
        @Override
        public void status(String text) {}

        @Override
        public void info(String text, @Nullable ActionSpec action) {}

        @Override
        public void problem(String text, @Nullable ActionSpec action) {}
    }
}
