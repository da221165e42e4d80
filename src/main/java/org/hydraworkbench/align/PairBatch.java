package org.hydraworkbench.align;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.tokenizer.Segmenter;

/** Reads pairs some thousand at a time and cuts them with all threads; their order does not depend on these. */
final class PairBatch {

    private static final int MOST = 4096;
    private static final int PAIRS_A_TASK = 64;

    private final PairSource pairs;
    private final Segmenter source;
    private final Segmenter target;
    private final List<SentencePair> texts = new ArrayList<>(MOST);
    private final List<List<String>> sources = new ArrayList<>(MOST);
    private final List<List<String>> targets = new ArrayList<>(MOST);

    private boolean atEnd;

    PairBatch(PairSource pairs, Segmenter source, Segmenter target) {
        this.pairs = pairs;
        this.source = source;
        this.target = target;
    }

    /** Replaces what it holds with the next pairs; false when there are none. */
    boolean next(Workers workers, Progress progress) throws HydraException {
        texts.clear();
        while (texts.size() < MOST) {
            SentencePair pair = pairs.next();
            if (pair == null) {
                atEnd = true;
                break;
            }
            texts.add(pair);
        }
        String[][] sourceForms = new String[texts.size()][];
        String[][] targetForms = new String[texts.size()][];
        workers.run((texts.size() + PAIRS_A_TASK - 1) / PAIRS_A_TASK, progress, (task, worker) -> {
            int end = Math.min(texts.size(), (task + 1) * PAIRS_A_TASK);
            for (int k = task * PAIRS_A_TASK; k < end; k++) {
                sourceForms[k] = source.segment(texts.get(k).source()).forms();
                targetForms[k] = target.segment(texts.get(k).target()).forms();
            }
        });
        sources.clear();
        targets.clear();
        for (int k = 0; k < texts.size(); k++) {
            sources.add(List.of(sourceForms[k]));
            targets.add(List.of(targetForms[k]));
        }
        return !texts.isEmpty();
    }

    /** Whether it has seen the end: there are no more pairs than it holds. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** Number of pairs that it holds. */
    int size() {
        return sources.size();
    }

    /** The source unit forms of a pair, counted from 0 in this batch. */
    List<String> source(int pair) {
        return sources.get(pair);
    }

    /** The target unit forms of a pair. */
    List<String> target(int pair) {
        return targets.get(pair);
    }
}
