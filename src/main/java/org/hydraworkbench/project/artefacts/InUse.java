package org.hydraworkbench.project.artefacts;

import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.project.base.ProjectInfo;

/**
 * What is in use at one moment, read at once, so that questions about several slots fit together.
 *
 * @param project what the project is
 */
public record InUse(ProjectInfo project, Map<Slot, Artefact> artefacts) {

    public InUse {
        artefacts = Map.copyOf(artefacts);
    }

    /** The artefact in use in a slot. */
    public Optional<Artefact> get(Slot slot) {
        return Optional.ofNullable(artefacts.get(slot));
    }

    /** The Hydra in use: the tuned one, else the one that was put together. */
    public Optional<Artefact> hydra() {
        return get(Slot.TUNED_HYDRA).or(() -> get(Slot.HYDRA));
    }
}
