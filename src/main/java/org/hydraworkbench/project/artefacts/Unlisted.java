package org.hydraworkbench.project.artefacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;

/**
 * What lies in the folder of a project without being listed in its file. What was in the making when the program died goes. A whole folder
 * is of another state of the file, for instance after a person went back to a saved copy of it: it is set aside, never deleted, and taken
 * back when a file that lists it is opened.
 */
final class Unlisted {

    /** How the folder of an artefact in the making begins. */
    static final String TEMPORARY = ".making-";

    /** What is recorded of the content of a listed folder. */
    @FunctionalInterface
    interface Recorded {
        /** The content that the folder of this name has; empty when any will do. */
        FolderContent content(String name) throws HydraException;
    }

    private final Path files;

    /** @param files the folder of a project's artefacts, which may not exist */
    Unlisted(Path files) {
        this.files = files;
    }

    /** Removes what is half made, as nothing is being made now; how many. */
    int removeUnfinished() throws HydraException {
        int removed = 0;
        for (Path each : content(files)) {
            String name = name(each);
            if (name.startsWith(TEMPORARY) || name.startsWith("." + TEMPORARY)) {
                Folders.delete(each);
                removed++;
            }
        }
        return removed;
    }

    /** Sets the folders aside that are not listed and that only a project can have made; their names. */
    List<String> setAside(Set<String> listed) throws HydraException {
        List<String> names = new ArrayList<>();
        for (Path each : content(files)) {
            String name = name(each);
            if (!listed.contains(name) && isOurs(name) && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                setAside(name);
                names.add(name);
            }
        }
        return names;
    }

    /** Sets a folder aside; when there is none of this name, does nothing. */
    void setAside(String name) throws HydraException {
        Path folder = files.resolve(name);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Path aside = files.resolve(Tidied.FOLDER);
            Folders.create(aside);
            Path place = aside.resolve(name);
            for (int k = 2; Files.exists(place, LinkOption.NOFOLLOW_LINKS); k++) {
                place = aside.resolve(name + "." + k);
            }
            move(folder, place);
        }
    }

    /** Takes listed folders back that were set aside and are missing in their place, or another is there; their names. */
    List<String> takeBack(Set<String> listed, Recorded recorded) throws HydraException {
        List<String> names = new ArrayList<>();
        for (Path each : content(files.resolve(Tidied.FOLDER))) {
            String name = name(each).replaceFirst("\\.\\d+$", "");
            if (listed.contains(name)) {
                FolderContent content = recorded.content(name);
                Path place = files.resolve(name);
                if (isOf(content, each) && !isOf(content, place)) {
                    setAside(name);
                    move(each, place);
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static boolean isOf(FolderContent content, Path folder) throws HydraException {
        return Files.isDirectory(folder) && content.differences(folder, false, Progress.none()).isEmpty();
    }

    private static void move(Path from, Path to) throws ResourceException {
        try {
            AtomicFiles.move(from, to);
        } catch (IOException e) {
            throw new ResourceException(from + ": cannot be moved to " + to + "; check that you may write there", e);
        }
    }

    private static List<Path> content(Path folder) throws HydraException {
        return Files.isDirectory(folder) ? Folders.list(folder) : List.of();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** Whether a folder has a name that only a project gives; anything else a person may have put there stays. */
    private static boolean isOurs(String name) {
        if (name.matches("training-\\d+")) {
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
