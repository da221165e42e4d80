package org.hydraworkbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * What jobs made: immutable folders with their provenance, and for each kind and role which one is current. Safe for use by
 * several threads.
 */
public final class Artefacts {

    private static final String TEMPORARY = ".making-";

    private final Database database;
    private final History history;
    private final People people;
    private final ProjectEvents events;
    private final Path files;
    private final StalenessCheck staleness;

    Artefacts(
            Database database, History history, People people, ProjectEvents events, Path files, Corpora corpora) {
        this.database = database;
        this.history = history;
        this.people = people;
        this.events = events;
        this.files = files;
        this.staleness = new StalenessCheck(database, this, corpora, history);
    }

    /** All artefacts of a kind, newest first. */
    public List<Artefact> list(ArtefactKind kind) throws HydraException {
        return database.read(sql -> ArtefactRows.list(sql, files, "a.kind = ? ORDER BY a.id DESC", kind.name()));
    }

    /** An artefact. */
    public Artefact get(long id) throws HydraException {
        return database.read(sql -> ArtefactRows.first(sql, files, "a.id = ?", id))
                .orElseThrow(() -> new InputException("There is no artefact " + id + " in this project."));
    }

    /** The current artefact of a kind and role; the role is empty for all kinds but tokenizers. */
    public Optional<Artefact> current(ArtefactKind kind, String role) throws HydraException {
        return database.read(sql -> ArtefactRows.first(
                sql,
                files,
                "a.id = (SELECT artefact FROM current WHERE kind = ? AND role = ?)",
                kind.name(), role));
    }

    /** The current artefact of a kind without roles. */
    public Optional<Artefact> current(ArtefactKind kind) throws HydraException {
        return current(kind, "");
    }

    /**
     * The current artefact of a kind and role.
     *
     * @throws InputException saying what has to be made first, when there is none
     */
    public Artefact require(ArtefactKind kind, String role) throws HydraException {
        return current(kind, role)
                .orElseThrow(() -> new InputException("This needs " + described(kind, role) + "; make or choose one first."));
    }

    static String described(ArtefactKind kind, String role) {
        return switch (kind) {
            case TOKENIZER -> "a tokenizer for the " + (role.isEmpty() ? "" : role + " ") + "language";
            case BASE_MODEL -> "a base model";
            case ALIGNMENT -> "an alignment";
            case MAPPING -> "a mapping";
            case TRANSFER -> "a model with transferred tables";
            case CHECKPOINT -> "a tuned model";
            case HYDRA -> "a Hydra";
            case EVALUATION -> "an evaluation";
        };
    }

    /** Makes an artefact the current one of its kind and role; can be undone. False when it was so already. */
    public boolean makeCurrent(Artefact artefact) throws HydraException {
        return point(artefact.kind(), artefact.role(), artefact.id(), "Use “" + artefact.name() + "”");
    }

    private boolean point(ArtefactKind kind, String role, @Nullable Long artefact, String name) throws HydraException {
        return history.perform(name, Undoable.Scope.POINTERS, sql -> {
            Long before = sql.first(
                            "SELECT artefact FROM current WHERE kind = ? AND role = ?",
                            row -> row.number("artefact"),
                            kind.name(), role)
                    .orElse(null);
            return Objects.equals(before, artefact)
                    ? List.of()
                    : List.of(new Undoable.PointerChange(kind.name(), role, before, artefact));
        });
    }

    /** Whether an artefact still follows from what is current, and if not, why. Looks at times and sizes of its files too. */
    public Staleness staleness(Artefact artefact) throws HydraException {
        return staleness.of(artefact);
    }

    /** Reads every file of an artefact and compares it with what was recorded; sentences about what differs. */
    public List<String> verify(Artefact artefact, Progress progress) throws HydraException {
        return staleness.changedFiles(artefact, true, progress);
    }

    /**
     * Begins an artefact: a temporary folder to write into.
     *
     * @param name what a person will call it
     */
    public ArtefactBuilder begin(ArtefactKind kind, String name) throws HydraException {
        try {
            Files.createDirectories(files);
            Path folder = Files.createTempDirectory(files, TEMPORARY + label(kind) + "-");
            return new ArtefactBuilder(this, kind, name, folder, history.revision(Undoable.Scope.EDITS));
        } catch (IOException e) {
            throw ResourceException.in(files, "no folder can be made here", e);
        }
    }

    /**
     * Records a folder outside the project as an artefact, without copying it.
     *
     * @param builder with an empty folder
     */
    Artefact commitOutside(ArtefactBuilder builder, Path outside, Progress progress) throws HydraException {
        progress.message("Recording");
        List<FileHashes.Entry> entries = FileHashes.entries(outside, progress);
        long id = database.write(sql ->
                ArtefactRows.insert(sql, builder, people.presentId(sql), outside.toAbsolutePath().toString(), entries));
        Folders.delete(builder.folder());
        return made(id);
    }

    Artefact commit(ArtefactBuilder builder, Progress progress) throws HydraException {
        progress.message("Saving");
        Folders.force(builder.folder());
        List<FileHashes.Entry> entries = FileHashes.entries(builder.folder(), progress);
        progress.checkCancelled();
        // The rename comes inside the transaction: if the program dies between the two, the folder has no row and is removed
        // at the next opening; a row never lacks its folder.
        long id = database.write(sql -> {
            long next = sql.number("SELECT seq FROM sqlite_sequence WHERE name = 'artefact'") + 1;
            String folder = label(builder.kind()) + "-" + next;
            long inserted = ArtefactRows.insert(sql, builder, people.presentId(sql), folder, entries);
            Folders.delete(files.resolve(folder)); // left by a transaction that failed after the rename
            try {
                AtomicFiles.move(builder.folder(), files.resolve(folder));
            } catch (IOException e) {
                throw ResourceException.in(files.resolve(folder), "cannot be written", e);
            }
            return inserted;
        });
        return made(id);
    }

    private Artefact made(long id) throws HydraException {
        Artefact artefact = get(id);
        events.tell(ProjectChange.of(ProjectChange.Kind.ARTEFACTS));
        point(artefact.kind(), artefact.role(), id, "Use “" + artefact.name() + "”");
        return artefact;
    }

    /** Removes folders that no artefact or unfinished training run owns: what was in the making when the program died. */
    int removeLeftovers(Set<String> owned) throws HydraException {
        if (!Files.isDirectory(files)) {
            return 0;
        }
        Set<String> known = new HashSet<>(owned);
        known.addAll(database.read(sql -> sql.list("SELECT folder FROM artefact", row -> row.text("folder"))));
        List<Path> leftovers = Folders.list(files).stream()
                .filter(Files::isDirectory)
                .filter(folder -> isOurs(folder.getFileName().toString()))
                .filter(folder -> !known.contains(folder.getFileName().toString()))
                .toList();
        for (Path folder : leftovers) {
            Folders.delete(folder);
        }
        return leftovers.size();
    }

    /** Whether a folder has a name that only this class gives; anything else a person may have put there stays. */
    private static boolean isOurs(String name) {
        if (name.startsWith(TEMPORARY) || name.matches("training-\\d+")) {
            return true;
        }
        for (ArtefactKind kind : ArtefactKind.values()) {
            if (name.matches(label(kind) + "-\\d+")) {
                return true;
            }
        }
        return false;
    }

    private static String label(ArtefactKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
