package org.hydraworkbench.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;
import org.jspecify.annotations.Nullable;

/**
 * The right to have a database file open, held by one process at a time. SQLite's own locks would let two programs write in
 * turn, each with a stale picture of the other's edits; so a lock is taken on a file beside it. The system drops the lock when
 * the process dies, however it dies.
 *
 * <p>Two things about locks shape this class. On POSIX systems a process loses all its locks on a file, SQLite's too, when it
 * closes any one of the channels it has on it; so nothing is opened of a database that this process owns. And a lock on a file
 * that was deleted meanwhile keeps nobody out; so the lock file is opened and deleted only behind the <em>door</em>, a lock on
 * the database itself that is held for just so long, while SQLite has the file closed here.
 */
final class FileOwnership implements AutoCloseable {

    /** One byte, far behind what SQLite locks or reads. */
    private static final long DOOR_AT = Long.MAX_VALUE - 1;

    /** The databases that this process owns, by their real paths. */
    private static final Set<Path> OWNED = ConcurrentHashMap.newKeySet();

    private final Path database;
    private final FileChannel lock;

    private FileOwnership(Path database, FileChannel lock) {
        this.database = database;
        this.lock = lock;
    }

    /**
     * Takes it.
     *
     * @throws InputException when there is no such file
     * @throws ResourceException when it or its folder cannot be written to, or it is open already
     */
    static FileOwnership take(Path database) throws HydraException {
        if (!Files.exists(database)) {
            throw InputException.in(database, "there is no such file");
        }
        if (!Files.isRegularFile(database)) {
            throw InputException.in(database, "is not a file");
        }
        try {
            Path real = database.toRealPath();
            FileChannel lock = OWNED.add(real) ? lockOrForget(real) : null;
            if (lock == null) {
                throw new ResourceException(
                        database + ": is already open, here or in another program; close it there and try again.");
            }
            return new FileOwnership(real, lock);
        } catch (IOException e) {
            throw ResourceException.in(
                    database, "the file or its folder cannot be written to; make room, or copy both to where you may write and open the copy", e);
        }
    }

    private static @Nullable FileChannel lockOrForget(Path database) throws IOException {
        FileChannel lock = null;
        try {
            lock = lock(database);
            return lock;
        } finally {
            if (lock == null) {
                OWNED.remove(database);
            }
        }
    }

    /** The locked lock file, or null when another process owns the database or stands in the door. */
    private static @Nullable FileChannel lock(Path database) throws IOException {
        try (FileChannel door = FileChannel.open(database, StandardOpenOption.WRITE)) {
            if (!enter(door)) {
                return null;
            }
            FileChannel lock =
                    FileChannel.open(lockFile(database), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean locked = false;
            try {
                locked = lock.tryLock() != null;
                return locked ? lock : null;
            } finally {
                if (!locked) {
                    lock.close();
                }
            }
        }
    }

    private static boolean enter(FileChannel door) throws IOException {
        return door.tryLock(DOOR_AT, 1, false) != null;
    }

    private static Path lockFile(Path database) {
        return database.resolveSibling(database.getFileName() + "-lock");
    }

    /** Lets the next one in. The lock file goes too, unless somebody is just trying to come in: then it stays for them. */
    @Override
    public void close() throws IOException {
        try (lock;
                FileChannel door = FileChannel.open(database, StandardOpenOption.WRITE)) {
            if (enter(door)) {
                Files.deleteIfExists(lockFile(database));
            }
        } finally {
            OWNED.remove(database);
        }
    }
}
