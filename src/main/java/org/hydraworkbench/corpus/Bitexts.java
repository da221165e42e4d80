package org.hydraworkbench.corpus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;

/** Opens bilingual files, whatever their form; gzip is told by content, the form by content and name. */
public final class Bitexts {

    private static final int SNIFFED = 4096;
    private static final int LINES_LOOKED_AT = 100;

    /** XLIFF too, so that it can be called by its name. */
    private static final Pattern XML = Pattern.compile("<\\?xml|<!DOCTYPE (tmx|xliff)|<(tmx|xliff)\\b");

    private Bitexts() {}

    /** Opens a file of any {@link BitextFormat} with the languages that it has itself. */
    public static BitextReader open(Path file) throws HydraException {
        return open(BitextFiles.of(file));
    }

    /**
     * Opens a text of any {@link BitextFormat}, or two files whose lines correspond. The languages are looked at where the form names
     * some ({@link BitextReader#namesLanguages}); other forms have the source on the left. That two files differ in their length is
     * found, and said, at the end.
     */
    public static BitextReader open(BitextFiles text) throws HydraException {
        Path target = text.target();
        return target == null ? openOne(text) : openMoses(text, target);
    }

    private static BitextReader openOne(BitextFiles text) throws HydraException {
        InputFile input = InputFile.open(text.source());
        try {
            if (isTmx(input)) {
                text.lines().requireNone();
                return TmxReader.open(input, text.from(), text.to());
            }
            if (isZip(input)) {
                MosesZip zip = MosesZip.open(text);
                input.close();
                return zip;
            }
            TextLines lines = TextLines.of(input, text.lines());
            return switch (lineFormat(lines, text.lines().skipBadLines())) {
                case TSV -> new TableReader(new TsvRows(lines), text.lines());
                case CSV -> new TableReader(new CsvRows(lines), text.lines());
                default -> {
                    text.lines().requireNoTable();
                    yield new LineBitextReader(lines, text.lines().skipBadLines());
                }
            };
        } catch (HydraException e) {
            input.close();
            throw e;
        }
    }

    private static BitextReader openMoses(BitextFiles text, Path target) throws HydraException {
        text.lines().requireNoTable();
        TextLines left = TextLines.open(text.source(), text.lines());
        try {
            return new MosesReader(left, TextLines.open(target, text.lines()), text.lines().skipBadLines());
        } catch (HydraException e) {
            left.close();
            throw e;
        }
    }

    /** All pairs of a file that fits in memory. */
    public static List<SentencePair> readAll(Path file) throws HydraException {
        List<SentencePair> pairs = new ArrayList<>();
        try (BitextReader reader = open(file)) {
            for (SentencePair pair = reader.next(); pair != null; pair = reader.next()) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    /**
     * Which form a file has.
     *
     * @throws InputException when it has none of them
     */
    public static BitextFormat format(Path file) throws HydraException {
        try (InputFile input = InputFile.open(file)) {
            if (isTmx(input)) {
                return BitextFormat.TMX;
            }
            if (isZip(input)) {
                MosesZip.open(BitextFiles.of(file)).close();
                return BitextFormat.ZIP;
            }
            return lineFormat(TextLines.of(input), false);
        }
    }

    /**
     * The form of a file with a pair a line: CSV by its name, since commas stand in any prose; else by its first line that is not blank,
     * which stays to be read; where bad lines are left out, by the first that has a form.
     */
    private static BitextFormat lineFormat(TextLines lines, boolean skipBadLines) throws HydraException {
        if (plainName(lines.path()).endsWith(".csv")) {
            return BitextFormat.CSV;
        }
        TextLines.Line first = null;
        if (skipBadLines) {
            first = lines.peek(LINES_LOOKED_AT).stream().filter(line -> hasForm(line.text())).findFirst().orElse(null);
        }
        if (first == null) {
            first = lines.peek();
        }
        if (first == null) {
            return BitextFormat.TSV; // an empty file has no pairs in any form
        }
        if (!hasForm(first.text())) {
            throw InputException.at(
                    lines.path(),
                    first.number(),
                    "this is no bilingual text: source and target are separated neither by a tab nor by a"
                            + " free-standing |||; the name of a table with commas or semicolons must end in .csv");
        }
        boolean tab = first.text().indexOf('\t') >= 0;
        boolean bars = LineBitextReader.freeBars(first.text(), 0) >= 0;
        return tab && (!bars || plainName(lines.path()).endsWith(".tsv")) ? BitextFormat.TSV : BitextFormat.BARS;
    }

    private static boolean hasForm(String line) {
        return line.indexOf('\t') >= 0 || LineBitextReader.freeBars(line, 0) >= 0;
    }

    private static boolean isTmx(InputFile input) throws InputException {
        byte[] head = input.peek(SNIFFED);
        return head.length > 0 && (plainName(input.path()).endsWith(".tmx") || startsLikeXml(head));
    }

    private static boolean isZip(InputFile input) throws InputException {
        return MosesZip.begins(input.peek(4));
    }

    private static boolean startsLikeXml(byte[] head) {
        String latin = new String(head, StandardCharsets.ISO_8859_1)
                .replace("\0", "") // UTF-16
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .stripLeading();
        return XML.matcher(latin).lookingAt();
    }

    /** The name without the ending that says it is packed, in lower case. */
    private static String plainName(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }
}
