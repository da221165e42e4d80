package org.hydraworkbench.app.transfer;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.text.Side;

/**
 * What of a project concerns transfer.
 *
 * @param base the model that learns a new language
 * @param targetTokenizer the vocabulary it is given
 * @param mapping which source tokens make up each target token
 * @param results what transfers made, newest first
 * @param current the result that is used
 * @param hydra the Hydra in use
 * @param usual the settings of the next transfer
 * @param measurable whether there is text that nothing trains on
 */
public record TransferState(
        Optional<Artefact> base,
        Optional<Artefact> targetTokenizer,
        Optional<Artefact> mapping,
        List<Result> results,
        Optional<Artefact> current,
        Optional<Artefact> hydra,
        TransferSettings usual,
        boolean measurable) {

    /**
     * One result.
     *
     * @param method the name of the method
     * @param stale whether something that it was made from is no longer current
     */
    public record Result(Artefact artefact, String method, boolean current, boolean stale) {}

    static final TransferState NONE = new TransferState(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            TransferSettings.defaults(),
            true);

    public TransferState {
        results = List.copyOf(results);
    }

    static TransferState read(Project project) throws HydraException {
        var artefacts = project.artefacts();
        Optional<Artefact> current = artefacts.current(Slot.transfer(project.info()));
        List<Result> results = new ArrayList<>();
        for (Artefact artefact : artefacts.list(ArtefactKind.TRANSFER)) {
            boolean used = current.filter(one -> one.id() == artefact.id()).isPresent();
            results.add(new Result(artefact, method(artefact), used, !project.work().staleness(artefact).isEmpty()));
        }
        return new TransferState(
                artefacts.current(Slot.BASE_MODEL),
                artefacts.current(Slot.tokenizer(project.info(), Side.TARGET)),
                artefacts.current(Slot.mapping(project.info())),
                results,
                current,
                artefacts.hydra(),
                project.work().defaults(Operations.TRANSFER),
                Measuring.corpus(project).isPresent());
    }

    private static String method(Artefact artefact) {
        JsonObject summary = artefact.summary();
        return summary.has("method") ? summary.get("method").getAsString() : artefact.name();
    }
}
