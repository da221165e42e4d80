package org.hydraworkbench.app.alignment;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.text.Isolates;
import org.jspecify.annotations.Nullable;

/**
 * Draws a heatmap. Large cells are drawn one by one, as far as they can be seen; small ones as one image of a pixel a cell,
 * stretched, so that 200 × 200 cells cost as much as ten. Marks, lines and labels are drawn for what can be seen only.
 */
final class HeatmapPainter {

    /** The slant of column labels, in degrees. */
    static final double SLANT = -52;

    private static final double LINES_FROM = 8;
    private static final double LEAST_MARK = 4;
    private static final double LABEL_GAP = 6;
    /** Small probabilities are common and matter; below one, this lifts them. */
    private static final double SHADE_POWER = 0.5;

    private static final double FAINTEST = 0.004;

    private final GraphicsContext g;
    private final HeatmapModel model;
    private final HeatmapGeometry at;
    private final HeatmapColours colours;
    private final LabelFitter labels;

    HeatmapPainter(
            GraphicsContext g, HeatmapModel model, HeatmapGeometry at, HeatmapColours colours, LabelFitter labels) {
        this.g = g;
        this.model = model;
        this.at = at;
        this.colours = colours;
        this.labels = labels;
    }

    /** The shades of a model, a pixel a cell; null when there is no cell. */
    static @Nullable Image shades(HeatmapModel model, Color shade) {
        if (model.isEmpty()) {
            return null;
        }
        WritableImage image = new WritableImage(model.columns(), model.rows());
        PixelWriter pixels = image.getPixelWriter();
        for (int i = 0; i < model.rows(); i++) {
            for (int j = 0; j < model.columns(); j++) {
                pixels.setColor(j, i, shade(shade, model.posteriors().at(i, j)));
            }
        }
        return image;
    }

    void paint(@Nullable Image shades, HeatmapSelection selection, boolean focused) {
        g.setFill(colours.background());
        g.fillRect(0, 0, at.width(), at.height());
        if (model.isEmpty() || shades == null) {
            return;
        }
        Cell focus = selection.focus();
        g.save();
        g.beginPath();
        g.rect(at.left(), at.top(), Math.max(0, at.width() - at.left()), Math.max(0, at.height() - at.top()));
        g.clip();
        paintBands(focus);
        if (at.cell() >= LINES_FROM) {
            paintCells();
        } else {
            paintImage(shades);
        }
        paintLines();
        paintMarks();
        paintSelection(selection, focused);
        g.restore();
        paintRowLabels(focus);
        paintColumnLabels(focus);
    }

    private void paintImage(Image shades) {
        g.save();
        g.setImageSmoothing(false);
        g.translate(at.fromRight() ? at.gridRight() : at.gridLeft(), at.rowY(0));
        g.scale(at.fromRight() ? -1 : 1, 1);
        g.drawImage(shades, 0, 0, at.columns() * at.cell(), at.rows() * at.cell());
        g.restore();
    }

    private void paintBands(@Nullable Cell focus) {
        if (focus == null) {
            return;
        }
        g.setFill(colours.band());
        double bottom = at.rowY(at.rows());
        g.fillRect(at.gridLeft(), at.rowY(focus.source()), at.gridRight() - at.gridLeft(), at.cell());
        g.fillRect(at.columnX(focus.target()), at.rowY(0), at.cell(), bottom - at.rowY(0));
    }

    private static Color shade(Color full, float probability) {
        return HeatmapColours.withOpacity(full, Math.pow(probability, SHADE_POWER));
    }

    private void paintCells() {
        for (int i = at.firstVisibleRow(); i < at.endVisibleRow(); i++) {
            for (int j = at.firstVisibleColumn(); j < at.endVisibleColumn(); j++) {
                float probability = model.posteriors().at(i, j);
                if (probability > FAINTEST) {
                    g.setFill(shade(colours.shade(), probability));
                    g.fillRect(at.columnX(j), at.rowY(i), at.cell(), at.cell());
                }
            }
        }
    }

    private void paintLines() {
        g.setStroke(colours.grid());
        g.setLineWidth(1);
        double left = crisp(at.gridLeft());
        double right = crisp(at.gridRight());
        double top = crisp(at.rowY(0));
        double bottom = crisp(at.rowY(at.rows()));
        if (at.cell() >= LINES_FROM) {
            for (int j = at.firstVisibleColumn(); j < at.endVisibleColumn(); j++) {
                g.strokeLine(crisp(at.columnX(j)), top, crisp(at.columnX(j)), bottom);
            }
            g.strokeLine(right, top, right, bottom);
            for (int i = at.firstVisibleRow(); i <= at.endVisibleRow(); i++) {
                g.strokeLine(left, crisp(at.rowY(i)), right, crisp(at.rowY(i)));
            }
        } else {
            g.strokeRect(left, top, right - left, bottom - top);
        }
    }

    private static double crisp(double position) {
        return Math.floor(position) + 0.5;
    }

    private void paintMarks() {
        Cell from = new Cell(at.firstVisibleRow(), 0);
        Cell to = new Cell(at.endVisibleRow(), 0);
        int firstColumn = at.firstVisibleColumn();
        int endColumn = at.endVisibleColumn();
        for (Mark mark : model.marks().subMap(from, true, to, false).values()) {
            if (mark.cell().target() >= firstColumn && mark.cell().target() < endColumn) {
                paintMark(mark);
            }
        }
    }

    private void paintMark(Mark mark) {
        if (!at.isEditable()) {
            paintSmallMark(mark);
            return;
        }
        double inset = at.cell() * 0.2;
        double x = at.columnX(mark.cell().target()) + inset;
        double y = at.rowY(mark.cell().source()) + inset;
        double side = at.cell() - 2 * inset;
        double arc = side * 0.45;
        double thick = Math.clamp(at.cell() * 0.09, 1, 3);
        Color colour = colours.of(mark, model.confirmed());
        g.setStroke(colour);
        g.setFill(colour);
        g.setLineWidth(thick);
        switch (mark.shape(model.confirmed())) {
            case FILLED -> g.fillRoundRect(x, y, side, side, arc, arc);
            case HOLLOW -> g.strokeRoundRect(x, y, side, side, arc, arc);
            case DASHED -> {
                g.setLineCap(StrokeLineCap.BUTT);
                g.setLineDashes(side * 0.26, side * 0.2);
                g.strokeRoundRect(x, y, side, side, arc, arc);
                g.setLineDashes();
                g.setLineCap(StrokeLineCap.SQUARE);
            }
            case CROSS -> {
                g.setLineCap(StrokeLineCap.ROUND);
                g.strokeLine(x, y, x + side, y + side);
                g.strokeLine(x + side, y, x, y + side);
                g.setLineCap(StrokeLineCap.SQUARE);
            }
        }
    }

    /** In a cell too small for a shape within: the whole cell is filled, framed or crossed. */
    private void paintSmallMark(Mark mark) {
        double side = Math.max(at.cell(), LEAST_MARK);
        double x = at.columnX(mark.cell().target()) + (at.cell() - side) / 2;
        double y = at.rowY(mark.cell().source()) + (at.cell() - side) / 2;
        Color colour = colours.of(mark, model.confirmed());
        g.setStroke(colour);
        g.setFill(colour);
        g.setLineWidth(1);
        switch (mark.shape(model.confirmed())) {
            case FILLED -> g.fillRect(x, y, side, side);
            case HOLLOW, DASHED -> g.strokeRect(crisp(x), crisp(y), Math.round(side) - 1, Math.round(side) - 1);
            case CROSS -> {
                g.strokeLine(x, y, x + side, y + side);
                g.strokeLine(x + side, y, x, y + side);
            }
        }
    }

    private void paintSelection(HeatmapSelection selection, boolean focused) {
        CellRange range = selection.range();
        if (range == null) {
            return;
        }
        double x = Math.min(at.columnX(range.first().target()), at.columnX(range.last().target()));
        double y = at.rowY(range.first().source());
        double width = range.columns() * at.cell();
        double height = range.rows() * at.cell();
        if (!range.isSingle()) {
            g.setFill(HeatmapColours.withOpacity(colours.cursor(), 0.18));
            g.fillRect(x, y, width, height);
        }
        g.setStroke(focused ? colours.cursor() : colours.muted());
        g.setLineWidth(focused ? 2 : 1);
        g.strokeRect(crisp(x), crisp(y), Math.round(width), Math.round(height));
    }

    private void paintRowLabels(@Nullable Cell focus) {
        g.save();
        g.beginPath();
        // the label of the first row may be higher than its cell
        double above = Math.max(0, labels.lineHeight() - at.cell()) / 2;
        g.rect(0, at.top() - above, at.left(), Math.max(0, at.height() - at.top() + above));
        g.clip();
        g.setFont(labels.font());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        int step = labelStep();
        for (int i = at.firstVisibleRow(); i < at.endVisibleRow(); i++) {
            boolean strong = focus != null && focus.source() == i;
            if (strong || (i % step == 0 && !hidden(i, focus == null ? -1 : focus.source(), step))) {
                g.setFill(strong ? colours.cursor() : linkedRow(focus, i) ? colours.label() : colours.muted());
                String text = labels.fit(model.sources().get(i), at.left() - LABEL_GAP - 2);
                g.fillText(Isolates.of(Directed.drawn(text), model.ways().source()), at.left() - LABEL_GAP, at.rowY(i) + at.cell() / 2);
            }
        }
        g.restore();
    }

    private void paintColumnLabels(@Nullable Cell focus) {
        g.save();
        g.beginPath();
        g.moveTo(at.left(), at.top());
        g.lineTo(at.width(), at.top());
        g.lineTo(at.width(), 0);
        g.lineTo(at.left(), 0);
        g.closePath();
        g.clip();
        g.setFont(labels.font());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        int step = labelStep();
        double room = columnRoom(at.top());
        for (int j = at.firstVisibleColumn(); j < at.endVisibleColumn(); j++) {
            boolean strong = focus != null && focus.target() == j;
            if (strong || (j % step == 0 && !hidden(j, focus == null ? -1 : focus.target(), step))) {
                g.save();
                g.translate(at.columnX(j) + at.cell() / 2, at.top() - LABEL_GAP);
                g.rotate(SLANT);
                g.setFill(strong ? colours.cursor() : linkedColumn(focus, j) ? colours.label() : colours.muted());
                String fitting = labels.fit(Directed.drawn(model.targets().get(j)), room);
                g.fillText(Isolates.of(fitting, model.ways().target()), 0, 0);
                g.restore();
            }
        }
        g.restore();
    }

    /** How long a slanted label may be under {@code height} pixels. */
    static double columnRoom(double height) {
        return Math.max(0, (height - LABEL_GAP - 10) / Math.sin(Math.toRadians(-SLANT)));
    }

    /** How high labels of this width stand, and how far they lean to the right. */
    static double columnHeight(double labelWidth) {
        return labelWidth * Math.sin(Math.toRadians(-SLANT)) + LABEL_GAP + 10;
    }

    static double columnLean(double height) {
        return height / Math.tan(Math.toRadians(-SLANT));
    }

    /** Every how many-th label has room. */
    private int labelStep() {
        return Math.max(1, (int) Math.ceil(labels.lineHeight() * 0.82 / at.cell()));
    }

    /** Labels that would be written over by that of the focus. */
    private static boolean hidden(int index, int focus, int step) {
        return step > 1 && focus >= 0 && Math.abs(index - focus) < step;
    }

    private boolean linkedRow(@Nullable Cell focus, int row) {
        return focus == null || isLink(new Cell(row, focus.target()));
    }

    private boolean linkedColumn(@Nullable Cell focus, int column) {
        return focus == null || isLink(new Cell(focus.source(), column));
    }

    private boolean isLink(Cell cell) {
        Mark mark = model.mark(cell);
        return mark != null && mark.isLink();
    }
}
