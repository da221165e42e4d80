package org.hydraworkbench.app.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurve;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.ReadingOrder;
import org.hydraworkbench.text.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A sentence pair as two lines of text, the source above, with a curve for each link; long sentences take several such rows, with like parts
 * of both in one. Each line begins on the side on which its language does, and both lie one above the other, so that curves stay short.
 * Those of two sentences that run against each other cross, since each is read its own way. The words and curves of the row and column in focus are lit, as are
 * those of a word under the pointer.
 */
public final class LinksView extends Region {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final double HEIGHT_EM = 7.5;
    private static final double BETWEEN_ROWS_EM = 1.2;
    private static final HeatmapModel.Ways FROM_RIGHT =
            new HeatmapModel.Ways(Direction.RIGHT_TO_LEFT, Direction.RIGHT_TO_LEFT);

    private record Curve(Mark mark, CubicCurve shape) {}

    private final ObjectProperty<HeatmapModel> model = new SimpleObjectProperty<>(this, "model", HeatmapModel.none());
    private final ObjectProperty<@Nullable Cell> focus = new SimpleObjectProperty<>(this, "focus");
    private final List<Label> sources = new ArrayList<>();
    private final List<Label> targets = new ArrayList<>();
    private ReadingOrder sourceOrder = ReadingOrder.of(List.of(), Direction.LEFT_TO_RIGHT);
    private ReadingOrder targetOrder = sourceOrder;
    private final List<Curve> curves = new ArrayList<>();
    private final Consumer<Cell> chosen;
    private int hoveredSource = -1;
    private int hoveredTarget = -1;

    /** @param chosen hears of links that the person clicked */
    public LinksView(Consumer<Cell> chosen) {
        this.chosen = chosen;
        getStyleClass().add("links");
        setId("links");
        setPadding(new Insets(8, 12, 8, 12));
        model.addListener((property, before, now) -> rebuild(before, now));
        focus.subscribe(this::light);
    }

    public ObjectProperty<HeatmapModel> modelProperty() {
        return model;
    }

    /** The cell whose row and column are lit. */
    public ObjectProperty<@Nullable Cell> focusProperty() {
        return focus;
    }

    private void rebuild(HeatmapModel before, HeatmapModel now) {
        curves.clear();
        if (!before.sources().equals(now.sources())
                || !before.targets().equals(now.targets())
                || !before.ways().equals(now.ways())) {
            hoveredSource = -1;
            hoveredTarget = -1;
            fill(sources, now.sources(), now.ways().source(), true);
            fill(targets, now.targets(), now.ways().target(), false);
            sourceOrder = ReadingOrder.ofWords(now.sources(), now.ways().source());
            targetOrder = ReadingOrder.ofWords(now.targets(), now.ways().target());
        }
        for (Mark mark : now.links()) {
            CubicCurve shape = new CubicCurve();
            shape.getStyleClass().addAll("links-curve", mark.shape(now.confirmed()).name().toLowerCase(Locale.ROOT));
            if (mark.isEdited()) {
                shape.getStyleClass().add("edited");
            }
            shape.setOnMouseClicked(event -> chosen.accept(mark.cell()));
            curves.add(new Curve(mark, shape));
        }
        getChildren().clear();
        curves.forEach(curve -> getChildren().add(curve.shape()));
        getChildren().addAll(sources);
        getChildren().addAll(targets);
        setAccessibleText(String.join(" ", now.sources()) + "\n" + String.join(" ", now.targets()));
        light();
        requestLayout();
    }

    private void fill(List<Label> labels, List<String> words, Direction way, boolean source) {
        labels.clear();
        for (int k = 0; k < words.size(); k++) {
            int index = k;
            Label label = new Label();
            label.getStyleClass().add("links-word");
            label.setMinWidth(USE_PREF_SIZE);
            Directed.write(label, words.get(k), way);
            label.hoverProperty().addListener((property, before, over) -> hover(source, over ? index : -1));
            labels.add(label);
        }
    }

    private void hover(boolean source, int index) {
        if (source) {
            hoveredSource = index;
        } else {
            hoveredTarget = index;
        }
        light();
    }

    private boolean isLit(Cell link) {
        if (hoveredSource >= 0 || hoveredTarget >= 0) {
            return link.source() == hoveredSource || link.target() == hoveredTarget;
        }
        Cell cell = focus.get();
        return cell != null && (link.source() == cell.source() || link.target() == cell.target());
    }

    private void light() {
        boolean[] sourceLit = new boolean[sources.size()];
        boolean[] targetLit = new boolean[targets.size()];
        boolean any = false;
        for (Curve curve : curves) {
            Cell cell = curve.mark().cell();
            boolean lit = isLit(cell);
            curve.shape().pseudoClassStateChanged(LIT, lit);
            sourceLit[cell.source()] |= lit;
            targetLit[cell.target()] |= lit;
            any |= lit;
        }
        for (Curve curve : curves) {
            curve.shape().pseudoClassStateChanged(DIMMED, any && !isLit(curve.mark().cell()));
        }
        for (int i = 0; i < sources.size(); i++) {
            sources.get(i).pseudoClassStateChanged(LIT, sourceLit[i] || i == hoveredSource);
        }
        for (int j = 0; j < targets.size(); j++) {
            targets.get(j).pseudoClassStateChanged(LIT, targetLit[j] || j == hoveredTarget);
        }
    }

    private double em() {
        return sources.isEmpty() ? 14 : sources.getFirst().getFont().getSize();
    }

    private static double[] widths(List<Label> labels) {
        return labels.stream().mapToDouble(label -> label.prefWidth(-1)).toArray();
    }

    private double gap() {
        return em() * 0.55;
    }

    private double longest() {
        return Math.max(length(sources), length(targets));
    }

    /** Whether there is such a cell. */
    boolean has(Cell cell) {
        return cell.source() < sources.size() && cell.target() < targets.size();
    }

    /** Where a source word is. */
    Bounds sourceWord(int source) {
        return sources.get(source).getBoundsInParent();
    }

    /** Where a target word is. */
    Bounds targetWord(int target) {
        return targets.get(target).getBoundsInParent();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getInsets().getLeft() + Math.ceil(longest()) + getInsets().getRight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    private double room(double width) {
        return width - getInsets().getLeft() - getInsets().getRight();
    }

    private int rows(double width) {
        return LinksLayout.rows(longest(), room(width));
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = width < 0 ? 1 : rows(width);
        return rows * em() * HEIGHT_EM + (rows - 1) * em() * BETWEEN_ROWS_EM + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        int rows = rows(getWidth());
        double between = em() * BETWEEN_ROWS_EM;
        double height = (getHeight() - getInsets().getTop() - getInsets().getBottom() + between) / rows;
        List<List<Label>> above = inRows(sources, sourceOrder, rows);
        List<List<Label>> below = inRows(targets, targetOrder, rows);
        int firstAbove = 0;
        int firstBelow = 0;
        for (int row = 0; row < rows; row++) {
            double top = getInsets().getTop() + row * height;
            double longest = Math.max(length(above.get(row)), length(below.get(row)));
            place(sourceOrder.fromLeft(above.get(row), firstAbove), model.get().ways().source(), longest, top, true);
            place(targetOrder.fromLeft(below.get(row), firstBelow), model.get().ways().target(), longest, top + height - between, false);
            firstAbove += above.get(row).size();
            firstBelow += below.get(row).size();
        }
        for (Curve curve : curves) {
            Label from = sources.get(curve.mark().cell().source());
            Label to = targets.get(curve.mark().cell().target());
            CubicCurve shape = curve.shape();
            double startY = from.getLayoutY() + from.getHeight() + 1;
            double endY = to.getLayoutY() - 1;
            double middle = (startY + endY) / 2;
            shape.setStartX(from.getLayoutX() + from.getWidth() / 2);
            shape.setStartY(startY);
            shape.setControlX1(shape.getStartX());
            shape.setControlY1(middle);
            shape.setEndX(to.getLayoutX() + to.getWidth() / 2);
            shape.setEndY(endY);
            shape.setControlX2(shape.getEndX());
            shape.setControlY2(middle);
        }
    }

    private double length(List<Label> labels) {
        return LinksLayout.length(widths(labels), gap());
    }

    private List<List<Label>> inRows(List<Label> labels, ReadingOrder order, int rows) {
        int[] row = LinksLayout.rowsOf(widths(labels), gap(), rows, room(getWidth()), order::mayBeginLine);
        List<List<Label>> parts = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            parts.add(new ArrayList<>());
        }
        for (int k = 0; k < row.length; k++) {
            parts.get(row[k]).add(labels.get(k));
        }
        return parts;
    }

    private void place(List<Label> labels, Direction way, double longest, double edge, boolean below) {
        double[] widths = widths(labels);
        double room = room(getWidth());
        boolean bothFromRight = model.get().ways().equals(FROM_RIGHT);
        double start = getInsets().getLeft() + (bothFromRight ? Math.max(0, room - longest) : 0);
        double[] at = LinksLayout.edges(widths, gap(), longest, way == Direction.RIGHT_TO_LEFT);
        for (int k = 0; k < at.length; k++) {
            double height = labels.get(k).prefHeight(-1);
            labels.get(k).resizeRelocate(start + at[k], below ? edge : edge - height, widths[k], height);
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(LinksView.class.getResource("links.css")).toExternalForm();
    }
}
