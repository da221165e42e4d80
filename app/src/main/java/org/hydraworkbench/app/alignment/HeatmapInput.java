package org.hydraworkbench.app.alignment;

import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.LinkState;
import org.jspecify.annotations.Nullable;

/**
 * What keys, pointer and wheel do in a heatmap. Left button: a click toggles a link, a drag links a phrase. Right or middle
 * button: moves the grid. Wheel: scrolls, with Ctrl zooms.
 */
final class HeatmapInput {

    private static final double ZOOM_STEP = 1.2;

    private final HeatmapView view;
    private final HeatmapCommands commands;
    private @Nullable Cell pressed;
    private double panX;
    private double panY;

    HeatmapInput(HeatmapView view, HeatmapCommands commands) {
        this.view = view;
        this.commands = commands;
    }

    void install() {
        view.setOnKeyPressed(this::key);
        view.setOnMousePressed(this::press);
        view.setOnMouseDragged(this::drag);
        view.setOnMouseReleased(this::release);
        view.setOnMouseMoved(event -> hover(view.geometry().cellAt(event.getX(), event.getY())));
        view.setOnMouseExited(event -> hover(null));
        view.setOnScroll(this::scroll);
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || event.isMetaDown()) {
            return;
        }
        boolean done = event.isShortcutDown() ? withControl(event) : plain(event);
        if (done) {
            event.consume();
        }
    }

    private boolean withControl(KeyEvent event) {
        HeatmapModel model = view.model();
        switch (event.getCode()) {
            case HOME -> move(-model.rows(), -model.columns(), event);
            case END -> move(model.rows(), model.columns(), event);
            default -> {
                return false; // Ctrl with +, − and 0 belongs to the window: it scales the text
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        HeatmapModel model = view.model();
        switch (event.getCode()) {
            case LEFT -> move(0, -1, event);
            case RIGHT -> move(0, 1, event);
            case UP -> move(-1, 0, event);
            case DOWN -> move(1, 0, event);
            case HOME -> move(0, -model.columns(), event);
            case END -> move(0, model.columns(), event);
            case SPACE, ENTER -> edit(range -> LinkGestures.toggle(model, range));
            case S -> edit(range -> LinkGestures.choose(model, range, LinkState.SURE));
            case P -> edit(range -> LinkGestures.choose(model, range, LinkState.POSSIBLE));
            case DELETE, BACK_SPACE -> edit(range -> LinkGestures.clear(model, range));
            case R -> edit(range -> LinkGestures.restore(model, range));
            case A -> send(LinkGestures.acceptAll(model));
            case F -> commands.confirmAndGoOn();
            case PAGE_DOWN -> commands.nextPair();
            case PAGE_UP -> commands.previousPair();
            case PLUS, ADD, EQUALS -> view.zoom(ZOOM_STEP);
            case MINUS, SUBTRACT -> view.zoom(1 / ZOOM_STEP);
            case DIGIT0, NUMPAD0 -> view.zoomToFit();
            case ESCAPE -> view.select(view.selection().collapsed());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int rows, int columns, KeyEvent event) {
        HeatmapSelection from = view.selection().hovering(null);
        view.select(from.moved(rows, columns, event.isShiftDown(), view.model()));
    }

    /** What a gesture on the selected rectangle says. */
    private interface Gesture {
        List<CellEdit> on(CellRange range);
    }

    private void edit(Gesture gesture) {
        CellRange range = view.selection().range();
        if (range != null) {
            view.select(view.selection().collapsed());
            send(gesture.on(range));
        }
    }

    private void send(List<CellEdit> edits) {
        if (!edits.isEmpty()) {
            commands.edit(edits);
        }
    }

    private void hover(@Nullable Cell cell) {
        if (!Objects.equals(cell, view.selection().hover())) {
            view.select(view.selection().hovering(cell));
        }
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        panX = event.getX();
        panY = event.getY();
        pressed = event.getButton() == MouseButton.PRIMARY ? view.geometry().cellAt(event.getX(), event.getY()) : null;
        if (pressed != null) {
            view.select(view.selection().at(pressed, event.isShiftDown()));
        }
    }

    private void drag(MouseEvent event) {
        if (event.isPrimaryButtonDown() && pressed != null) {
            Cell cell = view.geometry().nearestCell(event.getX(), event.getY());
            view.select(view.selection().at(cell, true).hovering(cell));
        } else if (event.isSecondaryButtonDown() || event.isMiddleButtonDown()) {
            view.pan(panX - event.getX(), panY - event.getY());
            panX = event.getX();
            panY = event.getY();
        }
    }

    private void release(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && pressed != null) {
            pressed = null;
            edit(range -> LinkGestures.toggle(view.model(), range));
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isControlDown()) {
            double factor = Math.pow(ZOOM_STEP, Math.signum(event.getDeltaY()));
            view.zoom(factor, event.getX(), event.getY());
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            view.pan(-event.getDeltaY(), 0);
        } else {
            view.pan(-event.getDeltaX(), -event.getDeltaY());
        }
        event.consume();
    }
}
