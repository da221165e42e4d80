package org.hydraworkbench.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.project.links.EffectiveLink;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.tokenizer.Segment;
import org.hydraworkbench.tokenizer.Segmentation;

/** A pair with its links on paper: the units with their numbers, then link by link. */
final class PairSheet {

    private PairSheet() {}

    /** For a person. */
    static List<String> lines(PairView view) {
        List<String> lines = new ArrayList<>();
        lines.add("Pair %d, %s%s".formatted(
                view.pair().id(), view.pair().status().code(), view.pair().excluded() ? ", excluded" : ""));
        lines.add("source " + units(view.source()));
        lines.add("target " + units(view.target()));
        String[] left = view.source().surfaces();
        String[] right = view.target().surfaces();
        for (EffectiveLink link : view.links()) {
            lines.add(String.format(Locale.ROOT, "%7s  %s – %s, %s, %s, confidence %.2f",
                    link.source() + "-" + link.target(),
                    left[link.source()],
                    right[link.target()],
                    state(link.state()),
                    origin(link.origin()),
                    link.confidence()));
        }
        return lines;
    }

    private static String units(Segmentation side) {
        StringBuilder line = new StringBuilder();
        String[] surfaces = side.surfaces();
        for (int k = 0; k < surfaces.length; k++) {
            line.append("  ").append(k).append(' ').append(surfaces[k]);
        }
        return line.toString();
    }

    /** For a program. */
    static JsonObject json(PairView view) {
        JsonObject pair = new JsonObject();
        pair.addProperty("id", view.pair().id());
        pair.addProperty("corpus", view.pair().corpusId());
        pair.addProperty("status", view.pair().status().code());
        pair.addProperty("excluded", view.pair().excluded());
        JsonObject all = new JsonObject();
        all.add("pair", pair);
        all.add("source", side(view.source()));
        all.add("target", side(view.target()));
        all.add("links", ProjectJson.list(view.links(), PairSheet::json));
        return all;
    }

    private static JsonObject side(Segmentation side) {
        JsonArray units = new JsonArray();
        String[] surfaces = side.surfaces();
        for (int k = 0; k < surfaces.length; k++) {
            Segment segment = side.segments().get(k);
            JsonObject unit = new JsonObject();
            unit.addProperty("index", k);
            unit.addProperty("text", surfaces[k]);
            unit.addProperty("start", segment.start());
            unit.addProperty("end", segment.end());
            units.add(unit);
        }
        JsonObject one = new JsonObject();
        one.addProperty("text", side.text());
        one.add("units", units);
        return one;
    }

    private static JsonObject json(EffectiveLink link) {
        JsonObject one = new JsonObject();
        one.addProperty("source", link.source());
        one.addProperty("target", link.target());
        one.addProperty("state", state(link.state()));
        one.addProperty("confidence", link.confidence());
        one.addProperty("origin", origin(link.origin()));
        return one;
    }

    private static String state(LinkState state) {
        return switch (state) {
            case SURE -> "sure";
            case POSSIBLE -> "possible";
            case REJECTED -> "rejected";
        };
    }

    private static String origin(EffectiveLink.Origin origin) {
        return switch (origin) {
            case MACHINE -> "machine";
            case EDITED -> "edited";
        };
    }
}
