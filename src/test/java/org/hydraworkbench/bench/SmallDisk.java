package org.hydraworkbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory of which the room is set; only Linux has it, and only root may make it. */
final class SmallDisk implements AutoCloseable {

    private static final long LARGE = 1L << 30;
    private static final int PAGE = 4096;

    private final Path folder;

    SmallDisk(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "size=" + LARGE, "tmpfs", folder.toString());
    }

    Path folder() {
        return folder;
    }

    /** Leaves so many bytes free, at most a gigabyte. */
    void leave(long room) throws IOException, InterruptedException {
        var store = Files.getFileStore(folder);
        long used = store.getTotalSpace() - store.getUnallocatedSpace();
        run("mount", "-o", "remount,size=" + Math.max(PAGE, used + Math.min(LARGE, room)), folder.toString());
    }

    void setReadOnly(boolean readOnly) throws IOException, InterruptedException {
        run("mount", "-o", "remount," + (readOnly ? "ro" : "rw"), folder.toString());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", folder.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }
}
