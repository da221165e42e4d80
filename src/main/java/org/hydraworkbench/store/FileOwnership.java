package org.hydraworkbench.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The right to have a database file open, held by one process at a time. SQLite's own locks would let two programs write in
 * turn, each with a stale picture of the other's edits; so a lock is taken on a file beside it. The system drops the lock when
 * the process dies, however it dies.
 */
final class FileOwnership implements AutoCloseable {

    private final Path lockFile;
    private final FileChannel channel;

    private FileOwnership(Path lockFile, FileChannel channel) {
        this.lockFile = lockFile;
        this.channel = channel;
    }

    static FileOwnership take(Path database) throws InputException {
        Path lockFile = database.resolveSibling(database.getFileName() + "-lock");
        try {
            while (true) {
                FileChannel channel =
                        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel);
                if (lock == null) {
                    channel.close();
                    throw InputException.in(
                            database, "is already open, here or in another program; close it there and try again");
                }
                // Whoever closed the database just before may have deleted the lock file between our opening and locking it.
                if (Files.exists(lockFile)) {
                    return new FileOwnership(lockFile, channel);
                }
                channel.close();
            }
        } catch (IOException e) {
            throw InputException.in(
                    database,
                    "the file or its folder is read-only; copy both to a folder you may write to and open the copy",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this process has it open
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(lockFile);
        }
    }
}
