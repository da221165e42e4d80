package org.hydraworkbench.app.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Shown;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.project.edits.LinkEdit;
import org.hydraworkbench.project.edits.LinkRequest;
import org.hydraworkbench.project.links.CurrentAlignment;
import org.hydraworkbench.project.links.EffectiveLink;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Segment;
import org.hydraworkbench.tokenizer.Segmentation;
import org.jspecify.annotations.Nullable;

/**
 * A pair as it was read from the project, and the same for the heatmap.
 *
 * @param view the pair, its segments and links
 * @param edits what was said of its links
 * @param alignment the id of the alignment that it was read from; 0 when there is none
 * @param model what the heatmap shows of it
 */
record PairSight(PairView view, List<LinkEdit> edits, long alignment, HeatmapModel model) {

    /** 2,000 words on both sides, for which a model needs some hundred megabytes. */
    private static final int MOST_CELLS = 4_000_000;

    /**
     * Reads a pair.
     *
     * @param before the pair as it was read before, if it was: what no edit changes is taken from there
     * @throws InputException when its words make more cells than a heatmap has room for
     */
    static PairSight read(Project project, long pairId, @Nullable PairSight before) throws HydraException {
        CurrentAlignment now = project.alignments().now();
        PairView view = now.view(pairId);
        int rows = view.source().size();
        int columns = view.target().size();
        if ((long) rows * columns > MOST_CELLS) {
            throw new InputException(Texts.format("alignment.tooLong", rows, columns));
        }
        List<LinkEdit> edits = project.edits().of(pairId);
        long alignment = now.artefact().map(Artefact::id).orElse(0L);
        ShadeMatrix shades = before != null && before.alignment == alignment && before.isCutAs(view)
                ? before.model.posteriors()
                : shades(view, now.posteriors(pairId));
        HeatmapModel model = HeatmapModel.of(
                        words(view.source()),
                        words(view.target()),
                        shades,
                        view.links().stream().map(PairSight::mark).toList(),
                        view.pair().status() == PairStatus.CONFIRMED)
                .running(
                        project.info().sourceLanguage().direction(view.source().text()),
                        project.info().targetLanguage().direction(view.target().text()));
        return new PairSight(view, edits, alignment, model);
    }

    private boolean isCutAs(PairView other) {
        return view.pair().id() == other.pair().id()
                && view.source().segments().equals(other.source().segments())
                && view.target().segments().equals(other.target().segments());
    }

    private static ShadeMatrix shades(PairView view, Optional<PairPosteriors> posteriors) {
        int rows = view.source().size();
        int columns = view.target().size();
        if (posteriors.isEmpty()) {
            return ShadeMatrix.empty(rows, columns);
        }
        float[][] values = new float[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i][j] = posteriors.get().confidence(i, j);
            }
        }
        return ShadeMatrix.of(values, columns);
    }

    private static Mark mark(EffectiveLink link) {
        Cell cell = new Cell(link.source(), link.target());
        return switch (link.origin()) {
            case MACHINE -> new Mark(cell, link.state(), null, link.confidence());
            case EDITED -> new Mark(cell, link.confidence() > 0 ? LinkState.SURE : null, link.state(), link.confidence());
        };
    }

    /** The segments as they stand in the sentence; the form of those that share their characters or have none to see. */
    private static List<String> words(Segmentation segmentation) {
        Offsets text = Offsets.of(segmentation.text());
        List<String> words = new ArrayList<>(segmentation.size());
        for (Segment segment : segmentation.segments()) {
            String word = text.slice(segment.span()).strip();
            words.add(Shown.of(word.isEmpty() ? segment.form() : word));
        }
        return words;
    }

    /** The pair itself. */
    PairRow pair() {
        return view.pair();
    }

    /** Where a target segment stands in the target text, in code points. */
    Span targetSpan(int target) {
        return view.target().segments().get(target).span();
    }

    /** What to ask of the project so that these cells become as wanted. */
    List<LinkRequest> requests(List<CellEdit> wanted) {
        List<LinkRequest> requests = new ArrayList<>();
        for (CellEdit edit : wanted) {
            Span source = view.source().segments().get(edit.cell().source()).span();
            Span target = view.target().segments().get(edit.cell().target()).span();
            if (edit.state() != null) {
                requests.add(new LinkRequest(view.pair().id(), source, target, edit.state()));
            } else {
                // What was said may have been said of larger or smaller units than those shown now.
                edits.stream()
                        .filter(said -> said.source().overlaps(source) && said.target().overlaps(target))
                        .map(said -> new LinkRequest(view.pair().id(), said.source(), said.target(), null))
                        .forEach(requests::add);
            }
        }
        return requests;
    }
}
