package org.hydraworkbench.align.format;

import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.text.Excerpt;

/**
 * The forms of link files. Each is read and written here; the three with a line a pair differ only in how a possible link is
 * written, and each of them reads what the others write.
 */
public enum LinkFormat {
    /** A line a pair, {@code i-j} sure, {@code i?j} possible, source first, counted from 0 (as for the decoder of that name). */
    PHARAOH,
    /** As {@link #PHARAOH}, but {@code i-jS} sure and {@code i-jP} possible. */
    PHARAOH_SP,
    /** As {@link #PHARAOH}, but {@code ipj} possible (the gold sets made with the tools of TALP, Barcelona, and those of XL-WA). */
    TALP,
    /**
     * A line a link, {@code sentence i j}, then {@code S} or {@code P} and a confidence if there are any, all counted from 1, 0
     * being NULL (the shared tasks of Mihalcea and Pedersen 2003). Sentences ascend; one that does not occur has no links.
     */
    NAACL,
    /**
     * Three lines a pair: a heading, the target's words, then NULL and the source's words, each with the target words that it
     * explains, counted from 1 (the A3 files of GIZA++, Och and Ney 2003). Knows neither possible links nor confidences.
     */
    GIZA;

    /** The name on the command line, for example {@code pharaoh-sp}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The format with that {@link #optionName}. */
    public static LinkFormat parse(String name) throws UsageException {
        for (LinkFormat value : values()) {
            if (value.optionName().equals(name)) {
                return value;
            }
        }
        throw new UsageException("There is no link format '" + name + "'; choose one of " + names() + ".");
    }

    private static String names() {
        return Arrays.stream(values()).map(LinkFormat::optionName).collect(Collectors.joining(", "));
    }

    /** Whether there is a place for confidences. */
    public boolean hasConfidences() {
        return this != GIZA;
    }

    /** Whether the words of the pairs are part of the file. */
    public boolean hasWords() {
        return this == GIZA;
    }

    /** Whether pairs carry numbers, so that those without links may be missing. */
    public boolean numbersPairs() {
        return this == NAACL || this == GIZA;
    }

    /**
     * What reads lines of this format; closing it closes them.
     *
     * @param first what units are counted from where the format usually counts from 0
     */
    LinkReader reader(TextLines lines, int first) {
        return switch (this) {
            case PHARAOH, PHARAOH_SP, TALP -> new PharaohReader(lines, this, first);
            case NAACL -> new NaaclReader(lines);
            case GIZA -> new GizaReader(lines);
        };
    }

    /**
     * What writes pairs in this format.
     *
     * @param out where the text goes; closed by the caller
     * @param confidences whether every link is written with its confidence
     * @throws IllegalArgumentException when confidences are wanted where there is no place for them
     */
    public LinkWriter writer(Writer out, boolean confidences) {
        if (confidences && !hasConfidences()) {
            throw new IllegalArgumentException("the format " + optionName() + " has no place for confidences");
        }
        return new LinkWriter(this, out, confidences);
    }

    /**
     * Tells the format by the first line that is not blank, which stays to be read. A file of blank lines is {@link #PHARAOH}, as are all its
     * dialects, since one reader serves them.
     *
     * @throws InputException naming the line when it looks like none of the formats
     */
    public static LinkFormat guess(TextLines lines) throws HydraException {
        TextLines.Line first = lines.peek();
        if (first == null) {
            return PHARAOH;
        }
        String line = first.text();
        if (GizaReader.isHeading(line)) {
            return GIZA;
        }
        if (NaaclReader.looksRight(line)) {
            return NAACL;
        }
        if (Pharaoh.looksRight(line)) {
            return PHARAOH;
        }
        throw InputException.at(
                lines.path(),
                first.number(),
                "'" + Excerpt.of(line) + "' begins a link file of no known format;"
                        + " name the format if it is one of " + names());
    }
}
