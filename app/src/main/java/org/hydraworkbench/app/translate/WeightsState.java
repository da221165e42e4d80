package org.hydraworkbench.app.translate;

import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.InUse;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.measures.DecodingGain;
import org.hydraworkbench.project.settings.DecodingSettings;
import org.hydraworkbench.project.work.Operations;

/**
 * What a project's translations are chosen by.
 *
 * @param learnt all that was learnt, newest first
 * @param inUse what is used of it; empty where it is the program's own
 * @param gain what that brought; empty with the program's own
 * @param stale why that is out of date, as sentences; empty when it is not
 * @param missing why nothing can be learnt, as sentences; empty when it can
 */
record WeightsState(List<Artefact> learnt, Optional<Artefact> inUse, Optional<DecodingGain> gain, String stale, String missing) {

    static final WeightsState NONE = new WeightsState(List.of(), Optional.empty(), Optional.empty(), "", "");

    WeightsState {
        learnt = List.copyOf(learnt);
    }

    static WeightsState read(Project project) throws HydraException {
        InUse now = project.artefacts().inUse();
        Slot slot = Slot.decoding(now.project());
        Optional<Artefact> inUse = now.get(slot);
        return new WeightsState(
                project.artefacts().list(ArtefactKind.DECODING).stream().filter(one -> one.slot().equals(slot)).toList(),
                inUse,
                inUse.isEmpty() ? Optional.empty() : Optional.of(DecodingGain.read(inUse.get().summary())),
                inUse.isEmpty() ? "" : String.join(" ", project.work().staleness(inUse.get())),
                String.join(" ", project.work().missing(Operations.TUNE_DECODING, DecodingSettings.defaults())));
    }
}
