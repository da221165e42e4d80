package org.hydraworkbench.app.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hydraworkbench.align.links.Cell;
import org.junit.jupiter.api.Test;

class HeatmapGeometryTest {

    /** 200 × 200 cells of 20 pixels in a view of 500 × 400, labels of 100 and 80. */
    private static final HeatmapGeometry LARGE = new HeatmapGeometry(200, 200, 500, 400, 100, 80, 0, 20, 0, 0, false);

    @Test
    void theFirstCellLiesBehindTheLabels() {
        assertThat(LARGE.cellAt(101, 81)).isEqualTo(new Cell(0, 0));
        assertThat(LARGE.cellAt(99, 81)).isNull();
        assertThat(LARGE.cellAt(141, 121)).isEqualTo(new Cell(2, 2));
    }

    @Test
    void thereIsNoCellBehindTheLast() {
        HeatmapGeometry small = new HeatmapGeometry(2, 3, 500, 400, 100, 80, 0, 20, 0, 0, false);
        assertThat(small.cellAt(159, 119)).isEqualTo(new Cell(1, 2));
        assertThat(small.cellAt(161, 119)).isNull();
        assertThat(small.nearestCell(1000, -5)).isEqualTo(new Cell(0, 2));
    }

    @Test
    void onlyWhatCanBeSeenIsToBeDrawn() {
        HeatmapGeometry scrolled = LARGE.scrolledTo(210, 30);
        assertThat(scrolled.firstVisibleColumn()).isEqualTo(10);
        assertThat(scrolled.endVisibleColumn()).isEqualTo(31);
        assertThat(scrolled.firstVisibleRow()).isEqualTo(1);
        assertThat(scrolled.endVisibleRow()).isEqualTo(18);
    }

    @Test
    void scrollingStopsAtTheEdges() {
        HeatmapGeometry end = LARGE.pannedBy(1e6, 1e6);
        assertThat(end.x()).isEqualTo(100 + 200 * 20 - 500);
        assertThat(end.endVisibleColumn()).isEqualTo(200);
        assertThat(end.pannedBy(-1e6, 0).x()).isZero();
    }

    @Test
    void zoomingKeepsWhatLiesUnderThePointer() {
        HeatmapGeometry before = LARGE.scrolledTo(400, 300);
        HeatmapGeometry after = before.zoomedBy(1.5, 317, 203);
        assertThat(after.cell()).isEqualTo(30);
        double columnBefore = (317 - 100 + before.x()) / before.cell();
        double columnAfter = (317 - 100 + after.x()) / after.cell();
        assertThat(columnAfter).isCloseTo(columnBefore, within(1e-9));
        assertThat(after.cellAt(317, 203)).isEqualTo(before.cellAt(317, 203));
    }

    @Test
    void zoomHasLimits() {
        assertThat(LARGE.zoomedBy(1000, 0, 0).cell()).isEqualTo(HeatmapGeometry.LARGEST);
        assertThat(LARGE.zoomedBy(0.0001, 0, 0).cell()).isEqualTo(HeatmapGeometry.SMALLEST);
    }

    @Test
    void fittingShowsAllOrUsesTheUsualSize() {
        HeatmapGeometry small = new HeatmapGeometry(4, 4, 500, 400, 100, 80, 0, 20, 0, 0, false);
        assertThat(small.fitted(30).cell()).isEqualTo(30);
        HeatmapGeometry middle = new HeatmapGeometry(20, 40, 500, 400, 100, 80, 0, 20, 0, 0, false);
        assertThat(middle.fitted(30).cell()).isEqualTo(10);
        assertThat(middle.fitted(30).maxX()).isZero();
    }

    @Test
    void revealingScrollsNoMoreThanNeeded() {
        assertThat(LARGE.revealing(new Cell(3, 3))).isEqualTo(LARGE);
        HeatmapGeometry there = LARGE.revealing(new Cell(100, 100));
        assertThat(there.columnX(101)).isCloseTo(500, within(1e-9));
        assertThat(there.rowY(101)).isCloseTo(400, within(1e-9));
        assertThat(there.revealing(new Cell(0, 0)).x()).isZero();
    }

    /** Four columns of 20 pixels behind 100 of labels: the first one lies from 160 to 180. */
    @Test
    void columnsOfASentenceFromRightToLeftBeginAtTheRight() {
        HeatmapGeometry mirrored = new HeatmapGeometry(2, 4, 500, 400, 100, 80, 0, 20, 0, 0, true);
        assertThat(mirrored.columnX(0)).isEqualTo(160);
        assertThat(mirrored.columnX(3)).isEqualTo(100);
        assertThat(mirrored.cellAt(179, 81)).isEqualTo(new Cell(0, 0));
        assertThat(mirrored.cellAt(101, 101)).isEqualTo(new Cell(1, 3));
        assertThat(mirrored.cellAt(181, 81)).isNull();
        assertThat(mirrored.nearestCell(1000, -5)).isEqualTo(new Cell(0, 0));
    }

    @Test
    void aLongSentenceFromRightToLeftIsSeenFromItsFirstWord() {
        HeatmapGeometry all = new HeatmapGeometry(200, 300, 500, 400, 100, 80, 0, 20, 0, 0, true).fitted(20);
        assertThat(all.columnX(0) + all.cell()).isEqualTo(500);
        assertThat(all.firstVisibleColumn()).isZero();
        HeatmapGeometry moved = all.pannedBy(-all.cell() * 10, 0);
        assertThat(moved.firstVisibleColumn()).isEqualTo(10);
        assertThat(moved.endVisibleColumn()).isEqualTo(all.endVisibleColumn() + 10);
        assertThat(moved.revealing(new Cell(0, 0)).columnX(0) + all.cell()).isEqualTo(500);
        assertThat(moved.revealing(new Cell(0, 299)).columnX(299)).isEqualTo(100);
    }

    @Test
    void smallCellsShowAndDoNotEdit() {
        assertThat(LARGE.isEditable()).isTrue();
        assertThat(LARGE.zoomedBy(0.59, 0, 0).isEditable()).isFalse();
        assertThat(LARGE.zoomedBy(0.61, 0, 0).isEditable()).isTrue();
    }
}
