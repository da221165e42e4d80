package org.hydraworkbench.project.work;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.corpora.CorpusRole;

/**
 * The steps on the way to a translator, in working order, with how far each is. It follows from the operations alone, so it says
 * the same wherever it is shown.
 *
 * @param steps all of them
 */
public record Guide(List<StepStatus> steps) {

    /** The step that is not an operation: importing text. */
    public static final String CORPUS = "corpus";

    public Guide {
        steps = List.copyOf(steps);
    }

    static Guide of(Materials materials) throws HydraException {
        Standing standing = Standing.now(materials);
        Set<Operation<?>> onTheWay = new HashSet<>();
        Set<Slot> products = new HashSet<>();
        for (Operation<?> operation : Operations.all()) {
            if (operation.isOnTheWay(materials)) {
                onTheWay.add(operation);
                products.add(product(operation, standing));
            }
        }
        List<StepStatus> steps = new ArrayList<>();
        for (Operation<?> operation : Operations.all()) {
            StepStatus status = status(operation, standing);
            // A tokenizer from elsewhere fills the slot of the step that trains one; it is no step beside that.
            if (onTheWay.contains(operation) || isDone(operation, status) && !products.contains(product(operation, standing))) {
                steps.add(status);
            }
            if (operation == Operations.BASE_MODEL) {
                steps.add(corpus(materials));
            }
        }
        return new Guide(steps);
    }

    private static boolean isDone(Operation<?> operation, StepStatus status) {
        return status.artefact().filter(artefact -> artefact.operation().equals(operation.id())).isPresent();
    }

    /** By the plain settings: those that suit the project need reading a part of its text, and which slot that is stays the same. */
    private static <S> Slot product(Operation<S> operation, Standing standing) {
        return operation.product(operation.settings().plain(), standing.project());
    }

    private static StepStatus corpus(Materials materials) throws HydraException {
        Map<CorpusRole, Long> pairs = new EnumMap<>(CorpusRole.class);
        for (CorpusRole role : CorpusRole.values()) {
            long count = materials.corpora().included(role);
            if (count > 0) {
                pairs.put(role, count);
            }
        }
        StepStatus.State state = pairs.containsKey(CorpusRole.TRAINING) ? StepStatus.State.DONE : StepStatus.State.READY;
        return new StepStatus(CORPUS, "Corpus", state, Optional.empty(), List.of(), pairs);
    }

    private static <S> StepStatus status(Operation<S> operation, Standing standing) throws HydraException {
        Optional<Artefact> artefact = standing.inUse().get(product(operation, standing));
        List<String> why = artefact.isPresent()
                ? standing.staleness(artefact.get())
                : standing.missing(operation, operation.settings().plain());
        StepStatus.State state = artefact.isPresent()
                ? why.isEmpty() ? StepStatus.State.DONE : StepStatus.State.STALE
                : why.isEmpty() ? StepStatus.State.READY : StepStatus.State.WAITING;
        return new StepStatus(operation.id(), operation.name(), state, artefact, why, Map.of());
    }

    /** The step to do next: the first that is not done or is out of date; none when all are done. */
    public Optional<StepStatus> next() {
        return steps.stream().filter(step -> step.state() != StepStatus.State.DONE).findFirst();
    }

    /** How many steps are done and up to date. */
    public int done() {
        return (int) steps.stream().filter(step -> step.state() == StepStatus.State.DONE).count();
    }

    /** The step with an id. */
    public Optional<StepStatus> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** Whether something is out of date. */
    public boolean isStale() {
        return steps.stream().anyMatch(step -> step.state() == StepStatus.State.STALE);
    }
}
