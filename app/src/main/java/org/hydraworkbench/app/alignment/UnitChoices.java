package org.hydraworkbench.app.alignment;

import java.util.EnumMap;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.tokenizer.Unit;

/**
 * What sentences can be cut into, and what is lacking for it.
 *
 * @param lacking a sentence or more for each unit; empty where it can be chosen
 */
record UnitChoices(Map<Unit, String> lacking) {

    UnitChoices {
        lacking = Map.copyOf(lacking);
    }

    /** As the project stands now. */
    static UnitChoices of(Project project) throws HydraException {
        Map<Unit, String> lacking = new EnumMap<>(Unit.class);
        for (Unit unit : Unit.values()) {
            AlignmentSettings settings = AlignmentSettings.defaults().withUnit(unit);
            lacking.put(unit, String.join(" ", project.work().missing(Operations.ALIGN, settings)));
        }
        return new UnitChoices(lacking);
    }

    /** What is lacking for a unit, as one sentence or more; empty when nothing is. */
    String lacking(Unit unit) {
        return lacking.getOrDefault(unit, "");
    }

    /** Whether nothing is lacking for a unit. */
    boolean allows(Unit unit) {
        return lacking(unit).isEmpty();
    }
}
