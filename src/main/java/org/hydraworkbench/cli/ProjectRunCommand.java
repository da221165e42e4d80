package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.Guide;
import org.hydraworkbench.project.work.Operation;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.project.work.Rerun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hydra project run}: does steps, those named, those out of date, or all that is left. */
@Command(
        name = "run",
        description = {
            "Does steps of a project and uses their results: those named, in their order; with --stale those whose results are out of"
                    + " date; with --all those too that were never done.",
            "A step is done with the settings of its result in use, or with those that suit the project, but for what --set gives."
                    + " `hydra project status FILE` names the steps; an unknown option is answered with those there are.",
            "Ctrl-C leaves what is done; a training leaves a checkpoint. Running it again goes on from there if it would be the very same"
                    + " run (the same settings, from the same things); if not, it says what differs, and --resume or --restart decides."
        },
        mixinStandardHelpOptions = true)
final class ProjectRunCommand implements Callable<Integer> {

    private static final class StepIds implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Operations.all().stream().map(Operation::id).iterator();
        }
    }

    @Mixin
    private final ProjectFileMixin project = new ProjectFileMixin();

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "STEP",
            completionCandidates = StepIds.class, description = "${COMPLETION-CANDIDATES}.")
    private List<String> steps = List.of();

    @Option(names = "--stale", description = "Makes again what is out of date.")
    private boolean stale;

    @Option(names = "--all", description = "Does every step that is not done or is out of date.")
    private boolean all;

    @Option(names = "--set", paramLabel = "STEP.option=value",
            description = "What is to be otherwise in a step, train.steps=500 for example; without a value what suits the project.")
    private List<String> set = List.of();

    @Option(names = "--resume", description = "Goes on with a run of the step that ended early, as it was meant then.")
    private boolean resume;

    @Option(names = "--restart", description = "Gives up a run of the step that ended early, and begins anew.")
    private boolean restart;

    @Mixin
    private RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        StepChoices choices = StepChoices.parse(set);
        List<Operation<?>> named = named();
        check(named, choices);
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        WorkProgress progress = new WorkProgress(line.getErr());
        Environment environment = Environment.here(runtimeOptions.options()).withTraining(progress);
        try (Project open = project.open()) {
            choices.check(open.work());
            StepRunner runner = new StepRunner(open, project.shown(), choices, earlier(), environment, line.getOut());
            if (named.isEmpty()) {
                rerun(open, runner, progress, line.getOut());
                tellUnused(choices, runner, line.getErr());
            } else {
                for (Operation<?> step : named) {
                    runner.run(step, progress);
                }
            }
        }
        return 0;
    }

    private List<Operation<?>> named() throws UsageException {
        List<Operation<?>> named = new ArrayList<>();
        for (String step : steps) {
            if (step.equals(Guide.CORPUS)) {
                throw new UsageException("Text is not made but imported: hydra project import " + project.shown() + " BITEXT.");
            }
            named.add(StepChoices.step(step));
        }
        return named;
    }

    private void check(List<Operation<?>> named, StepChoices choices) throws UsageException {
        if (stale && all || !named.isEmpty() && (stale || all)) {
            throw new UsageException("Name steps, or give one of --stale and --all.");
        }
        if (named.isEmpty() && !stale && !all) {
            throw new UsageException("Name the steps to do, or give --stale or --all.");
        }
        if (resume && restart) {
            throw new UsageException("--resume goes on with a run, --restart gives it up; give one of the two.");
        }
        if ((resume || restart) && named.isEmpty()) {
            throw new UsageException("--resume and --restart are for steps that are named.");
        }
        if (resume && !set.isEmpty()) {
            throw new UsageException("--resume goes on with a run as it was meant; --set is for a new one.");
        }
        for (Operation<?> step : choices.steps()) {
            if (!named.isEmpty() && !named.contains(step)) {
                throw new UsageException("--set " + step.id() + ".…: “" + step.id() + "” is none of the steps that are named.");
            }
        }
    }

    private StepRunner.Earlier earlier() {
        return resume ? StepRunner.Earlier.RESUME : restart ? StepRunner.Earlier.RESTART : StepRunner.Earlier.IF_SAME;
    }

    private void rerun(Project open, StepRunner runner, WorkProgress progress, PrintWriter out) throws HydraException {
        Rerun done = open.work().rerun(all ? Rerun.Which.ALL : Rerun.Which.STALE, runner).run(progress);
        Optional<String> stopped = done.stopped();
        if (stopped.isPresent()) {
            throw new InputException(stopped.get() + " Next: "
                    + NextStep.command(open, open.work().guide(), project.shown()));
        }
        if (done.made().isEmpty()) {
            out.println(all ? "Every step is done and up to date." : "Nothing is out of date.");
        }
    }

    private static void tellUnused(StepChoices choices, StepRunner runner, PrintWriter err) {
        for (Operation<?> step : choices.steps()) {
            if (!runner.ran().contains(step)) {
                err.println("hydra: --set for “%s” was not used, since it needed not be done; name it to do it again."
                        .formatted(step.id()));
            }
        }
    }
}
