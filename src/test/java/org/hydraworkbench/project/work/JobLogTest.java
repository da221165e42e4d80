package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonNull;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.settings.Codec;
import org.hydraworkbench.project.settings.NoSettings;
import org.hydraworkbench.testing.TestProjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLogTest {

    @TempDir
    Path folder;

    private Project project;
    private JobLog log;

    @BeforeEach
    void create() throws Exception {
        project = TestProjects.empty(folder);
        log = project.jobs();
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void recordsTheLogAndTheEndOfAJob() throws Exception {
        record("A test", (entry, progress) -> {
            progress.log("one");
            progress.log("two");
            assertThat(log.list(1).getFirst().state()).isEqualTo(JobRecord.State.RUNNING);
            return 1;
        });
        JobRecord job = log.list(1).getFirst();
        assertThat(job.state()).isEqualTo(JobRecord.State.DONE);
        assertThat(job.finished()).isNotNull();
        assertThat(log.lines(job.id())).containsExactly("one", "two");
        assertThatThrownBy(() -> record("Another", (entry, progress) -> {
                    throw new InputException("because");
                }))
                .hasMessage("because");
        assertThat(log.list(1).getFirst().message()).isEqualTo("because");
        assertThat(log.list(1).getFirst().state()).isEqualTo(JobRecord.State.FAILED);
        assertThatThrownBy(() -> record("A third", (entry, progress) -> {
                    throw new CancelledException();
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(log.list(1).getFirst().state()).isEqualTo(JobRecord.State.CANCELLED);
        assertThatThrownBy(() -> record("A fault", (entry, progress) -> {
                    throw new IllegalStateException("of ours");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(log.list(1).getFirst().state()).isEqualTo(JobRecord.State.FAILED);
        assertThat(log.list(10)).extracting(JobRecord::title).containsExactly("A fault", "A third", "Another", "A test");
    }

    @Test
    void namesTheArtefactThatAJobMade() throws Exception {
        Artefact figures = TestProjects.artefact(project, Slot.EVALUATION, "figures", "f");
        Artefact made = record("Make", (entry, progress) -> figures);
        assertThat(log.list(1).getFirst().artefactId()).isEqualTo(made.id());
    }

    /** The reason of a failure was lost when the disk was full, which is when things fail. */
    @Test
    void keepsTheRealErrorWhenItsEndCannotBeNoted() throws Exception {
        InputException because = new InputException("because");
        assertThatThrownBy(() -> record("A test", (entry, progress) -> {
                    refuseWriting();
                    throw because;
                }))
                .isSameAs(because)
                .satisfies(e -> assertThat(e.getSuppressed()).isNotEmpty());
    }

    @Test
    void keepsACancellationWhenItsEndCannotBeNoted() {
        assertThatThrownBy(() -> record("A test", (entry, progress) -> {
                    refuseWriting();
                    progress.log("a line that cannot be kept either");
                    throw new CancelledException();
                }))
                .isInstanceOf(CancelledException.class);
    }

    /** What was made is there, whether its end could be noted or not. */
    @Test
    void keepsTheResultWhenItsEndCannotBeNoted() throws Exception {
        Artefact figures = TestProjects.artefact(project, Slot.EVALUATION, "figures", "f");
        Artefact made = record("Make", (entry, progress) -> {
            refuseWriting();
            progress.log("a line that cannot be kept either");
            return figures;
        });
        assertThat(made).isEqualTo(figures);
    }

    @Test
    void keepsTheResultWhenTheFolderOfTheRunCannotBeForgotten() throws Exception {
        Operation<NoSettings> lasting = new Lasting();
        Artefact made = TestProjects.make(project, lasting, new NoSettings());
        assertThat(project.artefacts().require(Slot.EVALUATION)).isEqualTo(made);
    }

    /** Works in a folder that stays when it ends early, on a disk that is full in the end. */
    private final class Lasting implements Operation<NoSettings> {

        @Override
        public String id() {
            return "lasting";
        }

        @Override
        public String name() {
            return "Lasting";
        }

        @Override
        public Codec<NoSettings> settings() {
            return NoSettings.CODEC;
        }

        @Override
        public NoSettings defaults(Materials materials) {
            return new NoSettings();
        }

        @Override
        public List<Input> inputs(NoSettings settings, ProjectInfo project) {
            return List.of();
        }

        @Override
        public Slot product(NoSettings settings, ProjectInfo project) {
            return Slot.EVALUATION;
        }

        @Override
        public String title(NoSettings settings) {
            return "Last";
        }

        @Override
        public void run(NoSettings settings, Inputs in, ArtefactBuilder out, Run run) throws HydraException {
            Folders.create(run.lastingFolder("lasting"));
            TestProjects.write(out, "figures");
            refuseWriting();
        }
    }

    /** A project whose last lease is gone, a fault of ours: the log is not worth the work. */
    @Test
    void aFaultInKeepingLinesDoesNotEndTheWork() {
        RecordingProgress progress = new RecordingProgress(Progress.none(), lines -> {
            throw new IllegalStateException("of ours");
        });
        progress.log("a line");
        progress.close();
    }

    /** Has every note of an end fail from now on. */
    private void refuseWriting() throws HydraException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + project.file());
                Statement statement = connection.createStatement()) {
            for (String event : new String[] {"UPDATE ON job", "INSERT ON job_line"}) {
                statement.execute("CREATE TRIGGER refuse_" + event.replace(' ', '_') + " BEFORE " + event
                        + " BEGIN SELECT RAISE(ABORT, 'refused'); END");
            }
        } catch (java.sql.SQLException e) {
            throw new InputException("the test cannot prepare the file", e);
        }
    }

    /** A crash between the two left two jobs for one folder. */
    @Test
    void aFolderIsTakenOverAtOnce() throws Exception {
        assertThatThrownBy(() -> record("First", (entry, progress) -> {
                    entry.worksIn("training-1");
                    throw new CancelledException();
                }))
                .isInstanceOf(CancelledException.class);
        JobRecord first = log.resumable().getFirst();
        assertThat(first.folder()).isEqualTo("training-1");
        assertThatThrownBy(() -> record("Second", (entry, progress) -> {
                    entry.takesOver(first);
                    assertThat(entry.folder()).isEqualTo("training-1");
                    assertThat(log.resumable()).as("only the one that runs has it").isEmpty();
                    assertThat(log.list(2)).extracting(JobRecord::folder).containsExactly("training-1", "");
                    throw new CancelledException();
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(log.resumable()).singleElement().extracting(JobRecord::title).isEqualTo("Second");
        log.release(log.resumable().getFirst().id());
        assertThat(log.resumable()).isEmpty();
        assertThat(log.list(2)).extracting(JobRecord::folder).containsExactly("", "");
    }

    @Test
    void whatRanWhenTheProgramDiedIsMarkedAndCanBeGoneOnWith() throws Exception {
        project.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + project.file());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO job (kind, title, state, started, folder)"
                    + " VALUES ('train', 'Train', 'running', '2026-01-01T00:00:00Z', 'training-1')");
        }
        project = Project.open(folder.resolve("test.hydra"));
        JobRecord job = project.work().unfinished().getFirst();
        assertThat(job.state()).isEqualTo(JobRecord.State.INTERRUPTED);
        assertThat(job.finished()).isNull();
    }

    /** Closing cancels nothing by itself; what runs has the file to its end. */
    @Test
    void aJobGoesOnToItsEndWhenTheProjectIsClosedUnderIt() throws Exception {
        record("A test", (entry, progress) -> {
            project.close();
            progress.log("closed");
            assertThat(project.corpora().list()).isEmpty();
            return 1;
        });
        assertThatThrownBy(() -> record("Too late", (entry, progress) -> 1)).isInstanceOf(StateException.class);
        project = Project.open(folder.resolve("test.hydra"));
        JobRecord job = project.jobs().list(10).getFirst();
        assertThat(job.title()).isEqualTo("A test");
        assertThat(job.state()).isEqualTo(JobRecord.State.DONE);
        assertThat(project.jobs().lines(job.id())).containsExactly("closed");
    }

    private <R> R record(String title, JobLog.Work<R> work) throws HydraException {
        return log.record("test", title, JsonNull.INSTANCE, work, Progress.none());
    }
}
