package org.hydraworkbench.project.artefacts;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What artefacts are called that are spoken of together: two results of one operation have the same name, and are told apart by when they
 * were made, or by their numbers where that was within a minute.
 */
public final class ToldApart {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private ToldApart() {}

    /** The name of an artefact among others, itself perhaps among them: {@code tables}, or {@code tables (29 Nov 2026, 10:04)}. */
    public static String name(Artefact artefact, Collection<Artefact> others) {
        return artefact.name() + apart(artefact, others);
    }

    /** The same with quotes round the name. */
    public static String quoted(Artefact artefact, Artefact... others) {
        return "“" + artefact.name() + "”" + apart(artefact, List.of(others));
    }

    private static String apart(Artefact artefact, Collection<Artefact> others) {
        List<Artefact> same = others.stream()
                .filter(other -> other.id() != artefact.id() && other.name().equals(artefact.name()))
                .toList();
        if (same.isEmpty()) {
            return "";
        }
        String time = time(artefact);
        return same.stream().map(ToldApart::time).anyMatch(time::equals) ? " (no. " + artefact.id() + ")" : " (" + time + ")";
    }

    private static String time(Artefact artefact) {
        return TIME.format(artefact.created().atZone(ZoneId.systemDefault()));
    }
}
