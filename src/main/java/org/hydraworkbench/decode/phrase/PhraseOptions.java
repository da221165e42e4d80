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

    private static final double MOSTLY = .5;

    private final PhraseTable table;
    private final Lexicon lexicon;
    private final Vocabulary target;
    private final PhraseWeights weights;
    private final SourceWords source;
    private final List<String> forms;
    private final List<Terms.Match> terms;
    private final int[] words;

    PhraseOptions(
            PhraseTable table,
            Lexicon lexicon,
            SourceWords source,
            Vocabulary target,
            PhraseWeights weights,
            List<String> forms,
            List<Terms.Match> terms) {
        this.table = table;
        this.lexicon = lexicon;
        this.source = source;
        this.target = target;
        this.weights = weights;
        this.forms = forms;
        this.terms = terms;
        this.words = source.vocabulary().ids(forms);
    }

    /** The options by first word, then by the number of words less one; a term has one alone, every other word has one by itself. */
    List<List<List<PhraseOption>>> all() {
        List<List<List<PhraseOption>>> all = free();
        for (Terms.Match term : terms) {
            for (List<List<PhraseOption>> here : all) {
                here.forEach(same -> same.removeIf(option -> option.from() < term.to() && term.from() < option.to()));
            }
            List<List<PhraseOption>> here = all.get(term.from());
            while (here.size() < term.to() - term.from()) {
                here.add(new ArrayList<>());
            }
            here.get(term.to() - term.from() - 1).add(option(term));
        }
        return all;
    }

    private PhraseOption option(Terms.Match term) {
        double[] features = Feature.none();
        features[Feature.WORDS.ordinal()] = term.target().size();
        features[Feature.PHRASES.ordinal()] = 1;
        features[Feature.CONFIRMED.ordinal()] = 1;
        int[] ids = new int[term.target().size()];
        for (int k = 0; k < ids.length; k++) {
            int id = target.id(term.target().get(k));
            ids[k] = id == Vocabulary.ABSENT ? target.size() + term.from() + k : id;
        }
        return new PhraseOption(term.from(), term.to(), ids, term.target(), term.pair(), true, features);
    }

    private List<List<List<PhraseOption>>> free() {
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
        double confirmed = translation.confirmed() / translation.count();
        features[Feature.CONFIRMED.ordinal()] = confirmed;
        List<String> written = Arrays.stream(translation.words()).mapToObj(target::form).toList();
        return new PhraseOption(from, to, translation.words(), written, translation.pair(), confirmed >= MOSTLY, features);
    }

    private PhraseOption dropped(int at) {
        double[] features = Feature.none();
        features[Feature.DROPPED.ordinal()] = Math.log(Math.max(lexicon.nothingGivenSource(words[at]), LEAST_DROPPED));
        features[Feature.PHRASES.ordinal()] = 1;
        return new PhraseOption(at, at + 1, new int[0], List.of(), PhraseOption.NOWHERE, false, features);
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
        options.add(new PhraseOption(at, at + 1, itself, List.of(forms.get(at)), PhraseOption.NOWHERE, false, features));
    }
}
