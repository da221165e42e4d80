package org.hydraworkbench.project.demo;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.NewProject;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.settings.FolderSettings;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.Operation;
import org.hydraworkbench.project.work.Operations;

/** Makes the demo project: English–Kabyle with a small base model, everything computed beforehand. */
public final class DemoProject {

    private DemoProject() {}

    /**
     * Makes a copy of the demo and opens it; takes some seconds.
     *
     * @param file the project's file, which must not exist
     */
    public static Project create(Path file, Progress progress) throws HydraException {
        DemoManifest manifest = DemoManifest.read();
        return filled(file, project -> {
            addRawMaterial(project, progress);
            for (DemoManifest.Made made : manifest.artefacts()) {
                progress.checkCancelled();
                progress.message(made.name());
                add(project, made, progress);
            }
        });
    }

    /** The translations of the test pairs by a model that was tuned in the same way from random rows. */
    public static List<String> randomTranslations() throws HydraException {
        return DemoRun.translations(DemoManifest.text(DemoManifest.read().randomTranslations()));
    }

    /** A new project with a content, or none at all. What was done to fill it cannot be undone. */
    public static Project filled(Path file, NewProject.Filling filling) throws HydraException {
        return NewProject.filled(file, DemoManifest.NAME, DemoManifest.SOURCE, DemoManifest.TARGET, project -> {
            filling.fill(project);
            project.history().forget();
        });
    }

    /** Imports the corpora and the base model. */
    public static void addRawMaterial(Project project, Progress progress) throws HydraException {
        Path folder = Folders.temporary("hydra-demo");
        try {
            for (DemoManifest.Corpus corpus : DemoManifest.CORPORA) {
                Path file = folder.resolve(Path.of(corpus.file()).getFileName().toString());
                DemoManifest.copy(corpus.file(), file);
                ImportRequest request = ImportRequest.of(file)
                        .withName(corpus.name())
                        .withRole(corpus.role())
                        .withLicence(DemoManifest.LICENCE)
                        .withOrigin("Tatoeba");
                project.work().importCorpus(request).run(progress);
            }
            Path base = folder.resolve("house-5M");
            for (String name : DemoManifest.BASE) {
                DemoManifest.copy("base/" + name, base.resolve(name));
            }
            project.work()
                    .job(Operations.BASE_MODEL, new FolderSettings(base), Use.ALWAYS, Environment.plain())
                    .run(progress);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void add(Project project, DemoManifest.Made made, Progress progress) throws HydraException {
        Operation<?> operation = Operations.find(made.operation())
                .orElseThrow(() -> new InputException("The demo was made by an operation that this version does not know."));
        String files = made.files();
        if (files == null) {
            project.work().job(operation, made.settings(), Environment.plain()).run(progress);
            return;
        }
        project.work()
                .adopt(
                        operation,
                        made.settings(),
                        out -> {
                            DemoManifest.unpack(files, out.folder());
                            out.name(made.name()).seed(made.seed()).summary(made.summary());
                        },
                        progress);
    }
}
