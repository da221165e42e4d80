package org.hydraworkbench.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.project.work.Operation;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.project.work.Work;

/** What is to be otherwise than usual in some steps: {@code STEP.option=value}, the last word holds. */
final class StepChoices {

    private final Map<Operation<?>, Map<String, String>> choices = new LinkedHashMap<>();

    private StepChoices() {}

    /** Understands what was typed; whether there are such options, and they suit, is for {@link #check}. */
    static StepChoices parse(List<String> typed) throws UsageException {
        StepChoices all = new StepChoices();
        for (String choice : typed) {
            int dot = choice.indexOf('.');
            int equals = choice.indexOf('=');
            if (dot < 1 || equals < dot + 2) {
                throw new UsageException("--set " + choice + ": write STEP.option=value, for example train.steps=500.");
            }
            all.choices
                    .computeIfAbsent(step(choice.substring(0, dot)), step -> new LinkedHashMap<>())
                    .put(choice.substring(dot + 1, equals), choice.substring(equals + 1));
        }
        return all;
    }

    /** The step with an id. */
    static Operation<?> step(String id) throws UsageException {
        return Operations.find(id).orElseThrow(() -> new UsageException("There is no step “" + id + "”; there are "
                + Operations.all().stream().map(Operation::id).collect(Collectors.joining(", ")) + "."));
    }

    /** The steps for which something was chosen. */
    Set<Operation<?>> steps() {
        return choices.keySet();
    }

    /** Refuses what cannot be chosen in a project as it is now. */
    void check(Work work) throws HydraException {
        for (Operation<?> operation : choices.keySet()) {
            check(operation, work);
        }
    }

    private <S> void check(Operation<S> operation, Work work) throws HydraException {
        apply(operation, work.usual(operation));
    }

    /** {@code usual} with what was chosen. */
    <S> S apply(Operation<S> operation, S usual) throws UsageException {
        Map<String, String> chosen = choices.getOrDefault(operation, Map.of());
        if (chosen.isEmpty()) {
            return usual;
        }
        try {
            return operation.settings().with(usual, chosen);
        } catch (InputException e) {
            throw new UsageException("--set " + operation.id() + "." + e.getMessage(), e);
        }
    }
}
