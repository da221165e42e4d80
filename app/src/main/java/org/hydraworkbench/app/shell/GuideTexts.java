package org.hydraworkbench.app.shell;

import java.util.stream.Collectors;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.work.StepStatus;

/**
 * What the window says of a step of the guide, by the keys {@code guide.ID.…}; an operation that the window does not know is called by
 * the name that it has itself.
 */
public final class GuideTexts {

    private GuideTexts() {}

    private static String text(StepStatus step, String what, String otherwise) {
        String key = "guide." + step.id() + "." + what;
        return Texts.has(key) ? Texts.get(key) : Texts.format(otherwise, step.name());
    }

    /** What a person calls it. */
    public static String name(StepStatus step) {
        String key = "guide." + step.id() + ".name";
        return Texts.has(key) ? Texts.get(key) : step.name();
    }

    /** That it can be done now, as a sentence. */
    public static String ready(StepStatus step) {
        return text(step, "ready", "guide.other.ready");
    }

    /** What there is of it: the name of what is in use, or how many pairs were imported and what for; empty when there is neither. */
    public static String result(StepStatus step) {
        return step.pairs().isEmpty()
                ? step.artefact().map(Artefact::name).orElse("")
                : step.pairs().entrySet().stream()
                        .map(pairs -> Texts.format("guide.pairs." + pairs.getKey().code(), pairs.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** What it is and what for, as a sentence. */
    public static String what(StepStatus step) {
        return text(step, "what", "guide.other.what");
    }

    /** What a button that does it says. */
    public static String doIt(StepStatus step) {
        return text(step, "do", "guide.other.do");
    }
}
