package org.hydraworkbench.base;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that are either whole or absent: what is written goes to a temporary name beside the file, is forced to disk, then
 * renamed over it. A crash leaves the old file, or the new one, never a part.
 */
public final class AtomicFiles {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_LINKS = 40;

    /** Files that will be written later, with what was there when that was said. */
    private static final Map<Path, Object> CLAIMED = new ConcurrentHashMap<>();

    private static final Object NOTHING = "nothing";

    /** What fills the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException, HydraException;
    }

    private AtomicFiles() {}

    /**
     * Says that {@code file} will be written after long work: should somebody else have written it by then, {@link #write} refuses, so that
     * of two that make one file at a time the first one's is kept and the other is told.
     */
    public static void claim(Path file) throws ResourceException {
        try {
            Path place = followed(file).toAbsolutePath();
            CLAIMED.put(place, state(place));
        } catch (IOException e) {
            throw ResourceException.in(file, "cannot be looked at", e);
        }
    }

    /** Which file there is and when it was written last. */
    private static Object state(Path place) throws IOException {
        if (!Files.exists(place)) {
            return NOTHING;
        }
        BasicFileAttributes now = Files.readAttributes(place, BasicFileAttributes.class);
        return Arrays.asList(now.fileKey(), now.lastModifiedTime(), now.size());
    }

    /**
     * Writes {@code file}, creating its folder when that is missing. A symbolic link stays one: what it points to is written. A device or a
     * pipe, which cannot be replaced, is written to as it is.
     *
     * @throws ResourceException when the disk refuses, or when another program has written the file since it was claimed or begun
     */
    public static void write(Path file, Content content) throws HydraException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE), BUFFER)) {
                    content.writeTo(out);
                }
            } else {
                replace(followed(file), content);
            }
        } catch (IOException e) {
            throw ResourceException.in(file, "cannot be written", e);
        }
    }

    private static void replace(Path file, Content content) throws IOException, HydraException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path place = file.toAbsolutePath();
        Object claimed = CLAIMED.remove(place);
        Object before = claimed == null ? state(place) : claimed;
        Path temporary = Temporaries.beside(file);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            if (!state(place).equals(before)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            if (before == NOTHING) {
                moveNew(temporary, file);
            } else {
                move(temporary, file);
            }
        } catch (FileAlreadyExistsException e) {
            deleteQuietly(temporary, e);
            throw new ResourceException(file + ": was written by another program meanwhile, and that one is kept; give another file.", e);
        } catch (IOException | HydraException | RuntimeException | Error e) {
            deleteQuietly(temporary, e);
            throw e;
        }
    }

    /** The place that a symbolic link points to, through further links, whether there is a file or not; any other place itself. */
    public static Path followed(Path file) throws IOException {
        Path place = file;
        for (int links = 0; Files.isSymbolicLink(place); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }

    /** Writes {@code text} as UTF-8. */
    public static void writeString(Path file, String text) throws HydraException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Renames {@code from} over {@code to}, atomically where the file system can. Both lie in one folder. */
    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Renames {@code from} to {@code to}, where there is nothing yet. Both lie on one disk; one without hard links is only looked at before.
     *
     * @throws FileAlreadyExistsException when another program was faster
     */
    public static void moveNew(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | IOException e) {
            if (Files.exists(to)) {
                throw new FileAlreadyExistsException(to.toString());
            }
            move(from, to);
            return;
        }
        Files.delete(from);
    }

    private static void deleteQuietly(Path file, Throwable because) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
