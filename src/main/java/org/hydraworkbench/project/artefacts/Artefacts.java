package org.hydraworkbench.project.artefacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.project.base.History;
import org.hydraworkbench.project.base.People;
import org.hydraworkbench.project.base.PointerChange;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.base.ProjectEvents;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.base.Undoable;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What jobs made: immutable folders with their provenance, and for each slot which one is in use. Safe for use by several threads.
 */
public final class Artefacts {

    private final Database database;
    private final History history;
    private final People people;
    private final ProjectEvents events;
    private final Path files;
    private final Unlisted unlisted;

    /** @param files the folder of the project's artefacts, which may not exist yet */
    public Artefacts(Database database, History history, People people, ProjectEvents events, Path files) {
        this.database = database;
        this.history = history;
        this.people = people;
        this.events = events;
        this.files = files;
        this.unlisted = new Unlisted(files);
    }

    /** All artefacts of a kind, newest first. */
    public List<Artefact> list(ArtefactKind kind) throws HydraException {
        return database.read(sql ->
                        ArtefactRows.list(sql, files, "a.slot = ?1 OR a.slot LIKE ?1 || ':%' ORDER BY a.id DESC", kind.code()));
    }

    /** An artefact. */
    public Artefact get(long id) throws HydraException {
        return database.read(sql -> ArtefactRows.first(sql, files, "a.id = ?", id))
                .orElseThrow(() -> InputException.in(database.file(), "there is no artefact " + id + " in this project"));
    }

    /** The artefact in use in a slot. */
    public Optional<Artefact> current(Slot slot) throws HydraException {
        return database.read(sql -> current(sql, slot));
    }

    private Optional<Artefact> current(Sql sql, Slot slot) throws SQLException {
        Optional<String> key = SlotKeys.find(sql, slot);
        return key.isEmpty()
                ? Optional.empty()
                : ArtefactRows.first(sql, files, "a.id = (SELECT artefact FROM current WHERE slot = ?)", key.get());
    }

    /**
     * The artefact in use in a slot.
     *
     * @throws InputException saying what has to be made first, when there is none
     */
    public Artefact require(Slot slot) throws HydraException {
        return current(slot)
                .orElseThrow(() -> new InputException("This needs " + slot.described() + "; make or choose one first."));
    }

    /** What is in use in all slots now. */
    public InUse inUse() throws HydraException {
        return database.read(sql -> {
            Map<Slot, Artefact> all = new HashMap<>();
            for (Artefact artefact : ArtefactRows.list(sql, files, "a.id IN (SELECT artefact FROM current)")) {
                all.put(artefact.slot(), artefact);
            }
            return new InUse(ProjectInfo.read(sql), all);
        });
    }

    /** The Hydra in use: the tuned one, else the one that was put together. */
    public Optional<Artefact> hydra() throws HydraException {
        return inUse().hydra();
    }

    /** The artefact of a kind that {@code artefact} was made from, directly or by way of others; the nearest. */
    public Optional<Artefact> origin(Artefact artefact, ArtefactKind kind) throws HydraException {
        for (ArtefactInput input : artefact.inputs()) {
            Long id = input.artefactId();
            if (id != null) {
                Artefact used = get(id);
                Optional<Artefact> found = used.kind() == kind ? Optional.of(used) : origin(used, kind);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The artefact that {@code artefact} was made from and that filled a slot, if that was recorded. */
    public Optional<Artefact> used(Artefact artefact, Slot slot) throws HydraException {
        for (ArtefactInput input : artefact.inputs()) {
            Long id = input.artefactId();
            if (id != null) {
                Artefact used = get(id);
                if (used.slot().equals(slot)) {
                    return Optional.of(used);
                }
            }
        }
        return Optional.empty();
    }

    /** The kind of artefact that a change of what is in use is about, if this version knows it. */
    public static Optional<ArtefactKind> kind(PointerChange change) {
        return SlotKeys.findKind(change.slot());
    }

    /**
     * Uses an artefact from now on, in its slot; one action that can be undone. Using a Hydra as it was put together means not using a tuned
     * one. False when it was so already.
     */
    public boolean use(Artefact artefact) throws HydraException {
        return history.perform("Use “" + artefact.name() + "”", Undoable.Scope.POINTERS, sql -> {
            List<Undoable> changes = new ArrayList<>();
            point(sql, ArtefactRows.slotKey(sql, artefact.id()), artefact.id(), changes);
            if (artefact.kind() == ArtefactKind.HYDRA) {
                point(sql, SlotKeys.key(sql, Slot.TUNED_HYDRA), null, changes);
            }
            return changes;
        });
    }

    /** Uses nothing in a slot from now on; one action that can be undone. False when it was so already. */
    public boolean useNone(Slot slot) throws HydraException {
        return history.perform("Do not use " + slot.described(), Undoable.Scope.POINTERS, sql -> {
            List<Undoable> changes = new ArrayList<>();
            point(sql, SlotKeys.key(sql, slot), null, changes);
            return changes;
        });
    }

    private static void point(Sql sql, String key, @Nullable Long artefact, List<Undoable> changes) throws SQLException {
        Long before = inUse(sql, key).orElse(null);
        if (!Objects.equals(before, artefact)) {
            changes.add(new PointerChange(key, before, artefact));
        }
    }

    private static Optional<Long> inUse(Sql sql, String key) throws SQLException {
        return sql.first("SELECT artefact FROM current WHERE slot = ?", row -> row.number("artefact"), key);
    }

    /** Which files of an artefact differ from what was recorded, a sentence each, by their sizes and times. */
    public List<String> changedFiles(Artefact artefact) throws HydraException {
        if (lost().isPresent()) {
            return List.of("The project’s folder is missing.");
        }
        return Files.isDirectory(artefact.folder())
                ? content(artefact).differences(artefact.folder(), false, Progress.none())
                : List.of("Its folder " + artefact.folder() + " is missing.");
    }

    /** The folder of all artefacts when it is missing, though there is an artefact in use. */
    public Optional<Path> lost() throws HydraException {
        return Files.isDirectory(files) || inUse().artefacts().isEmpty() ? Optional.empty() : Optional.of(files);
    }

    /** Reads every file of an artefact and compares it with what was recorded; sentences about what differs. */
    public List<String> verify(Artefact artefact, Progress progress) throws HydraException {
        return content(artefact).differences(artefact.folder(), true, progress);
    }

    private FolderContent content(Artefact artefact) throws HydraException {
        return database.read(sql -> ArtefactRows.content(sql, artefact.id()));
    }

    /**
     * Begins an artefact: a temporary folder to write into.
     *
     * @param operation the id of what makes it
     */
    public ArtefactBuilder begin(Slot slot, String operation) throws HydraException {
        try {
            Files.createDirectories(files);
            Path folder = Files.createTempDirectory(files, Unlisted.TEMPORARY + slot.kind().code() + "-");
            return new ArtefactBuilder(this, slot, database.write(sql -> SlotKeys.key(sql, slot)), operation, folder);
        } catch (IOException e) {
            throw ResourceException.in(files, "no folder can be made here", e);
        }
    }

    /** Makes artefacts of what was built, all or none, the first giving the action of using them its name. */
    List<Artefact> commit(List<ArtefactBuilder> builders, Use use, Progress progress) throws HydraException {
        progress.message("Saving");
        List<FolderContent> contents = new ArrayList<>();
        for (ArtefactBuilder builder : builders) {
            Path outside = builder.outside();
            if (outside == null) {
                Folders.force(builder.folder());
            }
            contents.add(FolderContent.of(outside == null ? builder.folder() : outside, progress));
        }
        progress.checkCancelled();
        List<Long> ids = database.write(sql -> {
            List<Long> inserted = new ArrayList<>();
            for (int k = 0; k < builders.size(); k++) {
                inserted.add(insert(sql, builders.get(k), contents.get(k)));
            }
            return inserted;
        });
        List<Artefact> made = new ArrayList<>();
        for (int k = 0; k < builders.size(); k++) {
            if (builders.get(k).outside() != null) {
                Folders.delete(builders.get(k).folder());
            }
            made.add(get(ids.get(k)));
        }
        events.tell(ProjectChange.of(ProjectChange.Kind.ARTEFACTS));
        history.perform("Use “" + made.getFirst().name() + "”", Undoable.Scope.POINTERS, sql -> {
            List<Undoable> changes = new ArrayList<>();
            for (Artefact artefact : made) {
                String key = ArtefactRows.slotKey(sql, artefact.id());
                if (use == Use.ALWAYS || inUse(sql, key).isEmpty()) {
                    point(sql, key, artefact.id(), changes);
                }
            }
            return changes;
        });
        return made;
    }

    /**
     * Enters an artefact and gives its folder its name. The rename comes inside the transaction: if the program dies between the two,
     * the folder has no row and is set aside at the next opening; a row never lacks its folder.
     */
    private long insert(Sql sql, ArtefactBuilder builder, FolderContent content) throws SQLException, HydraException {
        Path outside = builder.outside();
        if (outside != null) {
            return ArtefactRows.insert(sql, builder, people.presentId(sql), outside.toString(), content);
        }
        long next = sql.number("SELECT seq FROM sqlite_sequence WHERE name = 'artefact'") + 1;
        String folder = SlotKeys.kind(builder.slotKey()).code() + "-" + next;
        long inserted = ArtefactRows.insert(sql, builder, people.presentId(sql), folder, content);
        unlisted.setAside(folder); // left by a transaction that failed after the rename
        try {
            AtomicFiles.move(builder.folder(), files.resolve(folder));
        } catch (IOException e) {
            throw ResourceException.in(files.resolve(folder), "cannot be written", e);
        }
        return inserted;
    }

    /**
     * Puts the folder of the project in order, before anything is made: removes what is half made, sets aside what is not listed, and takes
     * back what is listed and was set aside.
     *
     * @param listed the names of the folders that the project's file knows
     */
    public Tidied tidy(Set<String> listed) throws HydraException {
        int unfinished = unlisted.removeUnfinished();
        List<String> takenBack = unlisted.takeBack(listed, this::recorded);
        return new Tidied(unfinished, unlisted.setAside(listed), takenBack);
    }

    private FolderContent recorded(String folder) throws HydraException {
        return database.read(sql -> ArtefactRows.content(sql, sql.number("SELECT id FROM artefact WHERE folder = ?", folder)));
    }
}
