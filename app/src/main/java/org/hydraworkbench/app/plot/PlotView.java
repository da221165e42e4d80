package org.hydraworkbench.app.plot;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import org.hydraworkbench.app.shell.Dialogs;
import org.hydraworkbench.app.shell.FileKind;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.HydraException;

/**
 * Shows a {@link Drawing}, drawn again at most once a frame. Exact values appear under the mouse; the context menu (or the
 * menu key) saves it as PNG, SVG or CSV and copies its numbers.
 */
public final class PlotView extends Region {

    private static final double PIXELS = 2;

    private final Drawing drawing;
    private final Dialogs dialogs;
    private final Canvas canvas = new Canvas();
    private final Text ruler = new Text();
    private final Tooltip values = new Tooltip();
    private final ThemeColours colours = new ThemeColours(this::refresh);

    public PlotView(Drawing drawing, Dialogs dialogs) {
        this.drawing = drawing;
        this.dialogs = dialogs;
        ruler.setManaged(false);
        ruler.setVisible(false);
        getChildren().addAll(colours.nodes());
        getChildren().addAll(ruler, canvas);
        getStyleClass().add("plot");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(160, 100);
        setPrefSize(480, 220);
        ruler.fontProperty().addListener(font -> refresh());
        addMenu();
        addEventHandler(MouseEvent.MOUSE_MOVED, this::showValues);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> values.hide());
    }

    /** Draws again, soon: call it whenever the numbers have changed. */
    public void refresh() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint(canvas);
        setAccessibleText(drawing.description());
    }

    private CanvasSurface surface(Canvas paper) {
        return new CanvasSurface(paper, Font.font(ruler.getFont().getFamily(), ruler.getFont().getSize() * 0.9), colours::of);
    }

    private void paint(Canvas paper) {
        CanvasSurface surface = surface(paper);
        surface.clear();
        drawing.paint(surface);
    }

    private void showValues(MouseEvent event) {
        String text = drawing.valuesAt(surface(canvas), event.getX(), event.getY());
        if (text.isEmpty()) {
            values.hide();
            return;
        }
        values.setText(text);
        Point2D at = localToScreen(event.getX() + 14, event.getY() + 14);
        if (at != null) {
            values.show(this, at.getX(), at.getY());
        }
    }

    private void addMenu() {
        ContextMenu menu = new ContextMenu(
                item("plot.savePng", () -> save("png")),
                item("plot.saveSvg", () -> save("svg")),
                item("plot.saveCsv", () -> save("csv")),
                item("plot.copy", this::copy));
        setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            menu.hide();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copy();
            } else if (event.getCode() == KeyCode.ENTER) {
                Bounds bounds = localToScreen(getLayoutBounds());
                menu.show(this, bounds.getMinX() + 20, bounds.getMinY() + 20);
            }
        });
    }

    private static MenuItem item(String key, Runnable command) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.setOnAction(event -> command.run());
        return item;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(PlotFiles.tsv(drawing.table()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void save(String extension) {
        FileKind kind = FileKind.of(extension.toUpperCase(Locale.ROOT), "*." + extension);
        dialogs.saveFile(Texts.get("plot.save"), "plot." + extension, List.of(kind)).ifPresent(file -> {
            try {
                switch (extension) {
                    case "png" -> PlotFiles.writePng(picture(), file);
                    case "svg" -> PlotFiles.writeSvg(drawing, Math.max(480, getWidth()), Math.max(240, getHeight()), file);
                    default -> PlotFiles.writeCsv(drawing.table(), file);
                }
            } catch (HydraException e) {
                dialogs.error(Texts.get("plot.save"), e);
            }
        });
    }

    /** The plot as it is on the screen, at twice the resolution. */
    private Image picture() {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(PIXELS, PIXELS));
        parameters.setFill(colours.of(Ink.PAPER));
        return canvas.snapshot(parameters, null);
    }
}
