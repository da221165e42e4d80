package org.hydraworkbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.store.Database;

/** Finds out whether an artefact still follows from what is current. */
final class StalenessCheck {

    private final Database database;
    private final Artefacts artefacts;
    private final Corpora corpora;
    private final History history;

    StalenessCheck(Database database, Artefacts artefacts, Corpora corpora, History history) {
        this.database = database;
        this.artefacts = artefacts;
        this.corpora = corpora;
        this.history = history;
    }

    Staleness of(Artefact artefact) throws HydraException {
        List<String> reasons = new ArrayList<>();
        for (ArtefactInput input : artefact.inputs()) {
            switch (input.type()) {
                case CORPORA -> {
                    if (!corpora.fingerprint().equals(input.hash())) {
                        reasons.add("The corpora have changed since: text was imported, excluded or brought back.");
                    }
                }
                case ARTEFACT -> checkArtefact(artefact, input, reasons);
                case FILE -> {
                    // what came from outside is a copy; the original may change or go
                }
            }
        }
        if (artefact.kind() == ArtefactKind.MAPPING
                && artefact.editRevision() != history.revision(Undoable.Scope.EDITS)) {
            reasons.add("Links were edited since; the live mapping has the edits, this saved one has not.");
        }
        reasons.addAll(changedFiles(artefact, false, Progress.none()));
        return new Staleness(reasons);
    }

    private void checkArtefact(Artefact artefact, ArtefactInput input, List<String> reasons) throws HydraException {
        Long id = input.artefactId();
        if (id == null || input.role().equals(ArtefactInput.START)) {
            return;
        }
        Artefact used = artefacts.get(id);
        // A tuned Hydra was made from one that is no longer current by its very making.
        boolean successor = artefact.kind() == used.kind();
        Optional<Artefact> current = artefacts.current(used.kind(), used.role());
        if (!successor && (current.isEmpty() || current.get().id() != id)) {
            String now = current.map(other -> "“" + other.name() + "”").orElse("none");
            reasons.add("It was made with %s “%s”; the current one is %s."
                    .formatted(Artefacts.described(used.kind(), used.role()), used.name(), now));
        } else if (of(used).isStale()) {
            reasons.add("“%s”, which it was made from, is itself out of date.".formatted(used.name()));
        }
    }

    /**
     * Which files differ from what was recorded.
     *
     * @param thorough whether to read every file; otherwise only those whose time changed
     */
    List<String> changedFiles(Artefact artefact, boolean thorough, Progress progress) throws HydraException {
        List<FileHashes.Entry> entries = database.read(sql -> ArtefactRows.files(sql, artefact.id()));
        List<String> changed = new ArrayList<>();
        for (FileHashes.Entry entry : entries) {
            progress.checkCancelled();
            Path file = artefact.file(entry.path());
            try {
                if (!Files.exists(file)) {
                    changed.add("The file " + file + " is missing.");
                } else if (Files.size(file) != entry.size()
                        || (thorough || Files.getLastModifiedTime(file).toMillis() != entry.modified())
                                && !Hashes.of(file).equals(entry.hash())) {
                    changed.add("The file " + file + " was changed by hand.");
                }
            } catch (IOException e) {
                changed.add("The file " + file + " cannot be read (" + Reasons.of(e) + ").");
            }
        }
        return changed;
    }
}
