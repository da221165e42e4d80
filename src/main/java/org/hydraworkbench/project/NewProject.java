package org.hydraworkbench.project;

import java.nio.file.Path;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;

/** Makes a project that has a content from the beginning. */
public final class NewProject {

    /** What fills a new project. */
    @FunctionalInterface
    public interface Filling {
        void fill(Project project) throws HydraException;
    }

    private NewProject() {}

    /** As {@link Project#create}, with a content; when that cannot be put in, there is no project either. */
    public static Project filled(Path file, String name, String sourceLanguage, String targetLanguage, Filling filling)
            throws HydraException {
        Project project = Project.create(file, name, sourceLanguage, targetLanguage);
        boolean whole = false;
        try {
            filling.fill(project);
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
}
