package org.hydraworkbench.app.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.LinkState;
import org.junit.jupiter.api.Test;

class LinkGesturesTest {

    private static final Cell HERE = new Cell(1, 1);
    private static final CellRange ONLY_HERE = CellRange.between(HERE, HERE);

    private static HeatmapModel with(Mark... marks) {
        return HeatmapModel.of(
                List.of("a", "b", "c"), List.of("x", "y", "z"), ShadeMatrix.empty(3, 3), List.of(marks), false);
    }

    @Test
    void togglingAnEmptyCellMakesASureLink() {
        assertThat(LinkGestures.toggle(with(), ONLY_HERE)).containsExactly(new CellEdit(HERE, LinkState.SURE));
    }

    @Test
    void togglingAProposalRejectsIt() {
        HeatmapModel model = with(Mark.proposed(1, 1, LinkState.SURE, 0.9f));
        assertThat(LinkGestures.toggle(model, ONLY_HERE)).containsExactly(new CellEdit(HERE, LinkState.REJECTED));
    }

    @Test
    void togglingALinkOfThePersonTakesItBack() {
        HeatmapModel model = with(new Mark(HERE, null, LinkState.SURE, 0));
        assertThat(LinkGestures.toggle(model, ONLY_HERE)).containsExactly(new CellEdit(HERE, null));
    }

    @Test
    void togglingARejectedOrPossibleLinkMakesItSure() {
        assertThat(LinkGestures.toggle(with(new Mark(HERE, LinkState.SURE, LinkState.REJECTED, 1)), ONLY_HERE))
                .containsExactly(new CellEdit(HERE, LinkState.SURE));
        assertThat(LinkGestures.toggle(with(new Mark(HERE, null, LinkState.POSSIBLE, 1)), ONLY_HERE))
                .containsExactly(new CellEdit(HERE, LinkState.SURE));
    }

    @Test
    void aRectangleBecomesAPhraseOfSureLinks() {
        HeatmapModel model = with(new Mark(HERE, null, LinkState.SURE, 0));
        List<CellEdit> edits = LinkGestures.toggle(model, CellRange.between(new Cell(2, 1), new Cell(1, 0)));
        assertThat(edits).as("the cell that is sure already is left alone").containsExactly(
                new CellEdit(new Cell(1, 0), LinkState.SURE),
                new CellEdit(new Cell(2, 0), LinkState.SURE),
                new CellEdit(new Cell(2, 1), LinkState.SURE));
    }

    @Test
    void clearingAnEmptyCellSaysNothing() {
        assertThat(LinkGestures.clear(with(), ONLY_HERE)).isEmpty();
    }

    @Test
    void restoringLeavesTheAlignersOpinion() {
        HeatmapModel model = with(new Mark(HERE, LinkState.SURE, LinkState.REJECTED, 1));
        assertThat(LinkGestures.restore(model, ONLY_HERE)).containsExactly(new CellEdit(HERE, null));
    }

    @Test
    void acceptingAllKeepsWhatThePersonSaid() {
        HeatmapModel model = with(
                Mark.proposed(0, 0, LinkState.SURE, 1),
                Mark.proposed(0, 1, LinkState.POSSIBLE, 0.4f),
                new Mark(HERE, LinkState.SURE, LinkState.REJECTED, 1));
        assertThat(LinkGestures.acceptAll(model)).containsExactly(
                new CellEdit(new Cell(0, 0), LinkState.SURE), new CellEdit(new Cell(0, 1), LinkState.POSSIBLE));
    }
}
