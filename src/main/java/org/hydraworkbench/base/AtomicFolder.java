package org.hydraworkbench.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder that appears whole or not at all: it is filled under a temporary name beside its place and renamed when complete.
 * A folder that holds something already is never replaced. A link stays one: the folder that it points to is made.
 */
public final class AtomicFolder {

    /** What fills the folder. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path folder) throws HydraException;
    }

    /** Folders that will be made later, and for which there was room when that was said. */
    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    private AtomicFolder() {}

    /**
     * Says that {@code folder} will be made after long work: should somebody else have made it by then, {@link #write} says that, and not that
     * a folder was asked for that is there.
     */
    public static void claim(Path folder) throws HydraException {
        if (isFree(folder)) {
            CLAIMED.add(place(folder));
        }
    }

    /**
     * Makes {@code folder} with {@code content}.
     *
     * @throws UsageException when the folder exists and is not empty, or is a file
     * @throws ResourceException when the disk refuses, or when another has made the folder meanwhile
     */
    public static void write(Path folder, Content content) throws HydraException {
        Path place = place(folder);
        if (CLAIMED.remove(place)) {
            requireStillFree(folder);
        } else {
            requireFree(folder);
        }
        Path temporary = Temporaries.beside(place);
        try {
            Files.createDirectories(temporary);
            content.writeTo(temporary);
            requireStillFree(folder);
            if (Files.isDirectory(place)) {
                Files.deleteIfExists(place);
            }
            AtomicFiles.move(temporary, place);
        } catch (IOException e) {
            deleteQuietly(temporary, e);
            throw ResourceException.in(folder, "cannot be written", e);
        } catch (HydraException | RuntimeException | Error e) {
            deleteQuietly(temporary, e);
            throw e;
        }
    }

    private static Path place(Path folder) throws ResourceException {
        try {
            return AtomicFiles.followed(folder.toAbsolutePath()).normalize();
        } catch (IOException e) {
            throw ResourceException.in(folder, "cannot be written", e);
        }
    }

    private static void requireStillFree(Path folder) throws HydraException {
        if (!isFree(folder)) {
            throw new ResourceException(folder + ": was made by another program meanwhile, and that one is kept; give a new folder.");
        }
    }

    private static boolean isFree(Path folder) throws HydraException {
        return !Files.exists(folder) || Files.isDirectory(folder) && Folders.list(folder).isEmpty();
    }

    /** Says at once, before long work, whether {@link #write} could make this folder. */
    public static void requireFree(Path folder) throws HydraException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException(folder + ": is a file; give the name of a new folder.");
        }
        if (!isFree(folder)) {
            throw new UsageException(
                    folder + ": exists and is not empty; it is not overwritten, so give a new folder or remove it first.");
        }
    }

    private static void deleteQuietly(Path folder, Throwable because) {
        try {
            Folders.delete(folder);
        } catch (ResourceException e) {
            because.addSuppressed(e);
        }
    }
}
