package org.hydraworkbench.app.training;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.hydraworkbench.app.parts.ProjectReading;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.JobTexts;
import org.hydraworkbench.app.shell.LiveTraining;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.TrainOperation;
import org.hydraworkbench.train.Metrics;
import org.hydraworkbench.train.Stop;
import org.jspecify.annotations.Nullable;

/** The next run, the one that is going on, and those before. */
public final class TrainingViewModel {

    private final Workbench workbench;
    private final ProjectReading<TrainingState> state;
    private final TrainingForm form;
    private final TrainingCharts charts = new TrainingCharts();
    private final ObservableList<RunRow> runs = FXCollections.observableArrayList();
    private final ObservableSet<Long> compared = FXCollections.observableSet();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Metrics> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper drawn = new ReadOnlyLongWrapper();
    private @Nullable RunCurves liveCurves;
    private @Nullable RunCurves first;
    private final ChangeListener<Map<String, JobRun<?>>> watching = (property, before, now) -> watch(now);
    private @Nullable JobRun<?> run;
    private Stop stop = new Stop();
    private int taken;

    public TrainingViewModel(Workbench workbench) {
        this.workbench = workbench;
        state = new ProjectReading<>(
                workbench,
                EnumSet.of(
                        ProjectChange.Kind.ARTEFACTS, ProjectChange.Kind.CURRENT, ProjectChange.Kind.JOBS, ProjectChange.Kind.CORPORA),
                TrainingState.NONE,
                TrainingState::read);
        form = new TrainingForm(state.valueProperty(), state.unreadProperty());
        form.onChange(this::keep);
        state.valueProperty().subscribe(found -> {
            runs.setAll(found.runs());
            redraw();
        });
        compared.subscribe(this::redraw);
        workbench.project().projectProperty().subscribe(project -> {
            liveCurves = null;
            last.set(null);
            compared.clear();
        });
        workbench.steps().doingProperty().addListener(new WeakChangeListener<>(watching));
        watch(workbench.steps().doingProperty().get());
    }

    /** What is chosen for the next run stays with the project: Home's button trains by it too. */
    private void keep() {
        TrainingSettings settings = form.settings();
        TrainOperation operation = form.operation();
        workbench.project()
                .current()
                .ifPresent(project -> workbench.jobs().command(() -> project.work().choose(operation, settings)));
    }

    /** Whether a project is open of which nothing is known yet. */
    ReadOnlyBooleanProperty unreadProperty() {
        return state.unreadProperty();
    }

    ReadOnlyObjectProperty<TrainingState> stateProperty() {
        return state.valueProperty();
    }

    public TrainingForm form() {
        return form;
    }

    TrainingCharts charts() {
        return charts;
    }

    /** Earlier runs, and those that ended early, newest first. */
    public ObservableList<RunRow> runs() {
        return runs;
    }

    /** The artefacts of the earlier runs whose curves are shown beside the present one; the newest when there are none. */
    public ObservableSet<Long> compared() {
        return compared;
    }

    /** Whether a run is going on. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** The last step of the run that is going on, or that went on last. */
    public ReadOnlyObjectProperty<@Nullable Metrics> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** Grows whenever the plots have to be drawn again. */
    public ReadOnlyLongProperty drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    public ObservableBooleanValue canStart() {
        return Bindings.createBooleanBinding(
                () -> !running.get()
                        && form.model().isPresent()
                        && form.missing().isEmpty()
                        && !form.begins().isEmpty()
                        && form.problemsProperty().get().isEmpty(),
                running,
                state.valueProperty(),
                form.materialProperty(),
                form.startProperty(),
                form.problemsProperty());
    }

    /** What the next run begins with, or why it cannot begin, in a sentence. */
    ObservableValue<String> beginsProperty() {
        return Bindings.createStringBinding(
                () -> !form.missing().isEmpty() || state.unreadProperty().get()
                        ? form.missing()
                        : form.begins().isEmpty()
                                ? Texts.get("training.begins.nothing")
                                : Texts.format("training.begins", form.begins()),
                state.valueProperty(),
                state.unreadProperty(),
                form.materialProperty(),
                form.startProperty());
    }

    /** Starts a run with the settings as they are. */
    public void start() {
        workbench.project().current().ifPresent(project -> {
            Environment environment = workbench.environment();
            TrainingSettings settings = form.settings();
            begin(environment, new Training(
                    Texts.format("training.job", settings.options().steps()), () -> project.work().job(
                            form.operation(), settings, Use.ALWAYS, environment)));
        });
    }

    /** Goes on with a run from its last checkpoint. */
    public void resume(RunRow.Unfinished unfinished) {
        workbench.project().current().ifPresent(project -> {
            Environment environment = workbench.environment();
            begin(environment, new Training(Texts.get("training.job.resume"), () -> project.work().resume(unfinished.job(), environment)));
        });
    }

    private void begin(Environment environment, Job<Artefact> job) {
        stop = environment.stop();
        follow(workbench.jobs().submit(Step.TRAINING, JobRunner.Lane.WORK, job));
    }

    /** A training that was begun elsewhere, at Home for instance, is followed like one that was begun here. */
    private void watch(Map<String, JobRun<?>> doing) {
        JobRun<?> training = doing.getOrDefault(TrainOperation.PAIRS, doing.get(TrainOperation.TEXT));
        if (training != null && !running.get()) {
            follow(training);
        } else if (training == null && run != null && run.step() != Step.TRAINING && running.get()) {
            ended(); // the job goes on with another step
        }
    }

    private void follow(JobRun<?> begun) {
        run = begun;
        taken = 0;
        liveCurves = new RunCurves(Texts.get("training.live"));
        last.set(null);
        running.set(true);
        redraw();
        begun.onEnded(this::ended);
    }

    private void ended() {
        poll();
        running.set(false);
        state.ask();
    }

    /** Whether the run that is going on has learnt something that could be kept. */
    public ObservableBooleanValue canKeep() {
        return running.and(last.isNotNull());
    }

    /** Ends the run after its present step; the model as it is then is kept and can be used. */
    public void stopAndKeep() {
        stop.keep();
    }

    /** Stops the run for now; it writes a checkpoint and can be gone on with. */
    public void pause() {
        if (run != null) {
            run.cancel();
        }
    }

    /** Gives up a run that ended early, after asking; its checkpoints go. */
    public void discard(RunRow.Unfinished unfinished) {
        Project project = workbench.project().current().orElse(null);
        if (project != null
                && workbench.dialogs().confirm(
                        Texts.get("training.discard"), Texts.get("training.discard.question"), Texts.get("training.discard.do"))) {
            workbench.jobs()
                    .command(() -> project.work().discard(unfinished.job()))
                    .onDone(done -> state.ask());
        }
    }

    /** Makes what a run made the one in use; can be undone. */
    public void use(RunRow.Made made) {
        workbench.project()
                .current()
                .ifPresent(project -> workbench.jobs().command(() -> project.artefacts().use(made.artefact())));
    }

    /** Takes in the steps that were done since the last time; called every frame while {@link #runningProperty}. */
    public void poll() {
        LiveTraining.Run live = workbench.training().present();
        RunCurves curves = liveCurves;
        if (live != null && curves != null && live.isOf(run)) {
            stop = live.stop();
            List<Metrics> steps = live.after(taken);
            taken += steps.size();
            steps.forEach(curves::add);
            if (!steps.isEmpty()) {
                last.set(curves.last());
                drawn.set(drawn.get() + 1);
            }
        }
    }

    /** What is left of the run that is going on; a dash while that is not known. */
    String timeLeft() {
        return run == null || !running.get() ? "–" : JobTexts.left(run);
    }

    /** The last step, of how many while a run goes on; a dash before the first. */
    String step() {
        Metrics now = last.get();
        if (now == null) {
            return "–";
        }
        long total = run == null || !running.get() ? 0 : run.total();
        return total < now.step() ? Long.toString(now.step()) : Texts.format("training.step", now.step(), total);
    }

    /** The bits per byte that were measured last in the run that is going on, or that went on last; empty before any. */
    String heldOut() {
        RunCurves curves = liveCurves;
        return curves == null || curves.bits().size() == 0 ? "" : Numbers.brief(curves.bits().y(curves.bits().size() - 1));
    }

    /** The first of the runs that are shown, the one that goes on if there is one; null without any. */
    @Nullable RunCurves first() {
        return first;
    }

    /** That the run that is shown learns by heart, in a sentence; empty while it does not. */
    ObservableValue<String> warningProperty() {
        return Bindings.createStringBinding(
                () -> Optional.ofNullable(first).flatMap(Overfitting::of).map(Overfitting::sentence).orElse(""), drawn);
    }

    private void redraw() {
        List<RunCurves> shown = new ArrayList<>();
        if (liveCurves != null) {
            shown.add(liveCurves);
        }
        for (RunRow row : runs) {
            if (row instanceof RunRow.Made made
                    && (compared.contains(made.artefact().id()) || shown.isEmpty() && compared.isEmpty())) {
                shown.add(made.curves());
            }
        }
        charts.show(shown);
        first = shown.isEmpty() ? null : shown.getFirst();
        drawn.set(drawn.get() + 1);
    }

    /** Facts of the project for the explanation of this step. */
    List<String> facts() {
        return runs.isEmpty() ? List.of() : List.of(Texts.format("training.fact", runs.size(), runs.getFirst().name()));
    }

    /** Prepares the run when it begins, off the JavaFX thread, since that reads the project. */
    private record Training(String title, Preparation preparation) implements Job<Artefact> {

        interface Preparation {
            Job<Artefact> prepare() throws HydraException;
        }

        @Override
        public Artefact run(Progress progress) throws HydraException {
            return preparation.prepare().run(progress);
        }
    }
}
