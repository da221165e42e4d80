package org.hydraworkbench.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.Tidied;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.project.work.JobRecord;
import org.hydraworkbench.testing.Languages;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectTest {

    @TempDir
    Path folder;

    @Test
    void keepsItsDescription() throws Exception {
        Project.create(folder.resolve("kabyle"), "Kabyle", "EN", "kab").close();
        try (Project project = Project.open(folder.resolve("kabyle.hydra"))) {
            assertThat(project.info().name()).isEqualTo("Kabyle");
            assertThat(project.info().sourceLanguage()).isEqualTo(Languages.ENGLISH);
            assertThat(project.info().targetLanguage()).isEqualTo(Languages.KABYLE);
            assertThat(project.files()).isEqualTo(folder.resolve("kabyle.files").toAbsolutePath());
        }
    }

    @Test
    void refusesALanguageThatIsNoTag() {
        assertThatThrownBy(() -> Project.create(folder.resolve("x"), "x", "English language", "kab"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("BCP 47");
    }

    /** A Hydra of the project would refuse them, hours later. */
    @ParameterizedTest
    @CsvSource({"en,x-village,BCP 47", "en,und-Latn,BCP 47", "und-x-village,kab,BCP 47", "en,EN,two languages"})
    void refusesLanguagesOfWhichNoHydraCanBeMade(String source, String target, String reason) {
        assertThatThrownBy(() -> Project.create(folder.resolve("x"), "x", source, target))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(reason);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsEditsAndWhatCanBeUndoneAcrossRestarts() throws Exception {
        long pair;
        try (Project project = TestProjects.create(folder, "the dog\taqjun")) {
            pair = project.corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 1).getFirst().id();
            project.edits().setLink(pair, new Span(4, 7), new Span(0, 5), LinkState.SURE);
            project.edits().confirm(pair, true);
            project.history().undo();
        }
        try (Project project = Project.open(folder.resolve("test.hydra"))) {
            assertThat(project.edits().of(pair)).hasSize(1);
            assertThat(project.history().undoName()).hasValue("Link ‘dog’ – ‘aqjun’");
            assertThat(project.history().redoName()).hasValue("Confirm a sentence");
            project.history().undo();
            assertThat(project.edits().of(pair)).isEmpty();
            project.history().redo();
            project.history().redo();
            assertThat(project.edits().of(pair)).hasSize(1);
            assertThat(project.corpora().pair(pair).status()).isEqualTo(PairStatus.CONFIRMED);
        }
    }

    @Test
    void savesACopyWithEverything() throws Exception {
        Path copy = folder.resolve("elsewhere").resolve("copy");
        try (Project project = TestProjects.create(folder, "dog\taqjun")) {
            long pair = project.corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 1).getFirst().id();
            project.edits().note(pair, "good");
            Artefact made = TestProjects.artefact(project, Slot.EVALUATION, "first", "figures");
            project.saveCopy(copy, Progress.none());
            try (Project copied = Project.open(folder.resolve("elsewhere/copy.hydra"))) {
                assertThat(copied.edits().noteOf(pair)).hasValue("good");
                Artefact there = copied.artefacts().get(made.id());
                assertThat(there.folder()).startsWith(folder.resolve("elsewhere/copy.files").toAbsolutePath());
                assertThat(copied.artefacts().verify(there, Progress.none())).isEmpty();
                assertThat(copied.history().undoName()).isPresent();
            }
            assertThatThrownBy(() -> project.saveCopy(copy, Progress.none())).isInstanceOf(UsageException.class);
        }
    }

    @Test
    void tellsListenersWhatChanged() throws Exception {
        try (Project project = TestProjects.create(folder, "dog\taqjun")) {
            long pair = project.corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 1).getFirst().id();
            BlockingQueue<ProjectChange> news = new LinkedBlockingQueue<>();
            project.addListener(news::add);
            project.edits().note(pair, "good");
            assertThat(news.poll(20, TimeUnit.SECONDS))
                    .isEqualTo(new ProjectChange(ProjectChange.Kind.EDITS, Set.of(pair)));
            project.history().undo();
            assertThat(news.poll(20, TimeUnit.SECONDS).kind()).isEqualTo(ProjectChange.Kind.EDITS);
        }
    }

    @Test
    void marksJobsThatWereRunningAndClearsHalfArtefactsAtTheNextOpening() throws Exception {
        Path file = folder.resolve("test.hydra");
        Path half;
        try (Project project = TestProjects.create(folder, "dog\taqjun")) {
            half = project.artefacts().begin(Slot.mapping(project.info()), "map").folder();
            Files.writeString(half.resolve("part"), "part");
        }
        // What the death of a process in the middle of a job leaves: a record that says it runs.
        run(file, "INSERT INTO job (kind, title, state, started) VALUES ('test', 'A test', 'running', '2026-01-01T00:00:00Z')");
        try (Project project = Project.open(file)) {
            assertThat(half).doesNotExist();
            assertThat(project.jobs().list(10)).extracting(JobRecord::state).contains(JobRecord.State.INTERRUPTED);
        }
    }

    @Test
    void keepsWhatASavedCopyOfTheFileDoesNotList() throws Exception {
        Path file = folder.resolve("test.hydra");
        Path saved = folder.resolve("saved");
        Path newer = folder.resolve("newer");
        Path files;
        try (Project project = TestProjects.empty(folder)) {
            files = project.files();
            TestProjects.artefact(project, Slot.EVALUATION, "first", "one");
        }
        Files.copy(file, saved);
        Path lost;
        try (Project project = Project.open(file)) {
            lost = TestProjects.artefact(project, Slot.EVALUATION, "second", "two").folder();
        }
        Path training = Files.createDirectories(files.resolve("training-7/out/checkpoints"));
        Files.writeString(training.resolve("latest"), "step-3");
        run(file, "INSERT INTO job (id, kind, title, state, started, folder)"
                + " VALUES (7, 'train', 'A run', 'cancelled', '2026-01-01T00:00:00Z', 'training-7')");
        Files.copy(file, newer);

        Files.copy(saved, file, StandardCopyOption.REPLACE_EXISTING);
        Path aside = files.resolve(Tidied.FOLDER);
        try (Project project = Project.open(file)) {
            assertThat(project.remarks()).singleElement().asString().contains("evaluation-2, training-7", Tidied.FOLDER);
            assertThat(lost).doesNotExist();
            assertThat(aside.resolve("evaluation-2/content.txt")).hasContent("two");
            assertThat(aside.resolve("training-7/out/checkpoints/latest")).hasContent("step-3");
            assertThat(TestProjects.artefact(project, Slot.EVALUATION, "other", "another two").folder()).isEqualTo(lost);
            Path copy = folder.resolve("copy.hydra");
            project.saveCopy(copy, Progress.none());
            assertThat(folder.resolve("copy.files")).isDirectoryNotContaining(each -> each.endsWith(Tidied.FOLDER));
        }
        try (Project project = Project.open(file)) {
            assertThat(project.remarks()).isEmpty();
        }

        Files.copy(newer, file, StandardCopyOption.REPLACE_EXISTING);
        try (Project project = Project.open(file)) {
            Artefact second = project.artefacts().get(2);
            assertThat(second.folder().resolve("content.txt")).hasContent("two");
            assertThat(project.artefacts().verify(second, Progress.none())).isEmpty();
            assertThat(training.resolve("latest")).hasContent("step-3");
            assertThat(project.remarks()).singleElement().asString().contains("evaluation-2, training-7");
            assertThat(aside.resolve("evaluation-2.2/content.txt")).hasContent("another two");
        }
    }

    /** Changes of the file that its own checks let pass, each with a word of what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PRAGMA user_version = 0 | damaged;",
        "PRAGMA user_version = -1 | schema",
        "PRAGMA user_version = 1 | damaged;",
        "DROP TABLE note | note",
        "DELETE FROM project | description",
        "DELETE FROM language | description",
        "UPDATE project SET created = 'yesterday' | yesterday",
        "UPDATE language SET tag = 'not a tag' WHERE id = 1 | not a tag",
    })
    void saysThatTheFileIsDamaged(String statement, String reason) throws Exception {
        Path file = folder.resolve("test.hydra");
        TestProjects.create(folder, "dog\taqjun").close();
        run(file, statement);
        assertThatThrownBy(() -> Project.open(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("damaged")
                .hasMessageContaining("go back to a saved copy")
                .hasMessageContaining(reason);
    }

    @Test
    void saysSoOfRowsToo() throws Exception {
        Path file = folder.resolve("test.hydra");
        try (Project project = TestProjects.create(folder, "dog\taqjun")) {
            TestProjects.artefact(project, Slot.EVALUATION, "first", "one");
            project.edits().setLink(1, new Span(0, 3), new Span(0, 5), LinkState.SURE);
        }
        run(file, "INSERT INTO job (kind, title, state, started, folder)"
                + " VALUES ('train', 'A run', 'cancelled', '2026-01-01T00:00:00Z', '../..')");
        run(file, "UPDATE artefact SET folder = '..'", "UPDATE link_edit SET state = 'maybe'");
        try (Project project = Project.open(file)) {
            assertDamaged(() -> project.jobs().list(1), "a job works in “../..”");
            assertDamaged(() -> project.artefacts().get(1), "an artefact lies in “..”");
            assertDamaged(() -> project.edits().of(1), "maybe");
        }
        run(file, "UPDATE job SET folder = '', state = 'asleep'", "UPDATE corpus SET imported = 'x'", "UPDATE artefact SET slot = 'cake'");
        try (Project project = Project.open(file)) {
            assertDamaged(() -> project.jobs().list(1), "asleep");
            assertDamaged(() -> project.corpora().list(), "imported");
            assertDamaged(() -> project.artefacts().get(1), "cake");
        }
    }

    @Test
    void refusesAFormatOfSqliteThatNobodyKnows() throws Exception {
        Path file = folder.resolve("test.hydra");
        TestProjects.create(folder, "dog\taqjun").close();
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {19, 47}) {
            byte[] changed = bytes.clone();
            changed[at] = 9;
            Files.write(file, changed);
            assertThatThrownBy(() -> Project.open(file)).as("byte %d", at).isInstanceOf(InputException.class).hasMessageContaining(file.toString());
        }
        Files.write(file, bytes);
        Project.open(file).close();
    }

    private static void assertDamaged(ThrowableAssert.ThrowingCallable call, String reason) {
        assertThatThrownBy(call)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("the file is damaged (")
                .hasMessageContaining(reason);
    }

    private static void run(Path file, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void recordsTheLogAndTheEndOfAJob() throws Exception {
        try (Project project = TestProjects.empty(folder)) {
            Path twice = TestProjects.file(folder, "animals", "dog\taqjun", "cat\tamcic");
            project.work().importCorpus(ImportRequest.of(twice)).run(Progress.none());
            JobRecord job = project.jobs().list(1).getFirst();
            assertThat(job.state()).isEqualTo(JobRecord.State.DONE);
            assertThat(job.kind()).isEqualTo("import");
            assertThat(project.jobs().lines(job.id())).containsExactly("Imported 2 pairs.");
            Path none = Files.writeString(folder.resolve("none.tsv"), "");
            assertThatThrownBy(() -> project.work().importCorpus(ImportRequest.of(none)).run(Progress.none()))
                    .hasMessage(none + ": is empty");
            JobRecord failed = project.jobs().list(1).getFirst();
            assertThat(failed.state()).isEqualTo(JobRecord.State.FAILED);
            assertThat(failed.message()).isEqualTo(none + ": is empty");
        }
    }
}
