package org.hydraworkbench.decode.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.decode.phrase.PhraseTable.Translation;
import org.hydraworkbench.decode.phrase.PhraseWeights.Feature;

/** The ways to translate the phrases of one sentence. */
final class PhraseOptions {

    /** Of a phrase. */
    private static final int MOST = 20;

    /** What a word counts as unknown that is translated like one that begins alike. */
    private static final double HALF_KNOWN = 0.5;

    private static final double LEAST_DROPPED = 1e-3;

    private final PhraseTable table;
    private final Lexicon lexicon;
    private final Vocabulary target;
    private final PhraseWeights weights;
    private final SourceWords source;
    private final List<String> forms;
    private final int[] words;

    PhraseOptions(
            PhraseTable table, Lexicon lexicon, SourceWords source, Vocabulary target, PhraseWeights weights, List<String> forms) {
        this.table = table;
        this.lexicon = lexicon;
        this.source = source;
        this.target = target;
        this.weights = weights;
        this.forms = forms;
        this.words = source.vocabulary().ids(forms);
    }

    /** The options by first word, then by the number of words less one; every word alone has one. */
    List<List<List<PhraseOption>>> all() {
        List<List<List<PhraseOption>>> all = new ArrayList<>();
        for (int from = 0; from < words.length; from++) {
            List<List<Translation>> found = table.from(words, from);
            List<List<PhraseOption>> here = new ArrayList<>();
            for (int n = 1; n <= found.size(); n++) {
                here.add(best(found.get(n - 1), words, from, from + n));
            }
            if (here.isEmpty()) {
                here.add(new ArrayList<>());
            }
            if (found.isEmpty() || found.getFirst().isEmpty()) {
                addUnknown(here.getFirst(), from);
            }
            if (words[from] != Vocabulary.ABSENT) {
                here.getFirst().add(dropped(from));
            }
            all.add(here);
        }
        return all;
    }

    private List<PhraseOption> best(List<Translation> found, int[] words, int from, int to) {
        return new ArrayList<>(found.stream()
                .map(translation -> option(translation, words, from, to))
                .sorted(Comparator.comparingDouble(option -> -weights.score(option.features())))
                .limit(MOST)
                .toList());
    }

    private PhraseOption option(Translation translation, int[] words, int from, int to) {
        double[] features = Feature.none();
        features[Feature.TARGET_GIVEN_SOURCE.ordinal()] = translation.logProbability();
        features[Feature.WORDS_FORWARD.ordinal()] = lexicon.logTarget(words, from, to, translation.words());
        features[Feature.WORDS_BACK.ordinal()] = lexicon.logSource(words, from, to, translation.words());
        features[Feature.WORDS.ordinal()] = translation.words().length;
        features[Feature.PHRASES.ordinal()] = 1;
        features[Feature.RARITY.ordinal()] = 1 / translation.count();
        features[Feature.CONFIRMED.ordinal()] = translation.confirmed() / translation.all();
        List<String> written = Arrays.stream(translation.words()).mapToObj(target::form).toList();
        return new PhraseOption(from, to, translation.words(), written, features);
    }

    private PhraseOption dropped(int at) {
        double[] features = Feature.none();
        features[Feature.DROPPED.ordinal()] = Math.log(Math.max(lexicon.nothingGivenSource(words[at]), LEAST_DROPPED));
        features[Feature.PHRASES.ordinal()] = 1;
        return new PhraseOption(at, at + 1, new int[0], List.of(), features);
    }

    /** What a word like it is translated by, and the word itself. */
    private void addUnknown(List<PhraseOption> options, int at) {
        int like = source.like(forms.get(at));
        if (like != Vocabulary.ABSENT) {
            int[] other = words.clone();
            other[at] = like;
            for (List<Translation> found : table.from(new int[] {like}, 0)) {
                for (PhraseOption option : best(found, other, at, at + 1)) {
                    option.features()[Feature.UNKNOWN.ordinal()] = HALF_KNOWN;
                    options.add(option);
                }
            }
        }
        double[] features = Feature.none();
        features[Feature.UNKNOWN.ordinal()] = 1;
        features[Feature.WORDS.ordinal()] = 1;
        features[Feature.PHRASES.ordinal()] = 1;
        int id = target.id(forms.get(at));
        int[] itself = {id == Vocabulary.ABSENT ? target.size() + at : id};
        options.add(new PhraseOption(at, at + 1, itself, List.of(forms.get(at)), features));
    }
}
