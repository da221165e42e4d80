package org.hydraworkbench.cli;

import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.work.Guide;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.project.work.StepStatus;

/** What to do next in a project, as a command to copy. */
final class NextStep {

    private NextStep() {}

    /**
     * The command.
     *
     * @param file the project's file as it is typed
     */
    static String command(Project project, Guide guide, String file) throws HydraException {
        Optional<StepStatus> next = guide.next();
        if (next.isEmpty()) {
            return "hydra translate --project " + file + " --text TEXT";
        }
        StepStatus step = next.get();
        if (step.id().equals(Guide.CORPUS)) {
            return "hydra project import " + file + " BITEXT";
        }
        if (step.state() == StepStatus.State.STALE) {
            return "hydra project run " + file + " --stale";
        }
        if (step.id().equals(Operations.BASE_MODEL.id())) {
            return "hydra project run " + file + " base-model --set base-model.folder=DIR";
        }
        if (step.id().equals(Operations.EVALUATE.id()) && project.corpora().count(CorpusRole.TEST) == 0) {
            return "hydra project hold-out " + file + " --pairs N";
        }
        return "hydra project run " + file + " " + step.id();
    }
}
