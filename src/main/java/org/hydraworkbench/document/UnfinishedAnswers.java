package org.hydraworkbench.document;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.document.tags.SegmentAnswer;
import org.hydraworkbench.document.tags.SegmentTranslator;
import org.hydraworkbench.text.Tsv;

/**
 * Keeps every answer in a file as soon as it is there, so that work which was stopped or killed goes on where it was. The file is a table: first what was
 * asked for, then a row for every sentence. A last row that was cut short is passed over.
 */
public final class UnfinishedAnswers implements SegmentTranslator, AutoCloseable {

    private static final String HEAD = "hydra-unfinished-1";

    private final Path file;
    private final SegmentTranslator translator;
    private final Map<String, SegmentAnswer> known = new HashMap<>();
    private final Writer rows;

    private UnfinishedAnswers(Path file, SegmentTranslator translator, String settings) throws IOException, HydraException {
        this.file = file;
        this.translator = translator;
        String head = Tsv.row(HEAD, settings);
        String kept = Files.exists(file) ? whole(Files.readString(file)) : "";
        if (!kept.isEmpty() && !kept.startsWith(head)) {
            throw new UsageException(file + ": was begun with other settings or files; remove it to begin anew, or give what was given then.");
        }
        List<String> lines = kept.lines().toList();
        for (int k = 1; k < lines.size(); k++) {
            read(lines.get(k), k + 1);
        }
        AtomicFiles.writeString(file, kept.isEmpty() ? head : kept); // without what was cut short
        this.rows = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
    }

    /** Where answers are kept for a file that is being made. */
    public static Path beside(Path out) {
        return out.resolveSibling(out.getFileName() + ".unfinished");
    }

    /**
     * Goes on with the answers in a file, or begins it.
     *
     * @param settings all that answers depend on
     * @throws UsageException when the file was begun with other settings
     * @throws InputException when a row of it is damaged
     */
    public static UnfinishedAnswers open(Path file, SegmentTranslator translator, String settings) throws HydraException {
        try {
            return new UnfinishedAnswers(file, translator, settings);
        } catch (IOException e) {
            throw ResourceException.in(file, "cannot be read or written", e);
        }
    }

    /** A text up to its last line end. */
    private static String whole(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    /** How many sentences there are answers for. */
    public int size() {
        return known.size();
    }

    private void read(String row, int line) throws InputException {
        try {
            String[] cells = row.split("\t", -1);
            List<Link> links = new ArrayList<>();
            for (String link : cells[5].isEmpty() ? new String[0] : cells[5].split(" ")) {
                String[] ends = link.split("-");
                links.add(Link.sure(
                        Objects.checkIndex(Integer.parseInt(ends[0]), CutText.of(cells[0]).size()),
                        Objects.checkIndex(Integer.parseInt(ends[1]), CutText.of(cells[1]).size())));
            }
            known.put(cells[0], new SegmentAnswer(
                    cells[1], Alignment.of(links), Double.parseDouble(cells[2]), Double.parseDouble(cells[3]), Boolean.parseBoolean(cells[4])));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new InputException(file + ":" + line + ": this row is damaged; remove it, and its sentence is translated anew", e);
        }
    }

    @Override
    public SegmentAnswer translate(String text) throws HydraException {
        SegmentAnswer kept = known.get(text);
        if (kept != null) {
            return kept;
        }
        SegmentAnswer answer = translator.translate(text);
        String links = answer.links().links().stream().map(link -> link.source() + "-" + link.target()).collect(Collectors.joining(" "));
        try {
            rows.write(Tsv.row(text, answer.text(), Double.toString(answer.confidence()), Double.toString(answer.logProbability()),
                    Boolean.toString(answer.confirmed()), links));
            rows.flush();
        } catch (IOException e) {
            throw ResourceException.in(file, "cannot be written", e);
        }
        known.put(text, answer);
        return answer;
    }

    @Override
    public boolean isSaid(String text) throws HydraException {
        return translator.isSaid(text);
    }

    /** Removes the file, when what it was for is complete. */
    public void finish() throws HydraException {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw ResourceException.in(file, "cannot be removed", e);
        }
    }

    @Override
    public void close() throws HydraException {
        try {
            rows.close();
        } catch (IOException e) {
            throw ResourceException.in(file, "cannot be written", e);
        }
    }
}
