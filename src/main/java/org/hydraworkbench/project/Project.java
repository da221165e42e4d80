package org.hydraworkbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ProgramVersion;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Schema;
import org.hydraworkbench.store.Sql;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A project that is open: {@code NAME.hydra}, a SQLite file, beside {@code NAME.files}, a folder with what jobs made. Open in
 * one process at a time. Safe for use by several threads; listeners are called on a thread of the project's own.
 */
public final class Project implements AutoCloseable {

    /** What the name of a project file ends in. */
    public static final String EXTENSION = ".hydra";

    private static final Logger LOG = LoggerFactory.getLogger(Project.class);
    private static final Schema SCHEMA = new Schema(0x48594452 /* HYDR */, "Hydra Workbench project", Project.class, 1);

    private final Database database;
    private final Path files;
    private final ProjectInfo info;
    private final People people;
    private final ProjectEvents events = new ProjectEvents();
    private final History history;
    private final Corpora corpora;
    private final Edits edits;
    private final Artefacts artefacts;
    private final OpenTokenizers tokenizers;
    private final Alignments alignments;
    private final JobLog jobs;
    private final Workflow workflow;
    private @Nullable LiveEffect live;

    private Project(Database database) throws HydraException {
        this.database = database;
        this.files = filesOf(database.file());
        this.info = database.read(Project::info);
        this.people = new People(System.getProperty("user.name", "me"));
        this.history = new History(database, people, events);
        this.corpora = new Corpora(database, history, people, events, info, this::scores);
        this.edits = new Edits(database, history, people);
        this.artefacts = new Artefacts(database, history, people, events, files, corpora);
        this.tokenizers = new OpenTokenizers(artefacts);
        this.alignments = new Alignments(artefacts, corpora, edits, tokenizers);
        this.jobs = new JobLog(database, events);
        this.workflow = new Workflow(this, database);
    }

    /**
     * Makes a new project and opens it.
     *
     * @param file its file; {@code .hydra} is added when missing
     * @param name what a person calls it
     * @param sourceLanguage BCP 47 tag of the language the model knows
     * @param targetLanguage BCP 47 tag of the language it is to learn
     * @throws UsageException when a tag names no language, or both name one
     */
    public static Project create(Path file, String name, String sourceLanguage, String targetLanguage)
            throws HydraException {
        String source = LanguageTag.parse(sourceLanguage).toString();
        String target = LanguageTag.parse(targetLanguage).toString();
        if (source.equals(target)) {
            throw new UsageException("Source and target are both " + source + "; a project needs two languages.");
        }
        Path hydra = withExtension(file);
        if (Files.exists(filesOf(hydra))) {
            throw InputException.in(filesOf(hydra), "there is a folder of this name already; choose another name");
        }
        return opened(Database.create(hydra, SCHEMA, sql -> {
            long from = Languages.id(sql, source);
            long to = Languages.id(sql, target);
            sql.run(
                    "INSERT INTO project (id, uid, name, created, program_version, source_language, target_language)"
                            + " VALUES (1, ?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID().toString(), name, Instant.now().toString(), ProgramVersion.get(), from, to);
        }));
    }

    /**
     * Opens a project and clears away what a crash may have left: half an import, half an artefact. Jobs that ran then are marked
     * as interrupted.
     */
    public static Project open(Path file) throws HydraException {
        return opened(Database.open(file, SCHEMA));
    }

    private static Project opened(Database database) throws HydraException {
        Project project = null;
        try {
            project = new Project(database);
            project.recover();
            return project;
        } catch (HydraException | RuntimeException e) {
            if (project == null) {
                database.close();
            } else {
                project.close();
            }
            throw e;
        }
    }

    private void recover() throws HydraException {
        int imports = CorpusImport.removeUnfinished(database);
        int folders = artefacts.removeLeftovers(jobs.folders());
        int interrupted = jobs.markInterrupted();
        if (imports + folders + interrupted > 0) {
            LOG.info(
                    "{}: the program had ended early: {} jobs marked as interrupted, {} half imports and {} half artefacts removed",
                    file(), interrupted, imports, folders);
        }
    }

    /** The project's file, as an absolute path. */
    public Path file() {
        return database.file();
    }

    /** The folder beside it with what jobs made; it may not exist yet. */
    public Path files() {
        return files;
    }

    public ProjectInfo info() {
        return info;
    }

    public Corpora corpora() {
        return corpora;
    }

    public Artefacts artefacts() {
        return artefacts;
    }

    public Alignments alignments() {
        return alignments;
    }

    public Edits edits() {
        return edits;
    }

    public History history() {
        return history;
    }

    public JobLog jobs() {
        return jobs;
    }

    /**
     * The current mapping with all edits made since. Opened at the first call, and again when another mapping or Hydra became
     * current, which takes about a second; so not for the window's own thread. Belongs to the project, which closes it.
     *
     * @return empty while there is no mapping made from links
     */
    public synchronized Optional<LiveEffect> live(Progress progress) throws HydraException {
        if (live != null && !live.isCurrent()) {
            live.close();
            live = null;
        }
        if (live == null) {
            live = LiveEffect.open(this, database, progress).orElse(null);
        }
        return Optional.ofNullable(live);
    }

    /** What can be done here, as jobs. */
    public Workflow workflow() {
        return workflow;
    }

    /** Examines the project's file from end to end; sentences about what is wrong with it, none when it is sound. */
    public List<String> check() throws HydraException {
        return database.read(sql -> {
            List<String> problems = new ArrayList<>(sql.list("PRAGMA integrity_check", row -> row.text("integrity_check")));
            problems.remove("ok");
            problems.addAll(sql.list(
                    "PRAGMA foreign_key_check", row -> "A row of " + row.text("table") + " refers to nothing."));
            return problems;
        });
    }

    /** Who makes the next edits; the name of the computer's user at first. */
    public void setPerson(String name) {
        people.setPresent(name);
    }

    /** Has {@code listener} told of every change, in order, on a thread of the project's own. */
    public void addListener(Consumer<ProjectChange> listener) {
        events.add(listener);
    }

    public void removeListener(Consumer<ProjectChange> listener) {
        events.remove(listener);
    }

    /**
     * Saves a copy of the project under another name, with its folder. The copy appears whole or not at all.
     *
     * @throws InputException when there is something of that name already
     */
    public void saveCopy(Path copy, Progress progress) throws HydraException {
        Path hydra = withExtension(copy).toAbsolutePath().normalize();
        Path folder = filesOf(hydra);
        if (Files.exists(hydra) || Files.exists(folder)) {
            throw InputException.in(hydra, "there is a project of this name already; choose another name");
        }
        Path temporaryFile = hydra.resolveSibling("." + hydra.getFileName() + ".copy");
        Path temporaryFolder = hydra.resolveSibling("." + folder.getFileName() + ".copy");
        try {
            Folders.delete(temporaryFile);
            Folders.delete(temporaryFolder);
            progress.message("Copying the project");
            Path parent = hydra.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            // The file first: an artefact that is made meanwhile has its folder in the copy but no row, and is cleared away there.
            database.copyTo(temporaryFile);
            Folders.create(temporaryFolder);
            if (Files.isDirectory(files)) {
                Folders.copy(files, temporaryFolder, progress);
            }
            Folders.force(temporaryFolder);
            AtomicFiles.move(temporaryFolder, folder);
            AtomicFiles.move(temporaryFile, hydra);
        } catch (IOException e) {
            throw ResourceException.in(hydra, "the copy cannot be written", e);
        } finally {
            Folders.delete(temporaryFile);
            Folders.delete(temporaryFolder);
        }
    }

    /** Finishes what is being written and closes the file. */
    @Override
    public void close() throws HydraException {
        try {
            events.close();
            closeLive();
            tokenizers.close();
        } finally {
            database.close();
        }
    }

    private synchronized void closeLive() {
        if (live != null) {
            live.close();
            live = null;
        }
    }

    OpenTokenizers tokenizers() {
        return tokenizers;
    }

    private PairScores scores() throws HydraException {
        return alignments.scores();
    }

    /** {@code NAME.hydra} for {@code NAME}. */
    private static Path withExtension(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(EXTENSION) ? file : file.resolveSibling(name + EXTENSION);
    }

    private static Path filesOf(Path hydra) {
        String name = hydra.getFileName().toString();
        String stem = name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
        return hydra.resolveSibling(stem + ".files").toAbsolutePath().normalize();
    }

    private static ProjectInfo info(Sql sql) throws SQLException {
        return sql.first(
                        "SELECT p.*, s.tag AS source_tag, t.tag AS target_tag FROM project p"
                                + " JOIN language s ON s.id = p.source_language JOIN language t ON t.id = p.target_language",
                        row -> new ProjectInfo(
                                row.text("uid"),
                                row.text("name"),
                                row.text("source_tag"),
                                row.text("target_tag"),
                                Instant.parse(row.text("created")),
                                row.text("program_version")))
                .orElseThrow(() -> new SQLException("the project has no description"));
    }
}
