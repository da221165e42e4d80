package org.hydraworkbench.align;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.UnitForms;
import org.hydraworkbench.align.tables.Workers;
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
    private final AlignmentMethod method;
    private final List<SentencePair> texts = new ArrayList<>(MOST);

    private UnitForms[] sources = {};
    private UnitForms[] targets = {};
    private int taken;
    private boolean atEnd;

    PairBatch(PairSource pairs, Segmenter source, Segmenter target, AlignmentMethod method) {
        this.pairs = pairs;
        this.source = source;
        this.target = target;
        this.method = method;
    }

    /** Replaces what it holds with the next pairs; false when there are none. */
    boolean next(Workers workers, Progress progress) throws HydraException {
        texts.clear();
        taken = 0;
        while (texts.size() < MOST) {
            SentencePair pair = pairs.next();
            if (pair == null) {
                atEnd = true;
                break;
            }
            texts.add(pair);
        }
        sources = new UnitForms[texts.size()];
        targets = new UnitForms[texts.size()];
        workers.run((texts.size() + PAIRS_A_TASK - 1) / PAIRS_A_TASK, progress, (task, worker) -> {
            int end = Math.min(texts.size(), (task + 1) * PAIRS_A_TASK);
            for (int k = task * PAIRS_A_TASK; k < end; k++) {
                sources[k] = method.units(source.segment(texts.get(k).source()));
                targets[k] = method.units(target.segment(texts.get(k).target()));
            }
        });
        return !texts.isEmpty();
    }

    /** The first pair that was not taken yet, or {@link #size}. */
    int first() {
        return taken;
    }

    /** Leaves the pairs before this one behind. */
    void take(int until) {
        taken = until;
    }

    /** Whether there are no more pairs than were taken; sometimes false though it is so. */
    boolean isAtEnd() {
        return atEnd && taken == size();
    }

    /** Number of pairs that it holds. */
    int size() {
        return sources.length;
    }

    /** What the model takes the source units of a pair for; pairs counted from 0 in this batch. */
    UnitForms source(int pair) {
        return sources[pair];
    }

    /** What the model takes the target units of a pair for. */
    UnitForms target(int pair) {
        return targets[pair];
    }
}
