package org.hydraworkbench.app.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hydraworkbench.align.links.Cell;
import org.junit.jupiter.api.Test;

class HeatmapSelectionTest {

    private static final HeatmapModel MODEL = HeatmapModel.of(
            List.of("a", "b"), List.of("x", "y", "z"), ShadeMatrix.empty(2, 3), List.of(), false);

    @Test
    void aNewPairStartsAtTheFirstCell() {
        assertThat(HeatmapSelection.none().within(2, 3).cursor()).isEqualTo(new Cell(0, 0));
        assertThat(HeatmapSelection.none().within(0, 3).cursor()).isNull();
    }

    @Test
    void theCursorStopsAtTheEdges() {
        HeatmapSelection start = HeatmapSelection.none().within(2, 3);
        assertThat(start.moved(-1, -1, false, MODEL).cursor()).isEqualTo(new Cell(0, 0));
        assertThat(start.moved(9, 9, false, MODEL).cursor()).isEqualTo(new Cell(1, 2));
    }

    @Test
    void extendingSelectsARectangleAndMovingDropsIt() {
        HeatmapSelection start = HeatmapSelection.none().within(2, 3).at(new Cell(1, 2), false);
        HeatmapSelection extended = start.moved(-1, -1, true, MODEL);
        assertThat(extended.range()).isEqualTo(new CellRange(new Cell(0, 1), new Cell(1, 2)));
        assertThat(extended.moved(0, 1, false, MODEL).range()).isEqualTo(CellRange.between(new Cell(0, 2), new Cell(0, 2)));
    }

    @Test
    void theCursorStaysInsideASmallerPair() {
        HeatmapSelection far = HeatmapSelection.none().within(9, 9).at(new Cell(8, 8), false).hovering(new Cell(7, 7));
        HeatmapSelection now = far.within(2, 3);
        assertThat(now.cursor()).isEqualTo(new Cell(1, 2));
        assertThat(now.hover()).isNull();
    }

    @Test
    void thePointerIsLookedAtBeforeTheCursor() {
        HeatmapSelection selection = HeatmapSelection.none().within(2, 3);
        assertThat(selection.focus()).isEqualTo(new Cell(0, 0));
        assertThat(selection.hovering(new Cell(1, 1)).focus()).isEqualTo(new Cell(1, 1));
    }
}
