package org.hydraworkbench.app.alignment;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.text.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A sentence pair as a grid: rows are source segments, columns target segments, the shade of a cell is the probability that
 * the two correspond, marks are links. It is driven by pointer and keys alike ({@link HeatmapInput}) and says what a person
 * wants through {@link HeatmapCommands}; it changes no link itself.
 */
public final class HeatmapView extends Region {

    private static final double CELL_EM = 2.9;
    private static final double NEAR_EM = 1.8;
    private static final double LARGEST_LABEL = 0.34;

    private final Canvas canvas = new Canvas();
    private final ScrollBar horizontal = new ScrollBar();
    private final ScrollBar vertical = new ScrollBar();
    private final PulseRedraw redraw = new PulseRedraw(this::draw);
    private final ObjectProperty<HeatmapModel> model = new SimpleObjectProperty<>(this, "model", HeatmapModel.none());
    private final ReadOnlyObjectWrapper<HeatmapSelection> selection =
            new ReadOnlyObjectWrapper<>(this, "selection", HeatmapSelection.none());
    private final HeatmapStyles styles = new HeatmapStyles(this, this::restyled);
    private LabelFitter labels = new LabelFitter(styles.font());
    private @Nullable Image shades;
    private HeatmapGeometry geometry = new HeatmapGeometry(0, 0, 0, 0, 0, 0, 0, 24, 0, 0, false);
    private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper(true);
    private boolean fitted = true;

    public HeatmapView() {
        getStyleClass().add("heatmap");
        setId("heatmap");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        vertical.setOrientation(Orientation.VERTICAL);
        horizontal.setManaged(false);
        vertical.setManaged(false);
        getChildren().addAll(canvas, horizontal, vertical);
        horizontal.valueProperty().subscribe(value -> scrolled(geometry.scrolledTo(value.doubleValue(), geometry.y())));
        vertical.valueProperty().subscribe(value -> scrolled(geometry.scrolledTo(geometry.x(), value.doubleValue())));
        model.addListener((property, before, now) -> modelChanged(before, now));
        focusedProperty().subscribe(redraw::ask);
        selection.subscribe(now -> {
            redraw.ask();
            Cell cursor = now.cursor();
            setAccessibleText(cursor == null ? "" : CellDescription.of(model.get(), cursor).spoken());
        });
        new HeatmapTip(this);
    }

    /**
     * Lets keys and pointer act; before, the view only shows.
     *
     * @param more what else the context menu offers
     */
    public void setCommands(HeatmapCommands commands, List<ActionSpec> more) {
        HeatmapInput input = new HeatmapInput(this, commands);
        input.install(new HeatmapMenu(this, input, more));
    }

    /** Whether cells are large enough to be edited. */
    public ReadOnlyBooleanProperty editableProperty() {
        return editable.getReadOnlyProperty();
    }

    /** What is shown. */
    public ObjectProperty<HeatmapModel> modelProperty() {
        return model;
    }

    public HeatmapModel model() {
        return model.get();
    }

    /** Where the person is. */
    public ReadOnlyObjectProperty<HeatmapSelection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public HeatmapSelection selection() {
        return selection.get();
    }

    /** Moves cursor, rectangle or highlight; scrolls to the cursor when that has moved. */
    public void select(HeatmapSelection next) {
        Cell before = selection.get().cursor();
        selection.set(next);
        Cell cursor = next.cursor();
        if (cursor != null && !cursor.equals(before)) {
            scrolled(geometry.revealing(cursor));
        }
    }

    HeatmapGeometry geometry() {
        return geometry;
    }

    /** Larger ({@code factor} above 1) or smaller cells around a point of the view. */
    void zoom(double factor, double px, double py) {
        fitted = false;
        scrolled(geometry.zoomedBy(factor, px, py));
    }

    /** {@link #zoom(double, double, double)} around the middle. */
    public void zoom(double factor) {
        zoom(factor, (geometry.left() + getWidth()) / 2, (geometry.top() + getHeight()) / 2);
    }

    /** Cells of the usual size, or as much smaller as is needed to see all. */
    public void zoomToFit() {
        fitted = true;
        measure();
    }

    /** Makes cells large enough to be edited, around one of them. */
    void approach(Cell cell) {
        double px = geometry.columnX(cell.target()) + geometry.cell() / 2;
        double py = geometry.rowY(cell.source()) + geometry.cell() / 2;
        zoom(NEAR_EM * styles.font().getSize() / geometry.cell(), px, py);
        scrolled(geometry.revealing(cell));
    }

    void pan(double dx, double dy) {
        scrolled(geometry.pannedBy(dx, dy));
    }

    private void scrolled(HeatmapGeometry next) {
        if (!next.equals(geometry)) {
            geometry = next;
            editable.set(next.isEditable());
            placeScrollBars();
            redraw.ask();
        }
    }

    private void modelChanged(HeatmapModel before, HeatmapModel now) {
        boolean otherPair = !before.sources().equals(now.sources())
                || !before.targets().equals(now.targets())
                || !before.ways().equals(now.ways());
        if (!before.posteriors().equals(now.posteriors())) {
            shades = null;
        }
        if (otherPair) {
            fitted = true;
            selection.set(HeatmapSelection.none().within(now.rows(), now.columns()));
            measure();
        } else {
            selection.set(selection.get().within(now.rows(), now.columns()));
        }
        redraw.ask();
    }

    private void restyled() {
        if (!styles.font().equals(labels.font())) {
            labels = new LabelFitter(styles.font());
            measure();
        }
        shades = null;
        redraw.ask();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            measure();
        }
        double thick = Math.max(8, vertical.prefWidth(-1));
        horizontal.resizeRelocate(geometry.left(), height - thick, Math.max(0, width - geometry.left() - thick), thick);
        vertical.resizeRelocate(width - thick, geometry.top(), thick, Math.max(0, height - geometry.top() - thick));
        redraw.ask();
    }

    /** Makes room for the labels of the model and lays the grid out anew. */
    private void measure() {
        HeatmapModel shown = model.get();
        double em = styles.font().getSize();
        double usual = CELL_EM * em;
        // Labels are whole where the cells leave room for it; where they do not, both have their part.
        double left = Math.min(
                widest(shown.sources()) + 16,
                Math.max(getWidth() * LARGEST_LABEL, getWidth() * (1 - LARGEST_LABEL / 2) - shown.columns() * usual));
        double wanted = HeatmapPainter.columnHeight(widest(shown.targets()));
        double top = Math.min(
                wanted, Math.max(Math.max(4 * em, getHeight() * LARGEST_LABEL), getHeight() - shown.rows() * usual));
        double right = Math.min(HeatmapPainter.columnLean(top), getWidth() * 0.2);
        HeatmapGeometry next = new HeatmapGeometry(
                shown.rows(), shown.columns(), getWidth(), getHeight(), left, top, right,
                geometry.cell(), geometry.x(), geometry.y(), isFromRight());
        scrolled(fitted ? next.fitted(usual) : next);
        requestLayout();
    }

    private boolean isFromRight() {
        return model.get().ways().target() == Direction.RIGHT_TO_LEFT;
    }

    private double widest(List<String> texts) {
        return texts.stream().mapToDouble(labels::width).max().orElse(0);
    }

    private void placeScrollBars() {
        place(horizontal, geometry.maxX(), geometry.x(), geometry.width() - geometry.left());
        place(vertical, geometry.maxY(), geometry.y(), geometry.height() - geometry.top());
    }

    private static void place(ScrollBar bar, double max, double value, double visible) {
        bar.setVisible(max > 1);
        bar.setMax(max);
        bar.setVisibleAmount(max * visible / (max + Math.max(1, visible)));
        bar.setValue(value);
    }

    private void draw() {
        HeatmapModel shown = model.get();
        HeatmapColours colours = HeatmapColours.of(styles);
        if (shades == null) {
            shades = HeatmapPainter.shades(shown, colours.shade());
        }
        new HeatmapPainter(canvas.getGraphicsContext2D(), shown, geometry, colours, labels)
                .paint(shades, selection.get(), isFocused());
    }

    /** The whole pair as a picture, twice as fine as on the screen, without cursor and highlights. */
    public WritableImage picture() {
        double em = styles.font().getSize();
        HeatmapModel shown = model.get();
        double left = widest(shown.sources()) + 16;
        double top = HeatmapPainter.columnHeight(widest(shown.targets()));
        double lean = HeatmapPainter.columnLean(top);
        double cell = CELL_EM * em;
        HeatmapGeometry whole = new HeatmapGeometry(
                shown.rows(), shown.columns(), left + shown.columns() * cell + lean, top + shown.rows() * cell + em,
                left, top, lean, cell, 0, 0, isFromRight());
        Canvas paper = new Canvas(whole.width(), whole.height());
        HeatmapColours colours = HeatmapColours.of(styles);
        new HeatmapPainter(paper.getGraphicsContext2D(), shown, whole, colours, labels)
                .paint(HeatmapPainter.shades(shown, colours.shade()), HeatmapSelection.none(), false);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(2, 2));
        return paper.snapshot(parameters, null);
    }

    HeatmapStyles styles() {
        return styles;
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return HeatmapStyles.metaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(HeatmapView.class.getResource("heatmap.css")).toExternalForm();
    }
}
