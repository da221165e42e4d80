package org.hydraworkbench.project;

import com.google.gson.Gson;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

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

    /** What fills a new project. */
    @FunctionalInterface
    interface Filling {
        void fill(Project project) throws HydraException;
    }

    /** A new project with a content, or none at all. What was done to fill it cannot be undone. */
    static Project filled(Path file, Filling filling) throws HydraException {
        Project project =
                Project.create(file, DemoManifest.NAME, DemoManifest.SOURCE, DemoManifest.TARGET);
        boolean whole = false;
        try {
            filling.fill(project);
            project.history().forget();
            whole = true;
            return project;
        } finally {
            if (!whole) {
                project.close();
                Folders.delete(project.files());
                Folders.delete(project.file());
            }
        }
    }

    /** Imports the corpora and the base model. */
    static void addRawMaterial(Project project, Progress progress) throws HydraException {
        Path folder = Folders.temporary("hydra-demo");
        try {
            for (DemoManifest.Corpus corpus : DemoManifest.CORPORA) {
                Path file = folder.resolve(Path.of(corpus.file()).getFileName().toString());
                DemoManifest.copy(corpus.file(), file);
                ImportRequest request = ImportRequest.of(file)
                        .withName(corpus.name())
                        .withPurpose(corpus.purpose())
                        .withLicence(DemoManifest.LICENCE)
                        .withOrigin("Tatoeba");
                project.workflow().importCorpus(request).run(progress);
            }
            Path base = folder.resolve("house-5M");
            for (String name : DemoManifest.BASE) {
                DemoManifest.copy("base/" + name, base.resolve(name));
            }
            project.workflow().importBaseModel(base).run(progress);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void add(Project project, DemoManifest.Made made, Progress progress) throws HydraException {
        Gson gson = DemoManifest.GSON;
        String files = made.files();
        if (files == null) {
            project.workflow().transfer(gson.fromJson(made.options(), TransferSettings.class)).run(progress);
            return;
        }
        try (ArtefactBuilder builder = project.artefacts().begin(made.kind(), made.name())) {
            DemoManifest.unpack(files, builder.folder());
            builder.role(made.role()).options(made.options()).seed(made.seed()).summary(made.summary());
            for (DemoManifest.Input input : made.inputs()) {
                if (input.kind() == null) {
                    builder.inputCorpora(project.corpora().fingerprint());
                } else {
                    builder.input(input.as(), project.artefacts().require(input.kind(), input.role()));
                }
            }
            builder.commit(progress);
        }
    }
}
