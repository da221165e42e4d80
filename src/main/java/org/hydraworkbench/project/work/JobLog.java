package org.hydraworkbench.project.work;

import com.google.gson.JsonElement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.Shared;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.base.ProjectEvents;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of a project with their logs, kept across restarts. Safe for use by several threads. */
public final class JobLog {

    /** Work that knows the record it runs under. */
    @FunctionalInterface
    interface Work<R> {
        R run(Entry entry, Progress progress) throws HydraException;
    }

    /** The record of a job that runs. */
    public final class Entry {

        private final long id;
        private volatile String folder = "";

        private Entry(long id) {
            this.id = id;
        }

        long id() {
            return id;
        }

        /** The folder that the job works in, inside the project's; empty for none. */
        String folder() {
            return folder;
        }

        /** Notes the folder that the job works in, so that it is found again after a crash; empty for none. */
        void worksIn(String name) throws HydraException {
            database.change(sql -> sql.run("UPDATE job SET folder = ? WHERE id = ?", name, id));
            folder = name;
        }

        /** Takes over the folder of a job that ended early; at every moment one of the two has it. */
        void takesOver(JobRecord before) throws HydraException {
            database.change(sql -> {
                sql.run("UPDATE job SET folder = ? WHERE id = ?", before.folder(), id);
                sql.run("UPDATE job SET folder = '' WHERE id = ?", before.id());
            });
            folder = before.folder();
            events.tell(ProjectChange.of(ProjectChange.Kind.JOBS));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(JobLog.class);

    private final Database database;
    private final ProjectEvents events;
    private final Shared<?> project;

    /** @param project what must stay open while a job runs */
    public JobLog(Database database, ProjectEvents events, Shared<?> project) {
        this.database = database;
        this.events = events;
        this.project = project;
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

    /** Jobs that ended early and have left a folder to go on from, newest first. */
    List<JobRecord> resumable() throws HydraException {
        return database.read(sql -> sql.list(
                "SELECT * FROM job WHERE state <> 'running' AND folder <> '' ORDER BY id DESC", JobLog::job));
    }

    /** Forgets the folder of a job, because it was given up. */
    void release(long jobId) throws HydraException {
        database.change(sql -> sql.run("UPDATE job SET folder = '' WHERE id = ?", jobId));
        events.tell(ProjectChange.of(ProjectChange.Kind.JOBS));
    }

    /** Does work that is recorded here: beginning, log, end, and the artefact when it makes one. The project stays open until it has ended. */
    <R> R record(String kind, String title, JsonElement options, Work<R> work, Progress progress) throws HydraException {
        try (Lease<?> open = project.acquire()) {
            long id = database.write(sql -> sql.insert(
                    "INSERT INTO job (kind, title, state, started, options) VALUES (?, ?, ?, ?, ?)",
                    kind,
                    title,
                    JobRecord.State.RUNNING.code(),
                    Instant.now().toString(),
                    options.toString()));
            events.tell(ProjectChange.of(ProjectChange.Kind.JOBS));
            return record(id, work, progress);
        }
    }

    private <R> R record(long id, Work<R> work, Progress progress) throws HydraException {
        R result;
        try (RecordingProgress recording = new RecordingProgress(progress, lines -> append(id, lines))) {
            result = work.run(new Entry(id), recording);
        } catch (CancelledException e) {
            endQuietly(id, JobRecord.State.CANCELLED, "", e);
            throw e;
        } catch (HydraException e) {
            endQuietly(id, JobRecord.State.FAILED, Reasons.of(e), e);
            throw e;
        } catch (RuntimeException | Error e) {
            endQuietly(id, JobRecord.State.FAILED, "Unexpected error: " + e, e);
            throw e;
        }
        try {
            end(id, JobRecord.State.DONE, "", result instanceof Artefact made ? made.id() : null);
        } catch (HydraException | RuntimeException e) {
            // what was made is there all the same
            LOG.warn("The end of job {} was not noted", id, e);
        }
        return result;
    }

    private void append(long job, List<String> lines) throws HydraException {
        database.change(sql -> sql.many(
                "INSERT INTO job_line (job, text) VALUES (?, ?)",
                () -> lines.stream().map(line -> new @Nullable Object[] {job, line}).iterator()));
    }

    private void end(long id, JobRecord.State state, String message, @Nullable Long artefact) throws HydraException {
        database.change(sql -> sql.run(
                "UPDATE job SET state = ?, finished = ?, message = ?, artefact = ? WHERE id = ?",
                state.code(), Instant.now().toString(), message, artefact, id));
        events.tell(ProjectChange.of(ProjectChange.Kind.JOBS));
    }

    /** Notes an end whose cause is told elsewhere and must not be hidden by trouble with noting it. */
    private void endQuietly(long id, JobRecord.State state, String message, Throwable cause) {
        try {
            end(id, state, message, null);
        } catch (HydraException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /** Marks jobs that ran when the program died; how many there were. */
    public int markInterrupted() throws HydraException {
        return database.write(sql -> sql.run(
                "UPDATE job SET state = ?, message = 'The program ended while this ran.' WHERE state = ?",
                JobRecord.State.INTERRUPTED.code(), JobRecord.State.RUNNING.code()));
    }

    private static JobRecord job(Row row) throws SQLException {
        return new JobRecord(
                row.number("id"),
                row.text("kind"),
                row.text("title"),
                row.choice("state", JobRecord.State.CODES),
                row.instant("started"),
                row.instantOrNull("finished"),
                row.text("message"),
                row.text("options"),
                row.text("folder"),
                row.numberOrNull("artefact"));
    }
}
