package org.hydraworkbench.app.shell;

import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.Tensors;

/**
 * What the shell offers to a workspace.
 *
 * @param project the project that is open, and news of its changes
 * @param steps how far each step of that project is
 * @param jobs runs long work and short queries off the JavaFX thread
 * @param dialogs asks and tells the person
 * @param notices messages that do not interrupt
 * @param navigator brings other workspaces into view
 * @param settings the person's settings
 * @param training the training that goes on
 * @param hydra what translates, on the tensor thread
 */
public record Workbench(
        ProjectContext project,
        StepStatesModel steps,
        JobRunner jobs,
        Dialogs dialogs,
        Notices notices,
        Navigator navigator,
        SettingsStore settings,
        LiveTraining training,
        LoadedHydra hydra) {

    /** The same for things that live as long as another context. */
    Workbench with(ProjectContext context) {
        return new Workbench(context, steps, jobs, dialogs, notices, navigator, settings, training, hydra);
    }

    /** Where the operations of one job do their work: tensors on the window's one tensor thread, a training for all to see. */
    public Environment environment() {
        Tensors tensors = new Tensors() {
            @Override
            public <R> R compute(Use<R> use) throws HydraException {
                RuntimeOptions options = settings.current().runtimeOptions();
                return jobs.onTensorThread(() -> Tensors.here(options).compute(use));
            }
        };
        LiveTraining.Run run = training.next();
        return Environment.of(tensors)
                .withTrainer(settings.current().runtimeOptions())
                .withTraining(run)
                .withStop(run.stop());
    }
}
