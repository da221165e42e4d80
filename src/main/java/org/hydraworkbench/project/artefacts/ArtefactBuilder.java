package org.hydraworkbench.project.artefacts;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * An artefact in the making: a temporary folder to write files into, and what will be recorded. {@link #commit} makes it an
 * artefact; closing without that removes it. Used by one thread.
 */
public final class ArtefactBuilder implements AutoCloseable {

    private static final Gson GSON = new Gson();

    private final Artefacts artefacts;
    private final String slotKey;
    private final String operation;
    private final Path folder;
    private final List<ArtefactInput> inputs = new ArrayList<>();
    private final List<ArtefactBuilder> companions = new ArrayList<>();
    private String name;
    private String settings = "{}";
    private String summary = "{}";
    private long seed;
    private @Nullable Path outside;
    private boolean committed;

    /** @param slotKey the slot as it is stored, since its language may be called otherwise when the work is done */
    ArtefactBuilder(Artefacts artefacts, Slot slot, String slotKey, String operation, Path folder) {
        this.artefacts = artefacts;
        this.slotKey = slotKey;
        this.operation = operation;
        this.name = slot.described();
        this.folder = folder;
    }

    /** Where to write its files. */
    public Path folder() {
        return folder;
    }

    /** What a person will call it. */
    public ArtefactBuilder name(String value) {
        name = value;
        return this;
    }

    /** The settings it is made with, as they are stored. */
    public ArtefactBuilder settings(JsonObject value) {
        settings = value.toString();
        return this;
    }

    /** What to tell about it: a record, a map or a JSON object, kept as JSON. */
    public ArtefactBuilder summary(Object value) {
        summary = value instanceof JsonObject json ? json.toString() : GSON.toJson(value);
        return this;
    }

    public ArtefactBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** Something it is made from. */
    public ArtefactBuilder input(ArtefactInput input) {
        inputs.add(input);
        return this;
    }

    /** A file or folder from outside the project that it is made from. */
    public ArtefactBuilder inputFile(String use, Path file, String hash) {
        return input(new ArtefactInput(ArtefactInput.Type.FILE, use, null, file.toString(), hash));
    }

    /** Its files lie in a folder outside the project and are not copied; {@link #folder} stays empty. */
    public ArtefactBuilder outside(Path value) {
        outside = value.toAbsolutePath();
        return this;
    }

    /** Another artefact, which becomes one when this does: both or neither. It is closed with this. */
    public ArtefactBuilder together(ArtefactBuilder other) {
        companions.add(other);
        return this;
    }

    /**
     * Forces the files to disk, gives the folder its name and records it. A crash at any point leaves the whole artefact or none.
     *
     * @param use whether it, and what comes with it, is then the one in use
     */
    public Artefact commit(Use use, Progress progress) throws HydraException {
        if (committed) {
            throw new UsageException("This artefact was committed already.");
        }
        Artefact made = artefacts.commit(all(), use, progress).getFirst();
        all().forEach(builder -> builder.committed = true);
        return made;
    }

    /** Removes what was written, unless it was committed. */
    @Override
    public void close() throws HydraException {
        for (ArtefactBuilder builder : all()) {
            if (!builder.committed) {
                Folders.delete(builder.folder);
            }
        }
    }

    /** This and what comes with it. */
    private List<ArtefactBuilder> all() {
        List<ArtefactBuilder> all = new ArrayList<>(List.of(this));
        all.addAll(companions);
        return all;
    }

    String slotKey() {
        return slotKey;
    }

    String operation() {
        return operation;
    }

    String name() {
        return name;
    }

    String settingsJson() {
        return settings;
    }

    String summaryJson() {
        return summary;
    }

    long seed() {
        return seed;
    }

    @Nullable Path outside() {
        return outside;
    }

    List<ArtefactInput> inputs() {
        return inputs;
    }
}
