package org.hydraworkbench.align.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.BitextPart;
import org.hydraworkbench.align.model.Supervision.Entry;
import org.hydraworkbench.align.model.Supervision.Verdict;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.text.Excerpt;
import org.hydraworkbench.tokenizer.Segmenter;
import org.jspecify.annotations.Nullable;

/** Reads what a person said about a bitext from files, with every index checked against the bitext. */
public final class SupervisionFiles {

    private SupervisionFiles() {}

    /**
     * Reads a glossary: lines {@code source TAB target}, cut into units as the bitext is. Empty lines are passed over; there are no
     * comments, since any sign may be a word.
     */
    public static List<Entry> glossary(Path file, Segmenter source, Segmenter target, AlignmentMethod method)
            throws HydraException {
        List<Entry> entries = new ArrayList<>();
        forEachEntry(file, (left, right, lines) -> entries.add(new Entry(
                units(left, "source", source, method, lines), units(right, "target", target, method, lines))));
        return entries;
    }

    /** Reads a glossary, written likewise, as texts. */
    public static List<SentencePair> terms(Path file) throws HydraException {
        List<SentencePair> terms = new ArrayList<>();
        forEachEntry(file, (left, right, lines) -> {
            if (left.isBlank() || right.isBlank()) {
                throw emptySide(left.isBlank() ? "source" : "target", lines);
            }
            terms.add(new SentencePair(left.strip(), right.strip()));
        });
        return terms;
    }

    @FunctionalInterface
    private interface EntryAction {
        void accept(String source, String target, TextLines lines) throws HydraException;
    }

    private static void forEachEntry(Path file, EntryAction action) throws HydraException {
        try (TextLines lines = TextLines.open(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank()) {
                    continue;
                }
                String[] sides = line.split("\t", -1);
                if (sides.length != 2) {
                    throw InputException.at(
                            file,
                            lines.lineNumber(),
                            "'" + Excerpt.of(line) + "' has " + (sides.length - 1) + " tabs; a line of a glossary is a word or"
                                    + " phrase, one tab, and its translation");
                }
                action.accept(sides[0], sides[1], lines);
            }
        }
    }

    private static List<String> units(
            String text, String side, Segmenter segmenter, AlignmentMethod method, TextLines lines) throws HydraException {
        List<String> units = method.units(segmenter.segment(text.strip())).forms();
        if (units.isEmpty()) {
            throw emptySide(side, lines);
        }
        return units;
    }

    private static InputException emptySide(String side, TextLines lines) {
        return InputException.at(lines.path(), lines.lineNumber(), "the " + side + " side of the entry is empty");
    }

    /**
     * Reads verdicts on the pairs of a part, numbered from its first one. A pair that has links in {@code confirmed} is complete with them; those in {@code rejected} are
     * wrong. Both files may end before the bitext does.
     *
     * @param format the format of both files, or null to tell it by the content of each
     */
    public static Map<Integer, Verdict> verdicts(
            @Nullable Path confirmed, @Nullable Path rejected, @Nullable LinkFormat format, BitextPart part)
            throws HydraException {
        Map<Integer, Verdict> verdicts = new HashMap<>();
        if (confirmed != null) {
            forEachPair(confirmed, format, part, (pair, links, where) -> verdicts.put(pair, new Verdict(links, true)));
        }
        if (rejected != null) {
            forEachPair(rejected, format, part, (pair, links, where) -> {
                Verdict known = verdicts.getOrDefault(pair, new Verdict(Alignment.empty(), false));
                List<Link> all = new ArrayList<>(known.links().links());
                for (Link link : links.links()) {
                    if (known.links().state(link.source(), link.target()) != null) {
                        throw new InputException(where + ": the link " + link.source() + "-" + link.target() + " of pair " + (part.first() + pair)
                                + " is rejected here and confirmed in " + confirmed + " (pairs and units counted from 0)");
                    }
                    all.add(new Link(link.source(), link.target(), LinkState.REJECTED, 1f));
                }
                verdicts.put(pair, new Verdict(Alignment.of(all), known.complete()));
            });
        }
        return verdicts;
    }

    @FunctionalInterface
    private interface PairAction {
        void accept(int pair, Alignment links, String where) throws HydraException;
    }

    /** Does something with each pair that has links; {@code where} says at which line they are. */
    private static void forEachPair(Path file, @Nullable LinkFormat format, BitextPart part, PairAction action)
            throws HydraException {
        try (LinkReader reader = LinkReader.open(file, format)) {
            IndexedBitext bitext = part.bitext();
            for (int pair = 0; pair < part.first(); pair++) {
                if (reader.next(LinkReader.UNKNOWN, LinkReader.UNKNOWN) == null) {
                    return;
                }
            }
            for (int pair = 0; pair < bitext.size(); pair++) {
                Alignment links = reader.next(bitext.source().length(pair), bitext.target().length(pair));
                if (links == null) {
                    return;
                }
                if (!links.links().isEmpty()) {
                    action.accept(pair, links, reader.format().numbersPairs() ? file.toString() : file + ":" + reader.lineNumber());
                }
            }
            if (part.last() && reader.next(LinkReader.UNKNOWN, LinkReader.UNKNOWN) != null) {
                throw InputException.at(
                        file, reader.lineNumber(), "here are links of one pair more than the bitext has, which is " + (part.first() + bitext.size()));
            }
        }
    }
}
