package org.hydraworkbench.project;

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

/** The files of a folder with their hashes. */
final class FileHashes {

    /** A file, by its path inside the folder with forward slashes. */
    record Entry(String path, long size, long modified, String hash) {}

    private FileHashes() {}

    /** Every file below {@code folder}, sorted by path. */
    static List<Entry> entries(Path folder, Progress progress) throws HydraException {
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
        return entries;
    }

    /** One hash for all: of the lines {@code hash path}. */
    static String total(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(entry.hash()).append(' ').append(entry.path()).append('\n');
        }
        return Hashes.of(text.toString());
    }
}
