package org.hydraworkbench.app.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.text.Side;

/**
 * A few short sentences of a project to ask for, of those that nothing is learnt from where there are any.
 *
 * @param sourceTag the language of the first side
 * @param sources in that
 * @param targets in the other language
 */
record ExampleSentences(String sourceTag, List<String> sources, List<String> targets) {

    static final ExampleSentences NONE = new ExampleSentences("", List.of(), List.of());

    private static final int LOOKED_AT = 200;
    private static final int SHOWN = 3;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 60;

    static ExampleSentences read(Project project) throws HydraException {
        List<SentencePair> pairs = new ArrayList<>();
        for (CorpusRole role : List.of(CorpusRole.TEST, CorpusRole.DEVELOPMENT, CorpusRole.TRAINING)) {
            if (pairs.isEmpty()) {
                pairs.addAll(project.corpora().first(role, LOOKED_AT));
            }
        }
        return new ExampleSentences(
                project.info().language(Side.SOURCE).toString(), some(pairs, SentencePair::source), some(pairs, SentencePair::target));
    }

    /** Some that are apart from each other, since neighbours in a corpus are alike. */
    private static List<String> some(List<SentencePair> pairs, Function<SentencePair, String> side) {
        LinkedHashSet<String> fitting = pairs.stream()
                .map(side)
                .map(String::strip)
                .filter(text -> text.length() >= SHORTEST && text.length() <= LONGEST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> all = List.copyOf(fitting);
        List<String> some = new ArrayList<>();
        for (int k = 0; k < Math.min(SHOWN, all.size()); k++) {
            some.add(all.get(k * all.size() / Math.min(SHOWN, all.size())));
        }
        return some;
    }

    /** Those in a language. */
    List<String> in(String tag) {
        return tag.isEmpty() ? List.of() : tag.equals(sourceTag) ? sources : targets;
    }
}
