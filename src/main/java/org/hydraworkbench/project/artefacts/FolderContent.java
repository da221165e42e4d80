package org.hydraworkbench.project.artefacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;

/** The files of a folder with their hashes: what is recorded of an artefact, and found changed later. */
public record FolderContent(List<Entry> entries) {

    /** A file, by its path inside the folder with forward slashes. */
    public record Entry(String path, long size, long modified, String hash) {}

    public FolderContent {
        entries = List.copyOf(entries);
    }

    /** Reads every file below {@code folder}, in the order of their paths. */
    public static FolderContent of(Path folder, Progress progress) throws HydraException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : Folders.files(folder)) {
            progress.checkCancelled();
            try {
                entries.add(new Entry(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.size(file),
                        Files.getLastModifiedTime(file).toMillis(),
                        Hashes.of(file)));
            } catch (IOException e) {
                throw InputException.in(file, "cannot be read", e);
            }
        }
        return new FolderContent(entries);
    }

    /** One hash for all: of the lines {@code hash path}. */
    public String hash() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(entry.hash()).append(' ').append(entry.path()).append('\n');
        }
        return Hashes.of(text.toString());
    }

    /**
     * What differs from this in the folder now, a sentence a file.
     *
     * @param thorough whether to read every file; otherwise only those whose time changed
     */
    public List<String> differences(Path folder, boolean thorough, Progress progress) throws HydraException {
        List<String> changed = new ArrayList<>();
        for (Entry entry : entries) {
            progress.checkCancelled();
            Path file = folder.resolve(entry.path());
            if (!Files.exists(file)) {
                changed.add("The file " + file + " is missing.");
            } else if (isChanged(file, entry, thorough)) {
                changed.add("The file " + file + " was changed by hand.");
            }
        }
        return changed;
    }

    private static boolean isChanged(Path file, Entry entry, boolean thorough) throws HydraException {
        try {
            boolean looked = thorough || Files.getLastModifiedTime(file).toMillis() != entry.modified();
            return Files.size(file) != entry.size() || looked && !Hashes.of(file).equals(entry.hash());
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
    }
}
