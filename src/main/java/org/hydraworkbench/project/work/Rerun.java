package org.hydraworkbench.project.work;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.tokenizer.TokenizerTrainer;
import org.jspecify.annotations.Nullable;

/**
 * Does again, in working order, what is out of date: each result of the steps up to the transfer is made anew from what is
 * current, with the options it was made with. What took training or a person's judgement is left to the person: tuned models,
 * Hydras and evaluations. What was taken in from outside cannot be made again.
 */
public final class Rerun implements Job<List<Artefact>> {

    private static final Gson GSON = new Gson();

    /** Working order: each kind is made from those before it. */
    private static final List<ArtefactKind> KINDS =
            List.of(ArtefactKind.TOKENIZER, ArtefactKind.ALIGNMENT, ArtefactKind.MAPPING, ArtefactKind.TRANSFER);

    private final Project project;

    public Rerun(Project project) {
        this.project = project;
    }

    /** Whether something is out of date that can be made again. */
    public static boolean isNeeded(Project project) throws HydraException {
        for (ArtefactKind kind : KINDS) {
            Optional<Artefact> stale = stale(project, kind);
            if (stale.isPresent() && again(project, stale.get()) != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String title() {
        return "Rerun what is out of date";
    }

    /** What was made again, in order; what one step makes puts the next out of date, so each is looked at in its turn. */
    @Override
    public List<Artefact> run(Progress progress) throws HydraException {
        List<Artefact> made = new ArrayList<>();
        for (ArtefactKind kind : KINDS) {
            progress.checkCancelled();
            Optional<Artefact> stale = stale(project, kind);
            Job<Artefact> job = stale.isEmpty() ? null : again(project, stale.get());
            if (job != null) {
                progress.message(job.title());
                made.add(job.run(progress));
            }
        }
        return made;
    }

    private static Optional<Artefact> stale(Project project, ArtefactKind kind) throws HydraException {
        String role = kind == ArtefactKind.TOKENIZER ? "target" : "";
        Optional<Artefact> current = project.artefacts().current(kind, role);
        boolean stale = current.isPresent() && project.artefacts().staleness(current.get()).isStale();
        return stale ? current : Optional.empty();
    }

    /** The job that makes such an artefact; none when it came from outside. */
    private static @Nullable Job<Artefact> again(Project project, Artefact artefact) {
        String options = artefact.optionsJson();
        Workflow workflow = project.workflow();
        return switch (artefact.kind()) {
            case TOKENIZER -> options.equals("{}")
                    ? null
                    : workflow.trainTokenizer(GSON.fromJson(options, TokenizerTrainer.Options.class), List.of());
            case ALIGNMENT -> workflow.align(GSON.fromJson(options, AlignmentSettings.class));
            case MAPPING -> workflow.map(GSON.fromJson(options, MappingSettings.class));
            case TRANSFER -> workflow.transfer(GSON.fromJson(options, TransferSettings.class));
            case BASE_MODEL, CHECKPOINT, HYDRA, EVALUATION -> null;
        };
    }
}
