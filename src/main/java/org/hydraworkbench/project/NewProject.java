package org.hydraworkbench.project;

import java.nio.file.Path;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Temporaries;

/** Makes a project that has a content from the beginning. */
public final class NewProject {

    /** What fills a new project. */
    @FunctionalInterface
    public interface Filling {
        void fill(Project project) throws HydraException;
    }

    private NewProject() {}

    /**
     * As {@link Project#create}, with a content. The project appears whole or not at all; it is filled in a folder beside its place and
     * moved from there.
     */
    public static Project filled(Path file, String name, String sourceLanguage, String targetLanguage, Filling filling)
            throws HydraException {
        Path place = ProjectFiles.requireFree(file);
        Path making = Temporaries.beside(place);
        try {
            Path made = making.resolve(String.valueOf(place.getFileName()));
            try (Project project = Project.create(made, name, sourceLanguage, targetLanguage)) {
                filling.fill(project);
            }
            ProjectFiles.move(made, place);
        } finally {
            Folders.delete(making);
        }
        return Project.open(place);
    }
}
