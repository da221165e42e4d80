package org.hydraworkbench.align.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;

/** Writes the links of pair after pair in one format. Rejected links are left out. Used by one thread. */
public final class LinkWriter {

    private final LinkFormat format;
    private final Writer out;
    private final boolean confidences;
    private long pairs;
    private long unmarked;

    LinkWriter(LinkFormat format, Writer out, boolean confidences) {
        this.format = format;
        this.out = out;
        this.confidences = confidences;
    }

    /** How many possible links were written like sure ones, because the format does not tell them apart. */
    public long unmarked() {
        return unmarked;
    }

    /**
     * Writes the next pair.
     *
     * @param source the source units' forms; used only where {@link LinkFormat#hasWords}
     * @param target the target units' forms; used only where {@link LinkFormat#hasWords}
     * @throws IllegalArgumentException when the words are needed and a link points beyond them
     */
    public void write(Alignment alignment, List<String> source, List<String> target) throws IOException {
        pairs++;
        StringBuilder text = new StringBuilder();
        switch (format) {
            case PHARAOH, PHARAOH_SP, TALP -> {
                Pharaoh.append(text, alignment, format, confidences);
                text.append('\n');
            }
            case NAACL -> naacl(text, alignment);
            case GIZA -> giza(text, alignment, source, target);
        }
        out.append(text);
    }

    private void naacl(StringBuilder text, Alignment alignment) {
        for (Link link : alignment.links()) {
            if (link.state() == LinkState.REJECTED) {
                continue;
            }
            text.append(pairs).append(' ').append(link.source() + 1).append(' ').append(link.target() + 1);
            text.append(link.state() == LinkState.POSSIBLE ? " P" : " S");
            if (confidences) {
                text.append(' ').append(link.confidence());
            }
            text.append('\n');
        }
    }

    /** GIZA++ gives a score with each pair, its model's probability of the alignment; here stands 1, since there is none. */
    private void giza(StringBuilder text, Alignment alignment, List<String> source, List<String> target) {
        StringBuilder[] explained = new StringBuilder[source.size() + 1];
        for (int i = 0; i < explained.length; i++) {
            explained[i] = new StringBuilder();
        }
        boolean[] linked = new boolean[target.size()];
        for (Link link : alignment.links()) {
            if (link.state() == LinkState.REJECTED) {
                continue;
            }
            if (link.source() >= source.size() || link.target() >= target.size()) {
                throw new IllegalArgumentException(
                        "link " + link.source() + "-" + link.target() + " of a pair of " + source.size() + " and " + target.size());
            }
            explained[link.source() + 1].append(' ').append(link.target() + 1);
            linked[link.target()] = true;
            unmarked += link.state() == LinkState.POSSIBLE ? 1 : 0;
        }
        for (int j = 0; j < linked.length; j++) {
            if (!linked[j]) {
                explained[0].append(' ').append(j + 1);
            }
        }
        text.append(String.format(
                Locale.ROOT,
                "# Sentence pair (%d) source length %d target length %d alignment score : 1\n",
                pairs, source.size(), target.size()));
        for (String form : target) {
            text.append(word(form)).append(' ');
        }
        text.append('\n');
        for (int i = 0; i < explained.length; i++) {
            text.append(i == 0 ? "NULL" : word(source.get(i - 1))).append(" ({").append(explained[i]).append(" }) ");
        }
        text.append('\n');
    }

    /** A unit's form where words must hold no space. */
    private static String word(String form) {
        StringBuilder word = new StringBuilder(form.isEmpty() ? "_" : form);
        for (int i = 0; i < word.length(); i++) {
            if (LinkParts.isSpace(word.charAt(i))) {
                word.setCharAt(i, '_');
            }
        }
        return word.toString();
    }
}
