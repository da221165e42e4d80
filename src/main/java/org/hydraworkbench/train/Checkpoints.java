package org.hydraworkbench.train;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.AtomicFolder;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;

/**
 * The checkpoints of a run in {@code OUT/checkpoints}: folders {@code step-N}, each with what is trained and the state of the run,
 * and a file {@code latest} with the name of the one to go on from. A folder appears whole, then the pointer moves, then older
 * ones go; whenever the process dies, the pointer names a whole checkpoint. Where a run looks for its best model, a
 * second file {@code best} names the checkpoint of that, which stays too.
 */
final class Checkpoints {

    private static final String FOLDER = "checkpoints";
    private static final String LATEST = "latest";
    private static final String BEST = "best";
    private static final String LOCK = "lock";
    private static final String MODEL = "model";
    private static final Pattern CHECKPOINT = Pattern.compile("step-\\d+");

    private final Path out;
    private final Path folder;
    private final Optional<Path> origin;

    private Checkpoints(Path out) throws InputException {
        this.out = out;
        this.folder = out.resolve(FOLDER);
        this.origin = latest();
    }

    /**
     * The checkpoints in {@code out}.
     *
     * @throws UsageException when {@code out} holds something and is not to be, or cannot be, resumed
     */
    static Checkpoints open(Path out, boolean resume) throws HydraException {
        Checkpoints checkpoints = new Checkpoints(out);
        boolean begun = isBegun(out);
        if (begun && !resume) {
            throw new UsageException(out + ": holds a training run already; go on with --resume, or give a new folder.");
        }
        if (!begun) {
            AtomicFolder.requireFree(out);
        }
        return checkpoints;
    }

    static boolean isBegun(Path out) {
        return Files.isDirectory(out.resolve(FOLDER));
    }

    /** The folder, taken by one run as long as this is open. */
    static final class Taken implements AutoCloseable {

        private final Path file;
        private final FileChannel lock;

        private Taken(Path file, FileChannel lock) {
            this.file = file;
            this.lock = lock;
        }

        @Override
        public void close() throws ResourceException {
            try (lock) {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw ResourceException.in(file, "cannot be deleted", e);
            }
        }
    }

    /**
     * Makes the folder when all else is ready: a run that cannot begin leaves nothing that a second try would stumble over.
     *
     * @throws ResourceException when another run is there, or has been since {@link #open}
     */
    Taken take() throws HydraException {
        Folders.create(folder);
        Path file = folder.resolve(LOCK);
        try {
            FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // One that is just ending deletes the file before it lets go of it.
            if (isLocked(lock) && Files.exists(file) && latest().equals(origin)) {
                return new Taken(file, lock);
            }
            lock.close();
        } catch (IOException e) {
            throw ResourceException.in(file, "cannot be written", e);
        }
        throw new ResourceException(out + ": another program trains there; give a new folder, or go on with --resume when it has ended.");
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The checkpoint to go on from, if one was written. */
    Optional<Path> latest() throws InputException {
        return named(LATEST);
    }

    /** The checkpoint of the best model, if one was {@linkplain #nameBest named}. */
    Optional<Path> best() throws InputException {
        return named(BEST);
    }

    private Optional<Path> named(String file) throws InputException {
        Path pointer = folder.resolve(file);
        if (!Files.isRegularFile(pointer)) {
            return Optional.empty();
        }
        try {
            String name = Files.readString(pointer).strip();
            if (!CHECKPOINT.matcher(name).matches()) {
                throw InputException.in(pointer, "does not name a checkpoint");
            }
            Path checkpoint = folder.resolve(name);
            if (!Files.isDirectory(checkpoint)) {
                throw InputException.in(pointer, "names " + checkpoint.getFileName() + ", which is not there");
            }
            return Optional.of(checkpoint);
        } catch (IOException e) {
            throw InputException.in(pointer, "cannot be read", e);
        }
    }

    /** Writes a checkpoint and makes it the latest; the last {@code keep} stay. */
    void save(long step, int keep, AtomicFolder.Content content) throws HydraException {
        Path checkpoint = folder.resolve(String.format(Locale.ROOT, "step-%08d", step));
        if (latest().filter(checkpoint::equals).isPresent()) {
            return;
        }
        // One of that name that is not the latest was never pointed to: the process died in between.
        Folders.delete(checkpoint);
        AtomicFolder.write(checkpoint, content);
        AtomicFiles.writeString(folder.resolve(LATEST), checkpoint.getFileName() + "\n");
        deleteOlder(checkpoint, keep);
    }

    /** Makes the latest checkpoint the best; the one that was goes with the next. */
    void nameBest() throws HydraException {
        AtomicFiles.writeString(folder.resolve(BEST), last().getFileName() + "\n");
    }

    /** Says that no checkpoint is the best. */
    void forgetBest() throws ResourceException {
        Folders.delete(folder.resolve(BEST));
    }

    /** Leaves the latest, those before it that are to be kept, and the best. */
    private void deleteOlder(Path latest, int keep) throws HydraException {
        List<Path> steps = Folders.list(folder).stream()
                .filter(each -> CHECKPOINT.matcher(String.valueOf(each.getFileName())).matches() && step(each) <= step(latest))
                .sorted(Comparator.comparingLong(Checkpoints::step).reversed())
                .limit(keep)
                .toList();
        Set<Path> kept = new HashSet<>(steps);
        best().ifPresent(kept::add);
        for (Path old : Folders.list(folder)) {
            if (Files.isDirectory(old) && !kept.contains(old)) {
                Folders.delete(old);
            }
        }
    }

    private static long step(Path checkpoint) {
        return Long.parseLong(String.valueOf(checkpoint.getFileName()).replaceAll("\\D", ""));
    }

    private Path last() throws InputException {
        return latest().orElseThrow(() -> new IllegalStateException("no checkpoint in " + folder));
    }

    /** The checkpoint whose model is the outcome of the run: the best, or the latest where none is the best. */
    Path chosen() throws InputException {
        Path latest = last();
        return best().orElse(latest);
    }

    /**
     * Puts the outcome of the run into {@code out} itself; the last {@code keep} checkpoints stay. It is written beside the checkpoints and linked into place where the disk can;
     * whoever goes on with a run that died in between puts it there once more.
     */
    void publish(int keep, AtomicFolder.Content model) throws HydraException {
        Path made = folder.resolve(MODEL);
        Folders.delete(made);
        AtomicFolder.write(made, model);
        Folders.link(made, out, Set.of());
        deleteOlder(last(), keep);
    }
}
