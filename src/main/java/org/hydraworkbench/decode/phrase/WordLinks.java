package org.hydraworkbench.decode.phrase;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.text.Span;

/**
 * Links the words of a sentence with those of its translation: each target word with the source word that explains it best by the
 * lexicon, P(t|s)·P(s|t), inside the phrase that it came with where that is known. A word that the lexicon does not explain answers the
 * very same word, else in a phrase the word in the same place, else none.
 */
final class WordLinks {

    private static final double LEAST = 1e-3;
    private static final double OF_THE_SAME = .5;

    private final List<String> sourceForms;
    private final List<String> targetForms;
    private final int[] source;
    private final int[] target;
    private final Lexicon lexicon;

    WordLinks(List<String> source, Vocabulary sourceWords, List<String> target, Vocabulary targetWords, Lexicon lexicon) {
        this.sourceForms = source;
        this.targetForms = target;
        this.source = sourceWords.ids(source);
        this.target = targetWords.ids(target);
        this.lexicon = lexicon;
    }

    /**
     * @param parts which words came with which; empty where that is not known
     */
    Alignment link(List<Phrases.Part> parts) {
        List<Link> links = new ArrayList<>();
        if (parts.isEmpty()) {
            Span all = new Span(0, source.length);
            for (int j = 0; j < target.length; j++) {
                add(links, best(all, j, -1), j);
            }
        }
        for (Phrases.Part part : parts) {
            link(part.sourceWords(), part.targetWords(), links);
        }
        return Alignment.of(links);
    }

    /** Every word of a phrase answers one. */
    private void link(Span from, Span to, List<Link> links) {
        boolean[] answered = new boolean[from.length()];
        for (int j = 0; j < to.length(); j++) {
            int best = best(from, to.start() + j, from.start() + j * from.length() / to.length());
            add(links, best, to.start() + j);
            answered[best - from.start()] = true;
        }
        for (int i = 0; i < answered.length && !to.isEmpty(); i++) {
            if (!answered[i]) {
                add(links, from.start() + i, to.start() + i * to.length() / from.length());
            }
        }
    }

    private int best(Span from, int j, int otherwise) {
        int best = otherwise;
        double most = LEAST;
        for (int i = from.start(); i < from.end(); i++) {
            double explained = sourceForms.get(i).equals(targetForms.get(j)) ? OF_THE_SAME : 0;
            explained = Math.max(explained, forward(i, j) * (known(i, j) ? lexicon.sourceGivenTarget(source[i], target[j]) : 0));
            if (explained > most) {
                most = explained;
                best = i;
            }
        }
        return best;
    }

    private void add(List<Link> links, int i, int j) {
        if (i >= 0) {
            links.add(new Link(i, j, LinkState.SURE, (float) Math.min(1, forward(i, j))));
        }
    }

    private double forward(int i, int j) {
        return known(i, j) ? lexicon.targetGivenSource(source[i], target[j]) : 0;
    }

    private boolean known(int i, int j) {
        return source[i] != Vocabulary.ABSENT && target[j] != Vocabulary.ABSENT;
    }
}
