package org.hydraworkbench.project;

import com.google.gson.Gson;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Row;
import org.jspecify.annotations.Nullable;

/** The jobs of a project with their logs, kept across restarts. Safe for use by several threads. */
public final class JobLog {

    private static final Gson GSON = new Gson();

    /** Work that knows the record it runs under. */
    @FunctionalInterface
    interface Work<R> {
        R run(Entry entry, Progress progress) throws HydraException;
    }

    /** The record of a job that runs. */
    final class Entry {

        private final long id;

        private Entry(long id) {
            this.id = id;
        }

        long id() {
            return id;
        }

        /** Notes the folder that the job works in, so that it is found again after a crash; empty for none. */
        void worksIn(String folder) throws HydraException {
            database.change(sql -> sql.run("UPDATE job SET folder = ? WHERE id = ?", folder, id));
        }
    }

    private final Database database;
    private final ProjectEvents events;

    JobLog(Database database, ProjectEvents events) {
        this.database = database;
        this.events = events;
    }

    /** The jobs that began last, newest first. */
    public List<JobRecord> list(int limit) throws HydraException {
        return database.read(sql -> sql.list("SELECT * FROM job ORDER BY id DESC LIMIT ?", JobLog::job, limit));
    }

    /** What a job said, oldest first. */
    public List<String> lines(long jobId) throws HydraException {
        return database.read(
                sql -> sql.list("SELECT text FROM job_line WHERE job = ? ORDER BY id", row -> row.text("text"), jobId));
    }

    /** Interrupted jobs of a kind that have left a folder to go on from, newest first. */
    public List<JobRecord> resumable(String kind) throws HydraException {
        return database.read(sql -> sql.list(
                "SELECT * FROM job WHERE kind = ? AND state <> 'RUNNING' AND folder <> '' ORDER BY id DESC",
                JobLog::job,
                kind));
    }

    /** Forgets the folder of a job, because it was resumed or given up. */
    void release(long jobId) throws HydraException {
        database.change(sql -> sql.run("UPDATE job SET folder = '' WHERE id = ?", jobId));
    }

    /** Folders that jobs work in, or can go on in. */
    Set<String> folders() throws HydraException {
        return Set.copyOf(database.read(
                sql -> sql.list("SELECT folder FROM job WHERE folder <> ''", row -> row.text("folder"))));
    }

    /** A job whose run is recorded here: beginning, log, end, and the artefact when it makes one. */
    <R> Job<R> recorded(String kind, String title, Object options, Work<R> work) {
        return new Job<>() {
            @Override
            public String title() {
                return title;
            }

            @Override
            public R run(Progress progress) throws HydraException {
                return runRecorded(kind, title, options, work, progress);
            }
        };
    }

    private <R> R runRecorded(String kind, String title, Object options, Work<R> work, Progress progress)
            throws HydraException {
        long id = database.write(sql -> sql.insert(
                "INSERT INTO job (kind, title, state, started, options) VALUES (?, ?, 'RUNNING', ?, ?)",
                kind, title, Instant.now().toString(), GSON.toJson(options)));
        events.tell(ProjectChange.of(ProjectChange.Kind.JOBS));
        JobRecord.State state = JobRecord.State.FAILED;
        String message = "";
        Long artefact = null;
        try (RecordingProgress recording = new RecordingProgress(progress, lines -> append(id, lines))) {
            R result = work.run(new Entry(id), recording);
            artefact = result instanceof Artefact made ? made.id() : null;
            state = JobRecord.State.DONE;
            return result;
        } catch (CancelledException e) {
            state = JobRecord.State.CANCELLED;
            throw e;
        } catch (HydraException e) {
            message = e.getMessage();
            throw e;
        } catch (RuntimeException | Error e) {
            message = "Unexpected error: " + e;
            throw e;
        } finally {
            end(id, state, message, artefact);
        }
    }

    private void append(long job, List<String> lines) throws HydraException {
        database.change(sql -> sql.many(
                "INSERT INTO job_line (job, text) VALUES (?, ?)",
                () -> lines.stream().map(line -> new @Nullable Object[] {job, line}).iterator()));
    }

    private void end(long id, JobRecord.State state, String message, @Nullable Long artefact) throws HydraException {
        database.change(sql -> sql.run(
                "UPDATE job SET state = ?, finished = ?, message = ?, artefact = ? WHERE id = ?",
                state.name(), Instant.now().toString(), message, artefact, id));
        events.tell(ProjectChange.of(ProjectChange.Kind.JOBS));
    }

    /** Marks jobs that ran when the program died; how many there were. */
    int markInterrupted() throws HydraException {
        return database.write(sql -> sql.run(
                "UPDATE job SET state = 'INTERRUPTED', message = 'The program ended while this ran.' WHERE state = 'RUNNING'"));
    }

    private static JobRecord job(Row row) throws SQLException {
        String finished = row.textOrNull("finished");
        return new JobRecord(
                row.number("id"),
                row.text("kind"),
                row.text("title"),
                JobRecord.State.valueOf(row.text("state")),
                Instant.parse(row.text("started")),
                finished == null ? null : Instant.parse(finished),
                row.text("message"),
                row.text("options"),
                row.text("folder"),
                row.numberOrNull("artefact"));
    }
}
