package org.hydraworkbench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Gate;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.Temporaries;
import org.hydraworkbench.base.UsageException;
import org.sqlite.SQLiteConfig;

/**
 * A SQLite file in write-ahead mode. All writing happens on one thread, a transaction a call; reading happens on the calling
 * thread, each call over a consistent state of the file, while writing goes on. A transaction that was committed survives
 * the death of the process and of the machine ({@code synchronous=FULL}); one that was not leaves no trace. Closing waits for
 * what is being read and written; what comes later is refused with a {@link org.hydraworkbench.base.StateException}.
 */
public final class Database implements AutoCloseable {

    private static final int IDLE_READERS = 4;
    private static final int BUSY_MILLIS = 5_000;

    /** Statements that make one transaction; the result is never null. */
    @FunctionalInterface
    public interface Transaction<R> {
        R run(Sql sql) throws SQLException, HydraException;
    }

    /** A {@link Transaction} without a result. */
    @FunctionalInterface
    public interface Change {
        void run(Sql sql) throws SQLException, HydraException;
    }

    private final Path file;
    private final FileOwnership ownership;
    private final Connection writer;
    private final ExecutorService writing;
    private final ThreadLocal<Boolean> onWriter = ThreadLocal.withInitial(() -> false);
    private final ConcurrentLinkedDeque<Connection> readers = new ConcurrentLinkedDeque<>();
    private final Gate gate;

    private Database(Path file, FileOwnership ownership, Connection writer) {
        this.file = file;
        this.ownership = ownership;
        this.writer = writer;
        this.gate = new Gate("The file " + file);
        this.writing = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("writer " + file.getFileName()).daemon().factory());
    }

    /**
     * Makes a new file and opens it. The file appears whole, with what {@code content} put in, or not at all.
     *
     * @throws UsageException when there is a file of this name already
     * @throws ResourceException when none can be made, or another program has made one meanwhile
     */
    public static Database create(Path file, Schema schema, Change content) throws HydraException {
        Path absolute = file.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            throw new UsageException(absolute + ": there is a file of this name already; choose another name.");
        }
        Path temporary = Temporaries.beside(absolute);
        try {
            Path parent = absolute.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createFile(temporary);
            try (Connection connection = connect(temporary, false, "MEMORY");
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA application_id = " + schema.applicationId());
                Migrations.run(connection, temporary, schema);
                content.run(new Sql(connection));
            }
            AtomicFiles.moveNew(temporary, absolute);
        } catch (SQLException e) {
            throw Faults.translate(absolute, e);
        } catch (IOException e) {
            throw ResourceException.in(absolute, "cannot be created", e);
        } finally {
            Folders.delete(temporary);
        }
        return open(absolute, schema);
    }

    /**
     * Opens a file, bringing an older one to the present schema.
     *
     * @throws InputException when it is missing, of another kind, from a newer program, or damaged
     * @throws ResourceException when it cannot be written to, or is open elsewhere
     */
    public static Database open(Path file, Schema schema) throws HydraException {
        Path absolute = file.toAbsolutePath().normalize();
        FileOwnership ownership = FileOwnership.take(absolute);
        try {
            FileHeader.check(absolute, schema);
            Connection writer = connect(absolute, false, "WAL");
            try {
                Migrations.run(writer, absolute, schema);
                Migrations.check(writer, absolute, schema);
                return new Database(absolute, ownership, writer);
            } catch (SQLException | HydraException | RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (SQLException e) {
            release(ownership, e);
            throw Faults.atOpening(absolute, e);
        } catch (HydraException | RuntimeException e) {
            release(ownership, e);
            throw e;
        }
    }

    /** The file, as an absolute path. */
    public Path file() {
        return file;
    }

    /** Runs {@code query} on the calling thread over one consistent state of the file. Inside a write it sees that write. */
    public <R> R read(Transaction<R> query) throws HydraException {
        if (onWriter.get()) {
            return direct(query);
        }
        gate.enter();
        try {
            Connection connection = borrow();
            boolean sound = false;
            try {
                execute(connection, "BEGIN");
                R result = query.run(new Sql(connection));
                execute(connection, "COMMIT");
                sound = true;
                return result;
            } finally {
                give(connection, sound);
            }
        } catch (SQLException e) {
            throw Faults.translate(file, e);
        } finally {
            gate.leave();
        }
    }

    /**
     * Runs {@code transaction} on the writing thread and waits until it is committed; when it throws, nothing of it stays.
     * Called inside another write it becomes a part of that.
     */
    public <R> R write(Transaction<R> transaction) throws HydraException {
        return onWriter.get() ? direct(transaction) : handOver(() -> inTransaction(transaction));
    }

    /** {@link #write} for a change without a result. */
    public void change(Change change) throws HydraException {
        write(sql -> {
            change.run(sql);
            return true;
        });
    }

    /**
     * Writes a compact copy of the committed content to {@code copy}, which must not exist ({@code VACUUM INTO}).
     *
     * @param query sees what was copied
     */
    public <R> R copyTo(Path copy, Transaction<R> query) throws HydraException {
        return handOver(() -> {
            new Sql(writer).run("VACUUM INTO ?", copy.toAbsolutePath().toString());
            return query.run(new Sql(writer)); // all writing is done by this thread
        });
    }

    /**
     * Waits for what is being read and written, then closes the file. Does nothing the second time.
     *
     * @throws IllegalStateException when the calling thread is reading, which would be to wait for itself
     */
    @Override
    public void close() throws HydraException {
        if (!gate.shut()) {
            return;
        }
        writing.close();
        try (ownership;
                writer) {
            for (Connection reader = readers.poll(); reader != null; reader = readers.poll()) {
                reader.close();
            }
            execute(writer, "PRAGMA optimize");
            execute(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw Faults.translate(file, e);
        } catch (IOException e) {
            throw ResourceException.in(file, "could not be closed properly", e);
        }
    }

    private <R> R direct(Transaction<R> transaction) throws HydraException {
        try {
            return transaction.run(new Sql(writer));
        } catch (SQLException e) {
            throw Faults.translate(file, e);
        }
    }

    private <R> R inTransaction(Transaction<R> transaction) throws SQLException, HydraException {
        onWriter.set(true);
        try {
            execute(writer, "BEGIN IMMEDIATE");
            R result;
            try {
                result = transaction.run(new Sql(writer));
                execute(writer, "COMMIT");
            } catch (SQLException | HydraException | RuntimeException | Error e) {
                Migrations.rollBack(writer, e);
                throw e;
            }
            return result;
        } finally {
            onWriter.set(false);
        }
    }

    /** Hands work over to the writing thread. Who waits for it is inside the gate: the writing thread itself need not be. */
    private <R> R handOver(Callable<R> work) throws HydraException {
        gate.enter();
        try {
            return await(writing.submit(work));
        } finally {
            gate.leave();
        }
    }

    private <R> R await(Future<R> future) throws HydraException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true; // what was handed over will be written; the caller learns of the interrupt afterwards
                } catch (ExecutionException e) {
                    throw known(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private HydraException known(ExecutionException e) {
        return switch (e.getCause()) {
            case HydraException known -> known;
            case SQLException sql -> Faults.translate(file, sql);
            case RuntimeException fault -> throw fault;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(e);
        };
    }

    private Connection borrow() throws SQLException, ResourceException {
        Connection idle = readers.pollFirst();
        return idle != null ? idle : connect(file, true, "WAL");
    }

    private void give(Connection connection, boolean sound) throws SQLException {
        if (sound && readers.size() < IDLE_READERS) {
            readers.addFirst(connection);
        } else {
            connection.close(); // ends its transaction
        }
    }

    private static Connection connect(Path file, boolean forReading, String journal) throws SQLException, ResourceException {
        Sqlite.load();
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.valueOf(journal));
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-16_000); // KiB
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        if (forReading) {
            execute(connection, "PRAGMA query_only = 1");
        }
        return connection;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    private static void release(FileOwnership ownership, Exception because) {
        try {
            ownership.close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
