package org.hydraworkbench.project.artefacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;

/** What was in the making in the folder of a project when the program died. */
final class Leftovers {

    /** How the folder of an artefact in the making begins. */
    static final String TEMPORARY = ".making-";

    private Leftovers() {}

    /** Removes the folders that are not known; how many. */
    static int remove(Path files, Set<String> known) throws HydraException {
        if (!Files.isDirectory(files)) {
            return 0;
        }
        List<Path> leftovers;
        try (Stream<Path> all = Files.list(files)) {
            leftovers = all.filter(Files::isDirectory)
                    .filter(folder -> isOurs(folder.getFileName().toString()))
                    .filter(folder -> !known.contains(folder.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw InputException.in(files, "cannot be read", e);
        }
        for (Path folder : leftovers) {
            Folders.delete(folder);
        }
        return leftovers.size();
    }

    /** Whether a folder has a name that only a project gives; anything else a person may have put there stays. */
    private static boolean isOurs(String name) {
        if (name.startsWith(TEMPORARY) || name.matches("training-\\d+")) {
            return true;
        }
        for (ArtefactKind kind : ArtefactKind.values()) {
            if (name.matches(kind.code() + "-\\d+")) {
                return true;
            }
        }
        return false;
    }
}
