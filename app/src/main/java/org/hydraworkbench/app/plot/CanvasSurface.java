package org.hydraworkbench.app.plot;

import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.Isolates;

/** Draws on a canvas of the window, in the colours of its theme. */
final class CanvasSurface implements Surface {

    private final Canvas canvas;
    private final GraphicsContext pen;
    private final Font font;
    private final Function<Ink, Color> colours;
    private final Text ruler = new Text();

    CanvasSurface(Canvas canvas, Font font, Function<Ink, Color> colours) {
        this.canvas = canvas;
        this.pen = canvas.getGraphicsContext2D();
        this.font = font;
        this.colours = colours;
        ruler.setFont(font);
        pen.setFont(font);
        pen.setTextBaseline(VPos.CENTER);
        pen.setLineJoin(StrokeLineJoin.ROUND);
    }

    void clear() {
        pen.clearRect(0, 0, width(), height());
    }

    @Override
    public double width() {
        return canvas.getWidth();
    }

    @Override
    public double height() {
        return canvas.getHeight();
    }

    @Override
    public double textSize() {
        return font.getSize();
    }

    @Override
    public double textWidth(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink, double thickness) {
        pen.setStroke(colours.apply(ink));
        pen.setLineWidth(thickness);
        pen.strokeLine(sharp(x1), sharp(y1), sharp(x2), sharp(y2));
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Ink ink, double thickness) {
        pen.setStroke(colours.apply(ink));
        pen.setLineWidth(thickness);
        pen.strokePolyline(xs, ys, count);
    }

    @Override
    public void bar(double x, double y, double width, double height, Ink ink) {
        pen.setFill(colours.apply(ink));
        pen.fillRect(x, y, width, height);
    }

    @Override
    public void dot(double x, double y, double radius, Ink ink) {
        pen.setFill(colours.apply(ink));
        pen.fillOval(x - radius, y - radius, radius * 2, radius * 2);
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, Ink ink) {
        pen.setFill(colours.apply(ink));
        pen.setTextAlign(
                switch (anchor) {
                    case START -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case END -> TextAlignment.RIGHT;
                });
        pen.fillText(Isolates.of(Directed.drawn(text), Direction.of(text)), x, y);
    }

    /** One pixel wide lines are crisp in the middle of pixels. */
    private static double sharp(double at) {
        return Math.floor(at) + 0.5;
    }
}
