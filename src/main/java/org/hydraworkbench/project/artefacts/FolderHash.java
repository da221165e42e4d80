package org.hydraworkbench.project.artefacts;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;

/** The files of a folder with their hashes, and the folder operations that artefacts need. */
public final class FolderHash {

    /** A file, by its path inside the folder with forward slashes. */
    public record Entry(String path, long size, long modified, String hash) {}

    private FolderHash() {}

    /** Every file below {@code folder}, sorted by path. */
    static List<Entry> entries(Path folder, Progress progress) throws HydraException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files(folder)) {
            progress.checkCancelled();
            try {
                entries.add(new Entry(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.size(file),
                        Files.getLastModifiedTime(file).toMillis(),
                        Hashes.of(file)));
            } catch (IOException e) {
                throw InputException.in(file, "cannot be read (" + e.getMessage() + ")", e);
            }
        }
        return entries;
    }

    /** One hash for all: of the lines {@code hash path}. */
    public static String total(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(entry.hash()).append(' ').append(entry.path()).append('\n');
        }
        return Hashes.of(text.toString());
    }

    /** Number of bytes of all files. */
    public static long size(Path folder) throws HydraException {
        long sum = 0;
        for (Path file : files(folder)) {
            try {
                sum += Files.size(file);
            } catch (IOException e) {
                throw InputException.in(file, "cannot be read (" + e.getMessage() + ")", e);
            }
        }
        return sum;
    }

    /** Copies every file of a folder into another, reporting bytes. */
    public static void copy(Path from, Path to, Progress progress) throws HydraException {
        long total = size(from);
        long done = 0;
        for (Path file : files(from)) {
            progress.checkCancelled();
            Path copy = to.resolve(from.relativize(file).toString());
            try {
                Path parent = copy.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.copy(file, copy);
                done += Files.size(copy);
            } catch (IOException e) {
                throw new ResourceException(copy + ": cannot be written (" + e.getMessage() + ")", e);
            }
            progress.update(done, total);
        }
    }

    /** Makes sure that every file below {@code folder} is on disk. */
    public static void force(Path folder) throws HydraException {
        for (Path file : files(folder)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            } catch (IOException e) {
                throw new ResourceException(file + ": cannot be written to disk (" + e.getMessage() + ")", e);
            }
        }
    }

    /** Deletes a folder and all in it; absent is fine. */
    public static void delete(Path folder) throws HydraException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new ResourceException(folder + ": cannot be deleted (" + e.getMessage() + ")", e);
        }
    }

    private static List<Path> files(Path folder) throws HydraException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw InputException.in(folder, "cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
