package org.hydraworkbench.app.shell;

import java.util.Optional;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ToldApart;

/** Tells what a job made, and whether that is used now; where it is not, offers to use it. */
final class ResultNotices {

    private final ProjectContext project;
    private final JobRunner jobs;
    private final Notices notices;

    ResultNotices(ProjectContext project, JobRunner jobs, Notices notices) {
        this.project = project;
        this.jobs = jobs;
        this.notices = notices;
    }

    void done(JobRun<?> run) {
        String done = Texts.format("job.done", run.title(), JobTexts.duration(run.elapsed()));
        Project now = project.current().orElse(null);
        if (now != null && run.result().orElse(null) instanceof Artefact made) {
            jobs.query(() -> now.artefacts().current(made.slot())).onDone(used -> tell(now, done, made, used));
        } else {
            notices.status(done);
        }
        if (!run.warnings().isEmpty()) {
            notices.problem(Texts.format("job.warned", run.title(), String.join(" ", run.warnings())), null);
        }
    }

    private void tell(Project from, String done, Artefact made, Optional<Artefact> used) {
        if (used.isEmpty() || used.get().id() == made.id()) {
            notices.status(used.isEmpty() ? done : Texts.format("result.inUse", done, made.name()));
        } else {
            notices.info(
                    Texts.format("result.ready", ToldApart.quoted(made, used.get()), ToldApart.quoted(used.get(), made)),
                    ActionSpec.of("result.use", () -> jobs.command(() -> from.artefacts().use(made))));
        }
    }
}
