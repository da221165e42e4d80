package org.hydraworkbench.app.home;

import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.Operation;
import org.hydraworkbench.project.work.Work;

/** Does a step with the settings that are usual in the project; its result is used, since the person asked for the step. */
record StepJob(String title, Work work, Operation<?> operation, Environment environment) implements Job<Artefact> {

    @Override
    public Artefact run(Progress progress) throws HydraException {
        return run(operation, progress);
    }

    private <S> Artefact run(Operation<S> step, Progress progress) throws HydraException {
        S settings = step.again(work.usual(step))
                .orElseThrow(() -> new InputException(Texts.format("home.notByItself", title)));
        return work.job(step, settings, Use.ALWAYS, environment).run(progress);
    }
}
