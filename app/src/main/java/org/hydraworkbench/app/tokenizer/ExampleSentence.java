package org.hydraworkbench.app.tokenizer;

import java.util.Comparator;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;

/** A sentence to begin with. */
final class ExampleSentence {

    private static final int LOOKED_AT = 200;
    private static final int COMFORTABLE = 60;

    private ExampleSentence() {}

    /** Of the first sentences in the language to learn the one that best fits on a line; empty when there is none. */
    static String read(Project project) throws HydraException {
        return project.corpora().page(PairFilter.all().withExcluded(false), PairOrder.CORPUS, 0, LOOKED_AT).stream()
                .map(PairRow::target)
                .min(Comparator.comparingInt(text -> Math.abs(text.length() - COMFORTABLE)))
                .orElse("");
    }
}
