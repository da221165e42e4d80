package org.hydraworkbench.project.translation;

import java.nio.file.Path;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Artefacts;
import org.hydraworkbench.project.artefacts.InUse;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/**
 * What a project's translations are chosen by: what was learnt from its held-out sentences, in the direction in which it was learnt; else,
 * and until then, what the program brings. Safe for use by several threads.
 */
public final class ProjectDecoding {

    private static final String FILE = "decoding.json";

    private final Artefacts artefacts;
    private final Decoding usual = Decoding.usual();
    private @Nullable Artefact read;
    private Decoding learnt = usual;

    public ProjectDecoding(Artefacts artefacts) {
        this.artefacts = artefacts;
    }

    /**
     * What translations from a side of the project are chosen by now.
     *
     * @throws InputException when what was learnt cannot be read
     */
    public synchronized Decoding now(Side from) throws HydraException {
        InUse inUse = artefacts.inUse();
        Artefact artefact = from == Side.SOURCE ? inUse.get(Slot.decoding(inUse.project())).orElse(null) : null;
        if (artefact == null) {
            return usual;
        }
        if (read == null || read.id() != artefact.id()) {
            learnt = read(artefact);
            read = artefact;
        }
        return learnt;
    }

    /** What was learnt. */
    public static Decoding read(Artefact artefact) throws HydraException {
        Path file = artefact.file(FILE);
        try {
            return Decoding.read(file);
        } catch (InputException e) {
            throw new InputException(
                    "“%s” cannot be read by this version of the program (%s); learn the weights anew, or use the program’s own."
                            .formatted(artefact.name(), Reasons.of(e)),
                    e);
        }
    }

    /** Puts what was learnt into the folder of an artefact in the making. */
    public static void write(Decoding decoding, Path folder) throws HydraException {
        decoding.write(folder.resolve(FILE));
    }
}
