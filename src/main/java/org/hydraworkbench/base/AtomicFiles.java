package org.hydraworkbench.base;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are either whole or absent: what is written goes to a temporary name beside the file, is forced to disk, then
 * renamed over it. A crash leaves the old file, or the new one, never a part.
 */
public final class AtomicFiles {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_LINKS = 40;

    /** What fills the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException, HydraException;
    }

    private AtomicFiles() {}

    /**
     * Writes {@code file}, creating its folder when that is missing. A symbolic link stays one: what it points to is written. A device or a
     * pipe, which cannot be replaced, is written to as it is.
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
        Path temporary = Temporaries.beside(file);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            move(temporary, file);
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

    private static void deleteQuietly(Path file, Throwable because) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
