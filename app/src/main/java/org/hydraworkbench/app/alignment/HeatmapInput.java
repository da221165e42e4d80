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
 * button: moves the grid; a right click opens the menu. Wheel: scrolls, with Ctrl zooms. Where cells are too small to be pointed at
 * surely, what would edit one comes nearer instead.
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

    /** @param menu opens on a right click, and by the key for it */
    void install(HeatmapMenu menu) {
        view.setOnKeyPressed(this::key);
        view.setOnMousePressed(this::press);
        view.setOnMouseDragged(this::drag);
        view.setOnMouseReleased(event -> {
            release(event);
            if (event.getButton() == MouseButton.SECONDARY && event.isStillSincePress()) {
                menu.open(event.getScreenX(), event.getScreenY());
            }
        });
        view.setOnContextMenuRequested(event -> {
            if (event.isKeyboardTrigger()) {
                menu.open(event.getScreenX(), event.getScreenY());
            }
        });
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
            case LEFT -> move(0, view.geometry().fromRight() ? 1 : -1, event);
            case RIGHT -> move(0, view.geometry().fromRight() ? -1 : 1, event);
            case UP -> move(-1, 0, event);
            case DOWN -> move(1, 0, event);
            case HOME -> move(0, -model.columns(), event);
            case END -> move(0, model.columns(), event);
            case SPACE, ENTER -> edit(range -> LinkGestures.toggle(model, range));
            case S -> choose(LinkState.SURE);
            case P -> choose(LinkState.POSSIBLE);
            case DELETE, BACK_SPACE -> clear();
            case R -> restore();
            case A -> acceptAll();
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

    /** The selected cells become such links. */
    void choose(LinkState state) {
        edit(range -> LinkGestures.choose(view.model(), range, state));
    }

    /** The selected cells are no links. */
    void clear() {
        edit(range -> LinkGestures.clear(view.model(), range));
    }

    /** What the aligner says of the selected cells holds again. */
    void restore() {
        edit(range -> LinkGestures.restore(view.model(), range));
    }

    /** What the aligner proposes for the sentence becomes the person's own. */
    void acceptAll() {
        send(LinkGestures.acceptAll(view.model()));
    }

    void confirmAndGoOn() {
        commands.confirmAndGoOn();
    }

    /** What a gesture on the selected rectangle says. */
    private interface Gesture {
        List<CellEdit> on(CellRange range);
    }

    private void edit(Gesture gesture) {
        CellRange range = view.selection().range();
        if (range == null) {
            return;
        }
        view.select(view.selection().collapsed());
        if (view.geometry().isEditable()) {
            send(gesture.on(range));
        } else {
            view.approach(range.first());
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
