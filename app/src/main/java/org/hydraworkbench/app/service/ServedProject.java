package org.hydraworkbench.app.service;

import java.nio.file.Path;
import java.util.Optional;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.RowOverlay;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.InUse;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.links.LiveEffect;
import org.hydraworkbench.server.EngineTranslator;
import org.hydraworkbench.server.ProjectTeacher;
import org.hydraworkbench.server.ServedHydra;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * What of a project translates for other programs; when it is another, the service begins anew.
 *
 * @param alignment by which its sentences teach; null where they are not aligned
 * @param hydra its Hydra in use; null where there is none
 * @param from its source language
 * @param to its target language
 */
record ServedProject(@Nullable Long alignment, @Nullable Path hydra, LanguageTag from, LanguageTag to) {

    /** Empty where nothing translates. */
    static Optional<ServedProject> read(Project project) throws HydraException {
        InUse inUse = project.artefacts().inUse();
        Optional<Artefact> aligned = inUse.get(Slot.alignment(inUse.project()));
        Optional<Artefact> hydra = inUse.hydra();
        return aligned.isEmpty() && hydra.isEmpty()
                ? Optional.empty()
                : Optional.of(new ServedProject(
                        aligned.map(Artefact::id).orElse(null),
                        hydra.map(Artefact::folder).orElse(null),
                        inUse.project().sourceLanguage(),
                        inUse.project().targetLanguage()));
    }

    /** What translates; it is to be used as long as the project is open. */
    EngineTranslator translator(Project project, Workbench workbench) throws HydraException {
        ProjectTeacher teacher = new ProjectTeacher(project, alignment != null, null);
        ServedHydra served = hydra == null
                ? null
                : new ServedHydra(
                        desk(hydra, project, workbench, workbench.settings().current().runtimeOptions()),
                        HydraManifest.read(hydra),
                        HydraJudge.USUAL);
        return new EngineTranslator(String.valueOf(project.file().getFileName()), teacher, served);
    }

    /** The window's Hydra, with its edited rows, asked in turn with all else that computes with tensors. */
    private static ServedHydra.Desk desk(Path folder, Project project, Workbench workbench, RuntimeOptions options) {
        JobRunner jobs = workbench.jobs();
        return new ServedHydra.Desk() {
            @Override
            public <R> R ask(ServedHydra.Question<R> question, Progress progress) throws HydraException {
                RowOverlay edits = edits(project, progress);
                LanguageTag overlaid = project.info().targetLanguage();
                return jobs.onTensorThread(
                        () -> {
                            progress.checkCancelled(); // it may have been long
                            HydraModel model = workbench.hydra().open(folder, options, progress);
                            model.overlay(overlaid, edits);
                            return question.ask(model);
                        },
                        progress::isCancelled);
            }
        };
    }

    private static RowOverlay edits(Project project, Progress progress) throws HydraException {
        Optional<Lease<LiveEffect>> found = project.alignments().live(progress);
        if (found.isEmpty()) {
            return RowOverlay.none();
        }
        try (Lease<LiveEffect> live = found.get()) {
            return live.get().overlay();
        }
    }
}
