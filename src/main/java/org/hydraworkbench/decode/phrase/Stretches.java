package org.hydraworkbench.decode.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hydraworkbench.decode.phrase.PhraseWeights.Feature;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.Span;

/**
 * A text that is translated in stretches, each by itself, since the effort grows with the cube of the length; and how what is found for them
 * becomes a text again.
 */
final class Stretches {

    private static final int MOST_WORDS = 100;
    private static final int LEAST_WORDS = 20;

    private final CutText cut;
    private final Spacing spacing;

    /** @param spacing of the target language */
    Stretches(CutText cut, Spacing spacing) {
        this.cut = cut;
        this.spacing = spacing;
    }

    private record Stretch(int from, List<PhraseSearch.Found> best) {

        private PhraseSearch.Found ofRank(int rank) {
            return best.get(Math.min(rank, best.size() - 1));
        }
    }

    /**
     * The translations, the best first.
     *
     * @param forms the words of the text as phrases see them, at least one
     * @param search finds the translations of a stretch, the best first, at least one
     */
    List<Phrases.Candidate> translate(List<String> forms, Function<List<String>, List<PhraseSearch.Found>> search) {
        List<Stretch> stretches = new ArrayList<>();
        for (int from = 0; from < forms.size(); ) {
            int to = end(forms, from);
            stretches.add(new Stretch(from, search.apply(forms.subList(from, to))));
            from = to;
        }
        int count = stretches.stream().mapToInt(stretch -> stretch.best.size()).max().orElse(0);
        return IntStream.range(0, count).mapToObj(rank -> candidate(stretches, rank)).toList();
    }

    /** After the last mark that is far enough from the beginning, else where there must be an end. */
    private static int end(List<String> forms, int from) {
        int most = Math.min(forms.size(), from + MOST_WORDS);
        if (most == forms.size()) {
            return most;
        }
        for (int end = most; end > from + LEAST_WORDS; end--) {
            if (!Character.isLetterOrDigit(forms.get(end - 1).codePointAt(0))) {
                return end;
            }
        }
        return most;
    }

    private Phrases.Candidate candidate(List<Stretch> stretches, int rank) {
        Offsets offsets = Offsets.of(cut.text());
        List<Phrases.Part> parts = new ArrayList<>();
        List<String> forms = new ArrayList<>();
        double[] features = Feature.none();
        double score = 0;
        for (Stretch stretch : stretches) {
            PhraseSearch.Found found = stretch.ofRank(rank);
            for (PhraseOption option : found.options()) {
                Span words = new Span(stretch.from + option.from(), stretch.from + option.to());
                Span first = cut.spans().get(words.start());
                Span last = cut.spans().get(words.end() - 1);
                parts.add(new Phrases.Part(
                        offsets.slice(first.start(), last.end()),
                        spacing.join(option.forms()),
                        words,
                        new Span(forms.size(), forms.size() + option.forms().size()),
                        option.pair(),
                        option.confirmed()));
                forms.addAll(option.forms());
            }
            Arrays.setAll(features, f -> features[f] + found.features()[f]);
            score += found.score();
        }
        return new Phrases.Candidate(write(forms), parts, features, score);
    }

    /** Target words as a text, without {@linkplain Spacing#closed loose hyphens}; its first letter is a capital where that of the source text is. */
    String write(List<String> forms) {
        String joined = spacing.join(Spacing.closed(forms));
        return Casing.isCapitalised(cut.forms()) ? Casing.capitalised(joined) : joined;
    }
}
