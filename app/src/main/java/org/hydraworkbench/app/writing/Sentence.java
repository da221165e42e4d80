package org.hydraworkbench.app.writing;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.hydraworkbench.text.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A sentence in any language, in its direction, broken into lines; one that is too long to be shown by its beginning. A line is one run of
 * text, so that letters join and Latin words and numbers within stand as they should; parts of it are told apart by what is drawn behind
 * and below them, never by cutting the run. Lines are broken here ({@link Lines}), as JavaFX cannot do so (see {@link Wrapping}).
 */
public final class Sentence extends Region {

    /**
     * A part of the text that is told apart.
     *
     * @param start its first character (UTF-16)
     * @param end one past the last
     * @param styles classes of what is drawn behind it ({@code .sentence-part}) and below it ({@code .sentence-line})
     * @param tip what is told of it under the mouse; nothing when empty
     * @param chosen what a click does; null for nothing
     */
    public record Part(int start, int end, List<String> styles, String tip, @Nullable Runnable chosen) {
        public Part {
            styles = List.copyOf(styles);
        }

        /** One that a click does nothing with. */
        public Part(int start, int end, List<String> styles, String tip) {
            this(start, end, styles, tip, null);
        }
    }

    private static final String LEFT_TO_RIGHT_MARK = "\u200E";
    private static final Duration SOON = Duration.millis(150);

    /** Has the font and the colour, and measures; it is never seen. */
    private final Text ruler = new Text();

    private String text = "";
    private Direction direction = Direction.LEFT_TO_RIGHT;
    private List<Part> parts = List.of();
    private @Nullable Lines lines;
    private double laidOut = -1;

    public Sentence() {
        getStyleClass().add("sentence");
        setAccessibleRole(AccessibleRole.TEXT);
        ruler.getStyleClass().add("sentence-text");
        ruler.setVisible(false);
        ruler.setManaged(false);
        ruler.fontProperty().subscribe(font -> measureAnew());
        getChildren().add(ruler);
    }

    public Sentence(String text, Direction direction) {
        this();
        show(text, direction);
    }

    /** Shows a text. */
    public void show(String shown, Direction way) {
        show(shown, way, List.of());
    }

    /** Shows a text with parts that are told apart, in their order. */
    public void show(String shown, Direction way, List<Part> told) {
        text = Shown.of(shown);
        direction = way;
        parts = List.copyOf(told);
        Directed.set(this, way);
        setAccessibleText(text);
        measureAnew();
    }

    private void measureAnew() {
        lines = null;
        laidOut = -1;
        requestLayout();
    }

    private Lines lines() {
        Lines known = lines;
        if (known == null) {
            known = new Lines(text, this::width);
            lines = known;
        }
        return known;
    }

    private double width(String part) {
        ruler.setText(Directed.drawn(part));
        return ruler.getLayoutBounds().getWidth();
    }

    private double lineHeight() {
        ruler.setText("Ṣg");
        return Math.ceil(ruler.getLayoutBounds().getHeight() + ruler.getLineSpacing());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        double most = getMaxWidth() > 0 ? getMaxWidth() : Double.MAX_VALUE;
        return Math.min(most, snappedLeftInset() + Math.ceil(lines().width()) + snappedRightInset());
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = width < 0 ? prefWidth(-1) : width;
        double room = given - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + lines().within(room).size() * lineHeight() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        if (room == laidOut) {
            return;
        }
        laidOut = room;
        List<Node> behind = new ArrayList<>();
        List<Node> written = new ArrayList<>();
        double height = lineHeight();
        double y = snappedTopInset();
        for (Lines.Line line : lines().within(room)) {
            String own = text.substring(line.start(), line.end());
            String before = runsAgainst(line.start()) ? LEFT_TO_RIGHT_MARK : "";
            String after = runsAgainst(line.end() - 1) ? LEFT_TO_RIGHT_MARK : "";
            String shown = Directed.written(own, direction);
            Text run = new Text(before + shown + after);
            int shift = before.length() + (shown.length() - own.length()) / 2 - line.start(); // isolated or not
            run.getStyleClass().add("sentence-run");
            run.fontProperty().bind(ruler.fontProperty());
            run.fillProperty().bind(ruler.fillProperty());
            run.setTextOrigin(VPos.TOP);
            run.setMouseTransparent(true);
            Directed.set(run, direction);
            run.relocate(snappedLeftInset(), y);
            for (Part part : parts) {
                int start = Math.max(part.start(), line.start()) + shift;
                int end = Math.min(part.end(), line.end()) + shift;
                if (start < end) {
                    behind.add(shape("sentence-part", part, run, run.rangeShape(start, end)));
                    behind.add(shape("sentence-line", part, run, run.underlineShape(start, end)));
                }
            }
            written.add(run);
            y += height;
        }
        behind.addAll(written);
        behind.addFirst(ruler);
        getChildren().setAll(behind);
    }

    /**
     * Whether a mark, such as the last of “https://”, belongs to what runs from left to right in a text that does not. At the end of a line,
     * which is a text of its own, it would not be known.
     */
    private boolean runsAgainst(int index) {
        return direction == Direction.RIGHT_TO_LEFT
                && index >= 0
                && index < text.length()
                && !Character.isLetterOrDigit(text.charAt(index))
                && new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT).getLevelAt(index) % 2 == 0;
    }

    private static Path shape(String style, Part part, Text run, PathElement[] elements) {
        Path path = new Path(elements);
        path.getStyleClass().add(style);
        path.getStyleClass().addAll(part.styles());
        path.setLayoutX(run.getLayoutX());
        path.setLayoutY(run.getLayoutY());
        if (!part.tip().isEmpty()) {
            Tooltip tooltip = new Tooltip(part.tip());
            tooltip.setShowDelay(SOON);
            Tooltip.install(path, tooltip);
        }
        Runnable chosen = part.chosen();
        if (chosen != null) {
            path.setCursor(Cursor.HAND);
            path.setOnMouseClicked(event -> {
                chosen.run();
                event.consume();
            });
        }
        return path;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(Sentence.class.getResource("sentence.css")).toExternalForm();
    }
}
