package org.hydraworkbench.project;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.StateException;

/**
 * An artefact in the making: a temporary folder to write files into, and what will be recorded. {@link #commit} makes it an
 * artefact; closing without that removes it. Used by one thread.
 */
public final class ArtefactBuilder implements AutoCloseable {

    private static final Gson GSON = new Gson();

    private final Artefacts artefacts;
    private final ArtefactKind kind;
    private final Path folder;
    private final List<ArtefactInput> inputs = new ArrayList<>();
    private String role = "";
    private String name;
    private String options = "{}";
    private String summary = "{}";
    private long seed;
    private long editRevision;
    private boolean committed;

    ArtefactBuilder(Artefacts artefacts, ArtefactKind kind, String name, Path folder, long editRevision) {
        this.artefacts = artefacts;
        this.kind = kind;
        this.name = name;
        this.folder = folder;
        this.editRevision = editRevision;
    }

    /** Where to write its files. */
    public Path folder() {
        return folder;
    }

    /** Which of its kind it is: {@code source}, {@code target}, or empty (the default). */
    public ArtefactBuilder role(String value) {
        role = value;
        return this;
    }

    public ArtefactBuilder name(String value) {
        name = value;
        return this;
    }

    /** The options it is made with: a record or a map, kept as JSON. */
    public ArtefactBuilder options(Object value) {
        options = GSON.toJson(value);
        return this;
    }

    /** What to tell about it: a record or a map, kept as JSON. */
    public ArtefactBuilder summary(Object value) {
        summary = value instanceof JsonObject json ? json.toString() : GSON.toJson(value);
        return this;
    }

    public ArtefactBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** The state of the edits that the work saw; that at the beginning, unless said otherwise. */
    public ArtefactBuilder editRevision(long value) {
        editRevision = value;
        return this;
    }

    /** An artefact that this one is made from. */
    public ArtefactBuilder input(String inputRole, Artefact artefact) {
        inputs.add(ArtefactInput.of(inputRole, artefact));
        return this;
    }

    /** The corpora for training that this one is made from; {@code fingerprint} is their state when the work began. */
    public ArtefactBuilder inputCorpora(String fingerprint) {
        inputs.add(new ArtefactInput(ArtefactInput.Type.CORPORA, "corpora", null, "corpora", fingerprint));
        return this;
    }

    /** A file or folder from outside the project that this one is made from. */
    public ArtefactBuilder inputFile(String inputRole, Path file, String hash) {
        inputs.add(new ArtefactInput(ArtefactInput.Type.FILE, inputRole, null, file.toString(), hash));
        return this;
    }

    /**
     * Forces the files to disk, gives the folder its name, records it, and makes it the current artefact of its kind and role.
     * A crash at any point leaves the whole artefact or none.
     */
    public Artefact commit(Progress progress) throws HydraException {
        if (committed) {
            throw new StateException("This artefact was committed already.");
        }
        Artefact made = artefacts.commit(this, progress);
        committed = true;
        return made;
    }

    /** Removes what was written, unless it was committed. */
    @Override
    public void close() throws HydraException {
        if (!committed) {
            Folders.delete(folder);
        }
    }

    ArtefactKind kind() {
        return kind;
    }

    String role() {
        return role;
    }

    String name() {
        return name;
    }

    String optionsJson() {
        return options;
    }

    String summaryJson() {
        return summary;
    }

    long seed() {
        return seed;
    }

    long editRevision() {
        return editRevision;
    }

    List<ArtefactInput> inputs() {
        return inputs;
    }
}
