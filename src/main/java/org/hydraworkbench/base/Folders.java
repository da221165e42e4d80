package org.hydraworkbench.base;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is done with folders as a whole. A folder may be given by a link to it, and links to files in it are read as what they point to;
 * links to folders in it are not entered. A copy is a new file with the rights of one, so that of a read-only original can be written.
 */
public final class Folders {

    /** Bytes copied between two looks at whether to stop. */
    private static final long CHUNK = 1L << 26;

    private Folders() {}

    /** Creates a folder and those above it; one that is there is fine. */
    public static void create(Path folder) throws ResourceException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw ResourceException.in(folder, "cannot be created", e);
        }
    }

    /** Creates a folder of its own where the system keeps such; whoever asked deletes it, or a later run when the program is killed. */
    public static Path temporary(String name) throws ResourceException {
        try {
            return Temporaries.folder(Path.of(System.getProperty("java.io.tmpdir")), name);
        } catch (IOException e) {
            throw new ResourceException("No temporary folder can be made (" + Reasons.of(e) + "); free some disk space.", e);
        }
    }

    /** What lies in a folder itself, sorted. */
    public static List<Path> list(Path folder) throws InputException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw InputException.in(folder, "cannot be read", e);
        }
    }

    /** Every file in a folder and below, sorted. */
    public static List<Path> files(Path folder) throws InputException {
        List<Path> files = new ArrayList<>();
        collect(folder, files);
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private static void collect(Path folder, List<Path> files) throws InputException {
        for (Path each : list(folder)) {
            if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                collect(each, files);
            } else if (Files.isRegularFile(each)) {
                files.add(each);
            }
        }
    }

    /** Number of bytes of all files in a folder and below. */
    public static long size(Path folder) throws InputException {
        long sum = 0;
        for (Path file : files(folder)) {
            sum += sizeOf(file);
        }
        return sum;
    }

    private static long sizeOf(Path file) throws InputException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
    }

    /** Copies every file in a folder and below into another, which is created when missing; reports bytes. */
    public static void copy(Path from, Path to, Progress progress) throws HydraException {
        long total = size(from);
        long done = 0;
        create(to);
        for (Path file : files(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            create(parent(copy));
            done = copyFile(file, copy, done, total, progress);
        }
    }

    /** Copies one file to where there is none. */
    public static void copyFile(Path from, Path to, Progress progress) throws HydraException {
        copyFile(from, to, 0, sizeOf(from), progress);
    }

    private static long copyFile(Path from, Path to, long before, long total, Progress progress) throws HydraException {
        try (FileChannel in = FileChannel.open(from);
                FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = in.size();
            for (long at = 0; at < size; ) {
                progress.checkCancelled();
                long copied = in.transferTo(at, CHUNK, out);
                if (copied == 0) {
                    throw new EOFException("the original became shorter");
                }
                at += copied;
                progress.update(before + at, total);
            }
            return before + size;
        } catch (IOException e) {
            throw new ResourceException(to + ": cannot be copied from " + from + " (" + Reasons.of(e) + ")", e);
        }
    }

    /**
     * Puts every file of a folder into another, which is created when missing, as a hard link where the disk can and as a copy where not.
     * Each appears whole and replaces what was there under its name. None of the two may then be written in place.
     *
     * @param except names of files and folders, wherever they lie, to leave out
     */
    public static void link(Path from, Path to, Set<String> except) throws HydraException {
        create(to);
        for (Path each : list(from)) {
            String name = String.valueOf(each.getFileName());
            if (except.contains(name)) {
                continue;
            }
            if (Files.isDirectory(each)) {
                link(each, to.resolve(name), except);
            } else {
                linkFile(each, to.resolve(name));
            }
        }
    }

    /** As {@link #link}, for one file; the folder of {@code to} is there. */
    public static void linkFile(Path from, Path to) throws HydraException {
        Path temporary = Temporaries.beside(to);
        try {
            try {
                Files.createLink(temporary, from);
            } catch (IOException | UnsupportedOperationException e) {
                copyFile(from, temporary, Progress.none());
            }
            AtomicFiles.move(temporary, to);
            // Renaming a link over another link to the same file leaves both.
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw ResourceException.in(to, "cannot be written", e);
        }
    }

    /** Makes sure that every file in a folder and below is on the disk. */
    public static void force(Path folder) throws HydraException {
        for (Path file : files(folder)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            } catch (IOException e) {
                throw ResourceException.in(file, "cannot be written to disk", e);
            }
        }
    }

    /** Deletes a file, or a folder with everything in it; absent is fine. Links are deleted, not what they point to. */
    public static void delete(Path place) throws ResourceException {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(place, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw ResourceException.in(place, "cannot be deleted", e);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
