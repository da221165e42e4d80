package org.hydraworkbench.project.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.Supervision;
import org.hydraworkbench.align.model.Supervision.Verdict;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.tokenizer.Segmenter;
import org.jspecify.annotations.Nullable;

/**
 * What an aligner can know of a project's pairs before it looks at them: the edits and confirmations of people, and the links of the current
 * alignment.
 */
public final class EditKnowledge {

    private final CurrentAlignment current;
    private final Database database;
    private final Segmenter source;
    private final Segmenter target;

    /** For pairs cut by these segmenters, of which {@code current} knows the links. */
    public EditKnowledge(CurrentAlignment current, Database database, Segmenter source, Segmenter target) {
        this.current = current;
        this.database = database;
        this.source = source;
        this.target = target;
    }

    /**
     * Adds it to a bitext or a part of one. Where {@code from} has no link of any of its pairs, training starts from nothing.
     *
     * @param ids ids of these pairs, ascending
     * @param from alignment whose links training may start from, or null
     */
    public TrainingData of(IndexedBitext bitext, long[] ids, @Nullable AlignmentFiles from, Progress progress) throws HydraException {
        TrainingData data = TrainingData.of(bitext).withSupervision(new Supervision(List.of(), verdicts(ids, progress)));
        if (from == null || !isCutLike(from)) {
            return data;
        }
        Links start = start(bitext, ids, from);
        return start.total() == 0 ? data : data.withStart(start);
    }

    private boolean isCutLike(AlignmentFiles other) {
        return other.source().id().equals(source.id()) && other.target().id().equals(target.id());
    }

    /** A pair that the alignment does not cover has no links to start from. */
    private static Links start(IndexedBitext bitext, long[] ids, AlignmentFiles from) {
        List<Alignment> known = new ArrayList<>(ids.length);
        for (int pair = 0; pair < ids.length; pair++) {
            int sources = bitext.source().length(pair);
            int targets = bitext.target().length(pair);
            Alignment links = from.links(ids[pair]);
            boolean fits = links.links().stream().allMatch(link -> link.source() < sources && link.target() < targets);
            known.add(fits ? links : Alignment.empty());
        }
        return Links.of(known);
    }

    private Map<Integer, Verdict> verdicts(long[] ids, Progress progress) throws HydraException {
        Map<Integer, Verdict> verdicts = new HashMap<>();
        for (long id : PairEvidence.touched(database)) {
            progress.checkCancelled();
            int pair = Arrays.binarySearch(ids, id);
            if (pair >= 0) {
                verdict(id).ifPresent(verdict -> verdicts.put(pair, verdict));
            }
        }
        return verdicts;
    }

    /**
     * All links of a confirmed pair are confirmed, also that it has none if they were rejected; of another one those that were edited. A pair that
     * was confirmed when it had no links yet says nothing of them.
     */
    private Optional<Verdict> verdict(long id) throws HydraException {
        PairView view = current.view(id, source, target);
        boolean confirmed = view.pair().status() == PairStatus.CONFIRMED;
        List<Link> said = new ArrayList<>();
        for (EffectiveLink link : view.links()) {
            if (confirmed || link.origin() == EffectiveLink.Origin.EDITED) {
                said.add(new Link(link.source(), link.target(), link.state(), 1f));
            }
        }
        return view.pair().status() == PairStatus.REJECTED || said.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict(new Alignment(said), confirmed));
    }
}
