package org.hydraworkbench.app.home;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.work.JobRecord;
import org.hydraworkbench.project.work.Reached;

/**
 * The newest training that ended early, unless a later one has made what it was to make.
 *
 * @param sentence what it was and how far it came
 */
record Interrupted(JobRecord job, String sentence) {

    /** The changes after which it is looked for again. */
    static final Set<ProjectChange.Kind> NEWS = EnumSet.of(ProjectChange.Kind.JOBS, ProjectChange.Kind.ARTEFACTS);

    private static final Set<ArtefactKind> TRAINED = EnumSet.of(ArtefactKind.TUNED_HYDRA, ArtefactKind.CHECKPOINT);

    static Optional<Interrupted> find(Project project) throws HydraException {
        if (project.artefacts().lost().isPresent()) {
            return Optional.empty(); // and what it did so far with it
        }
        for (JobRecord job : project.work().unfinished()) {
            Optional<Reached> reached = project.work().reached(job);
            if (reached.isPresent() && !isOver(project, job)) {
                return Optional.of(new Interrupted(job, sentence(job, reached.get())));
            }
        }
        return Optional.empty();
    }

    private static boolean isOver(Project project, JobRecord job) throws HydraException {
        for (ArtefactKind kind : TRAINED) {
            for (Artefact made : project.artefacts().list(kind)) {
                if (made.operation().equals(job.kind()) && made.created().isAfter(job.started())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String sentence(JobRecord job, Reached reached) {
        return reached.step() == 0
                ? Texts.format("home.interrupted.begun", job.title())
                : Texts.format("home.interrupted", job.title(), reached.step(), reached.steps());
    }
}
