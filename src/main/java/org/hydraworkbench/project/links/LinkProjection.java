package org.hydraworkbench.project.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.project.edits.LinkEdit;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Segmentation;

/**
 * Puts the machine's links and a person's edits onto the segments of one pair. An edit covers every segment that shares a
 * character with its span, on both sides; where edits meet, the later holds; where there is an edit, the machine is not asked.
 */
public final class LinkProjection {

    private LinkProjection() {}

    /**
     * The links that hold.
     *
     * @param machine links by index into these very segmentations
     * @param edits oldest first
     */
    public static List<EffectiveLink> effective(
            Alignment machine, List<LinkEdit> edits, Segmentation source, Segmentation target) {
        Map<Cell, EffectiveLink> cells = new TreeMap<>();
        for (Link link : machine.links()) {
            cells.put(
                    new Cell(link.source(), link.target()),
                    new EffectiveLink(
                            link.source(),
                            link.target(),
                            link.state(),
                            link.confidence(),
                            EffectiveLink.Origin.MACHINE));
        }
        for (LinkEdit edit : edits) {
            for (int i : source.indexes(edit.source())) {
                for (int j : target.indexes(edit.target())) {
                    cells.merge(
                            new Cell(i, j),
                            new EffectiveLink(i, j, edit.state(), 0f, EffectiveLink.Origin.EDITED),
                            (old, now) -> new EffectiveLink(
                                    i, j, now.state(), old.confidence(), EffectiveLink.Origin.EDITED));
                }
            }
        }
        return List.copyOf(cells.values());
    }

    /** The machine's links between the segments of one segmentation, put onto those of another of the same texts. */
    public static Alignment carryOver(
            Alignment machine, Segmentation source, Segmentation target, Segmentation newSource, Segmentation newTarget) {
        Map<Cell, Float> cells = new TreeMap<>();
        for (Link link : machine.links()) {
            Span from = source.segments().get(link.source()).span();
            Span to = target.segments().get(link.target()).span();
            for (int i : newSource.indexes(from)) {
                for (int j : newTarget.indexes(to)) {
                    cells.merge(new Cell(i, j), link.confidence(), Math::max);
                }
            }
        }
        List<Link> links = new ArrayList<>(cells.size());
        cells.forEach((cell, confidence) -> links.add(new Link(cell.source(), cell.target(), LinkState.SURE, confidence)));
        return new Alignment(links);
    }
}
