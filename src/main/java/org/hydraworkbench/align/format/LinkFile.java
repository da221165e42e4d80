package org.hydraworkbench.align.format;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.TextLines;
import org.jspecify.annotations.Nullable;

/**
 * Reads a link file of any {@link LinkFormat} beside its bitext, pair by pair, with every index checked; and the confidences of
 * its links from a second file, tab-separated {@code pair, i, j, confidence}, all counted from 0, pairs ascending. Used by one
 * thread.
 */
public final class LinkFile implements AutoCloseable {

    private final LinkReader links;
    private final @Nullable TextLines scores;
    private long pairs;
    private @Nullable Score pending;

    private record Score(long pair, int source, int target, float confidence) {}

    private LinkFile(LinkReader links, @Nullable TextLines scores) {
        this.links = links;
        this.scores = scores;
    }

    /**
     * Opens both files, plain or gzip.
     *
     * @param format the format of {@code links}, or null to tell it by the content
     * @param scores the confidences; without them a link has the one that its own file gives, or 1
     */
    public static LinkFile open(Path links, @Nullable LinkFormat format, @Nullable Path scores) throws HydraException {
        return open(LinkReader.open(links, format), scores);
    }

    /** The same without confidences, of links that a person may have counted from 1 where the format usually counts from 0. */
    public static LinkFile openCountedFromOne(Path links, @Nullable LinkFormat format) throws HydraException {
        return open(LinkReader.open(links, format, 1), null);
    }

    private static LinkFile open(LinkReader reader, @Nullable Path scores) throws HydraException {
        try {
            return new LinkFile(reader, scores == null ? null : TextLines.open(scores));
        } catch (HydraException e) {
            reader.close();
            throw e;
        }
    }

    /** The links of the next pair, whose lengths are not known, or null after the last one of the file. */
    public @Nullable Alignment next() throws HydraException {
        return poll(LinkReader.UNKNOWN, LinkReader.UNKNOWN);
    }

    /**
     * The links of the next pair, or null after the last one of the file.
     *
     * @param sources number of source units of that pair, or {@link LinkReader#UNKNOWN}
     * @param targets number of target units of that pair, or {@link LinkReader#UNKNOWN}
     */
    public @Nullable Alignment poll(int sources, int targets) throws HydraException {
        Alignment alignment = links.next(sources, targets);
        return alignment == null ? null : scored(alignment);
    }

    /**
     * The links of the next pair. Where the file numbers its pairs, those after its last one have no links; otherwise it is a
     * fault that it has too few.
     *
     * @param sources number of source units of that pair, or {@link LinkReader#UNKNOWN}
     * @param targets number of target units of that pair, or {@link LinkReader#UNKNOWN}
     */
    public Alignment next(int sources, int targets) throws HydraException {
        Alignment alignment = poll(sources, targets);
        if (alignment == null && !links.format().numbersPairs()) {
            throw InputException.in(links.path(), "has only " + pairs + " lines, there are more pairs;"
                    + " line N must be the links of pair N");
        }
        return alignment == null ? scored(Alignment.empty()) : alignment;
    }

    /**
     * Whether the file says anything of the pair that was given last. Where pairs carry numbers, one that is left out is not known to have no
     * links.
     */
    public boolean named() {
        return links.named();
    }

    /** The format of the links; where the dialects of {@link LinkFormat#PHARAOH} were told by the content, that one. */
    public LinkFormat format() {
        return links.format();
    }

    /** Makes sure that there are no links left when the bitext is at its end. */
    public void requireEnd() throws HydraException {
        if (links.next(LinkReader.UNKNOWN, LinkReader.UNKNOWN) != null) {
            throw InputException.at(links.path(), links.lineNumber(), "there are only " + pairs
                    + " pairs, here are links of one more; " + (links.format().numbersPairs() ? "number" : "line") + " N must be the links of pair N");
        }
        if (scores != null && score(scores) != null) {
            throw InputException.at(scores.path(), scores.lineNumber(), "the alignment has no such pair");
        }
    }

    private Alignment scored(Alignment alignment) throws HydraException {
        pairs++;
        return scores == null ? alignment : scored(alignment, pairs - 1, scores);
    }

    private Alignment scored(Alignment alignment, long pair, TextLines file) throws HydraException {
        List<Link> scored = new ArrayList<>(alignment.links());
        for (Score score = score(file); score != null && score.pair() <= pair; score = score(file)) {
            int at = score.pair() < pair ? -1 : Collections.binarySearch(scored, Link.sure(score.source(), score.target()));
            if (at < 0) {
                throw InputException.at(file.path(), file.lineNumber(), "pair " + score.pair() + " has no link "
                        + score.source() + "-" + score.target() + " in " + links.path()
                        + ", or the pairs are not in ascending order");
            }
            scored.set(at, new Link(score.source(), score.target(), scored.get(at).state(), score.confidence()));
            pending = null;
        }
        return new Alignment(scored);
    }

    /** The next score that was not used yet, or null at the end. */
    private @Nullable Score score(TextLines file) throws HydraException {
        if (pending == null) {
            String line = file.next();
            pending = line == null ? null : parse(line, file);
        }
        return pending;
    }

    private static Score parse(String line, TextLines file) throws InputException {
        String[] cells = line.strip().split("\t", -1);
        try {
            if (cells.length == 4) {
                Score score = new Score(
                        Long.parseLong(cells[0]),
                        Integer.parseInt(cells[1]),
                        Integer.parseInt(cells[2]),
                        Float.parseFloat(cells[3]));
                if (score.confidence() >= 0 && score.confidence() <= 1) {
                    return score;
                }
            }
        } catch (NumberFormatException e) {
            throw new InputException(file.path() + ":" + file.lineNumber() + ": a number cannot be read", e);
        }
        throw InputException.at(
                file.path(),
                file.lineNumber(),
                "a line has four tab-separated numbers: pair, source unit, target unit, confidence from 0 to 1");
    }

    /** Writes the scores of one pair, in the form that {@link #open} reads. */
    public static void writeScores(long pair, Alignment alignment, Writer out) throws IOException {
        for (Link link : alignment.links()) {
            out.write(pair + "\t" + link.source() + "\t" + link.target() + "\t" + link.confidence() + "\n");
        }
    }

    @Override
    public void close() throws HydraException {
        try {
            links.close();
        } finally {
            if (scores != null) {
                scores.close();
            }
        }
    }
}
