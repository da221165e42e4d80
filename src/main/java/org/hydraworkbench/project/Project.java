package org.hydraworkbench.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ProgramVersion;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.Shared;
import org.hydraworkbench.base.Temporaries;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.project.artefacts.Artefacts;
import org.hydraworkbench.project.artefacts.Tidied;
import org.hydraworkbench.project.base.History;
import org.hydraworkbench.project.base.Languages;
import org.hydraworkbench.project.base.People;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.base.ProjectEvents;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.conversations.Conversations;
import org.hydraworkbench.project.corpora.Corpora;
import org.hydraworkbench.project.corpora.PairScores;
import org.hydraworkbench.project.edits.Edits;
import org.hydraworkbench.project.edits.Glossary;
import org.hydraworkbench.project.links.Alignments;
import org.hydraworkbench.project.links.OpenTokenizers;
import org.hydraworkbench.project.translation.ProjectDecoding;
import org.hydraworkbench.project.translation.ProjectKnowledge;
import org.hydraworkbench.project.work.JobLog;
import org.hydraworkbench.project.work.Materials;
import org.hydraworkbench.project.work.Work;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Schema;
import org.hydraworkbench.store.Sql;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
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
    private static final Schema SCHEMA = new Schema(0x48594452 /* HYDR */, "Hydra Workbench project", Project.class, 5);

    private final Database database;
    private final Path files;
    private final People people;
    private final ProjectEvents events = new ProjectEvents(this::refresh);
    private volatile ProjectInfo info;
    private final History history;
    private final Corpora corpora;
    private final Edits edits;
    private final Glossary glossary;
    private final Artefacts artefacts;
    private final Alignments alignments;
    private final Conversations conversations;
    private final ProjectKnowledge knowledge;
    private final ProjectDecoding decoding;
    private final JobLog jobs;
    private final Work work;
    private final Shared<Insides> insides;
    private List<String> remarks = List.of();

    /** What outlives whoever asks for the project to be closed, until the last job has let go of it. */
    private record Insides(Alignments alignments, OpenTokenizers tokenizers, Database database) implements AutoCloseable {

        @Override
        public void close() throws HydraException {
            try {
                alignments.close();
                tokenizers.close();
            } finally {
                database.close();
            }
        }
    }

    private Project(Database database) throws HydraException {
        this.database = database;
        this.info = database.read(ProjectInfo::read);
        this.files = ProjectFiles.filesOf(database.file());
        this.people = new People(System.getProperty("user.name", "me"));
        this.history = new History(database, people, events);
        this.corpora = new Corpora(database, history, people, events, this::scores);
        this.edits = new Edits(database, history, people);
        this.glossary = new Glossary(database, history);
        this.artefacts = new Artefacts(database, history, people, events, files);
        OpenTokenizers tokenizers = new OpenTokenizers();
        this.alignments = new Alignments(database, artefacts, corpora, edits, tokenizers);
        this.conversations = new Conversations(database, people, events);
        this.knowledge = new ProjectKnowledge(database, alignments, conversations, glossary);
        this.decoding = new ProjectDecoding(artefacts);
        this.insides = new Shared<>("the project " + database.file(), new Insides(alignments, tokenizers, database));
        this.jobs = new JobLog(database, events, insides);
        this.work = new Work(
                new Materials(database, files, corpora, edits, artefacts, alignments, tokenizers, knowledge), jobs);
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
        LanguageTag source = LanguageTag.parse(sourceLanguage);
        LanguageTag target = LanguageTag.parse(targetLanguage);
        if (source.equals(target)) {
            throw new UsageException("Source and target are both " + source + "; a project needs two languages.");
        }
        Path hydra = ProjectFiles.requireFree(file);
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
     * as interrupted. Whole artefacts that the file does not list are set aside; {@link #remarks} tells of them.
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
        int imports = corpora.removeUnfinished();
        Tidied tidied = artefacts.tidy(database.read(Project::listedFolders));
        Temporaries.clearBeside(ProjectFiles.arrival(files));
        int interrupted = jobs.markInterrupted();
        if (imports + tidied.unfinished() + interrupted > 0) {
            LOG.info(
                    "{}: the program had ended early: {} jobs marked as interrupted, {} half imports and {} half artefacts removed",
                    file(), interrupted, imports, tidied.unfinished());
        }
        remarks = remarks(tidied);
        remarks.forEach(LOG::info);
    }

    private List<String> remarks(Tidied tidied) {
        List<String> told = new ArrayList<>();
        if (!tidied.setAside().isEmpty()) {
            told.add("In " + files + " lies what this project file does not list, as happens after going back to a saved copy: "
                    + String.join(", ", tidied.setAside()) + ". It was moved to the folder " + Tidied.FOLDER
                    + " there, and comes back when the file that lists it is opened.");
        }
        if (!tidied.takenBack().isEmpty()) {
            told.add("Taken back from what was set aside in " + files + ": " + String.join(", ", tidied.takenBack()) + ".");
        }
        return List.copyOf(told);
    }

    /** The names of the folders, inside the project's, of artefacts and of jobs that run or can be gone on with. */
    private static Set<String> listedFolders(Sql sql) throws SQLException {
        List<String> all = sql.list(
                "SELECT folder FROM artefact UNION SELECT folder FROM job WHERE folder <> ''", row -> row.text("folder"));
        return all.stream().filter(folder -> Path.of(folder).equals(Path.of(folder).getFileName()) && !folder.startsWith(".")).collect(Collectors.toSet());
    }

    /** What a person should know of the state in which the project was found when it was opened, a sentence or two each. */
    public List<String> remarks() {
        return remarks;
    }

    /** The project's file, as an absolute path. */
    public Path file() {
        return database.file();
    }

    /** The folder beside it with what jobs made; it may not exist yet. */
    public Path files() {
        return files;
    }

    /** What the project is, as it is now. */
    public ProjectInfo info() {
        return info;
    }

    /** Hears of every change before anybody else. */
    private void refresh(ProjectChange change) throws HydraException {
        if (change.kind() == ProjectChange.Kind.INFO) {
            info = database.read(ProjectInfo::read);
        }
        knowledge.hear(change);
    }

    /** Corrects the tag of one of the two languages; one action that can be undone. False when it is called so already. */
    public boolean correctLanguage(Side side, LanguageTag tag) throws HydraException {
        return Languages.correct(history, info.language(side), tag);
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

    public Glossary glossary() {
        return glossary;
    }

    public History history() {
        return history;
    }

    public JobLog jobs() {
        return jobs;
    }

    /** What it knows that translates. */
    public ProjectKnowledge knowledge() {
        return knowledge;
    }

    /** What its translations are chosen by. */
    public ProjectDecoding decoding() {
        return decoding;
    }

    /** What was asked and answered in Translate. */
    public Conversations conversations() {
        return conversations;
    }

    /** What can be done here, as jobs, and how far that is. */
    public Work work() {
        return work;
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
     * @throws UsageException when there is something of that name already
     */
    public void saveCopy(Path copy, Progress progress) throws HydraException {
        Path hydra = ProjectFiles.requireFree(copy);
        Path making = Temporaries.beside(hydra);
        Path made = making.resolve(String.valueOf(hydra.getFileName()));
        try {
            progress.message("Copying the project");
            Folders.create(making);
            // Only what the file lists: not what is in the making, nor what was set aside.
            Set<String> listed = database.copyTo(made, Project::listedFolders);
            Folders.create(ProjectFiles.filesOf(made));
            for (String name : listed) {
                if (Files.isDirectory(files.resolve(name))) {
                    Folders.copy(files.resolve(name), ProjectFiles.filesOf(made).resolve(name), progress);
                }
            }
            Folders.force(ProjectFiles.filesOf(made));
            ProjectFiles.move(made, hydra);
        } finally {
            Folders.delete(making);
        }
    }

    /**
     * Closes the project. Jobs that run go on to their end, and the file is closed when the last has ended; so cancel them first. What is
     * asked of the project afterwards is refused with a {@link org.hydraworkbench.base.StateException}.
     */
    @Override
    public void close() throws HydraException {
        events.close();
        insides.close();
    }

    /**
     * The same, and waits until the last job has let go and the file is closed.
     *
     * @param limit how long at most
     * @return whether it is closed; if not, the last job still closes it later
     */
    public boolean closeAndAwait(Duration limit) throws HydraException, InterruptedException {
        events.close();
        return insides.closeAndAwait(limit);
    }

    private PairScores scores() throws HydraException {
        return alignments.scores();
    }
}
