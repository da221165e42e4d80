package org.hydraworkbench.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;

/** Brings the focus to controls with the mark of it, which comes only by a step from one node to another, and scrolls them into view. */
public final class Focus {

    private Focus() {}

    /** Whether the keys can go to a node as it is now. */
    static boolean canTake(Node node) {
        return node.isFocusTraversable() && !node.isDisabled() && isShown(node);
    }

    /** Whether a node is in a window, and neither it nor what it is in is hidden. */
    static boolean isShown(Node node) {
        return node.isVisible() && node.getScene() != null && (node.getParent() == null || isShown(node.getParent()));
    }

    /** Whether a node gets the focus because somebody means it to have it, and not because JavaFX finds no other. */
    static boolean isMeant(Node node) {
        return node.getScene() != null && node.getScene().getProperties().get(Focus.class) == node;
    }

    static boolean isWithin(Node node, Node whole) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one == whole) {
                return true;
            }
        }
        return false;
    }

    /**
     * Scrolls the pages that a node is in to their beginnings where it is seen there as well. They were scrolled on the way to it,
     * or before they had their sizes.
     *
     * @param whole up to where to look for pages
     */
    static void showBeginning(Node node, Node whole) {
        for (Node one = node; one != null && one != whole; one = one.getParent()) {
            if (one instanceof ScrollPane page) {
                double before = page.getVvalue();
                page.setHvalue(page.getHmin());
                page.setVvalue(page.getVmin());
                Bounds place = page.sceneToLocal(node.localToScene(node.getLayoutBounds()));
                if (place.getMaxY() > page.getHeight()) {
                    page.setVvalue(before);
                }
            }
        }
    }

    /** The first control in a node, or the node itself, that the focus may come to without a person's doing. */
    static Optional<Node> firstIn(Node node) {
        return controls(node).findFirst();
    }

    /** The last of them. */
    static Optional<Node> lastIn(Node node) {
        return controls(node).reduce((one, next) -> next);
    }

    private static Stream<Node> controls(Node node) {
        boolean itself = canTake(node) && !node.getStyleClass().contains(Workspace.ENDS_A_JOB) && !isPassedBy(node);
        if (itself && !(node instanceof ScrollPane)) {
            return Stream.of(node);
        }
        List<Node> below = node instanceof Parent parent && isShown(parent)
                ? parent.getChildrenUnmodifiable().stream().flatMap(Focus::controls).toList()
                : List.of();
        return below.isEmpty() && itself ? Stream.of(node) : below.stream();
    }

    /** Of choices that exclude each other the Tab key goes to the one that is chosen. */
    private static boolean isPassedBy(Node node) {
        return node instanceof RadioButton choice
                && choice.getToggleGroup() != null
                && choice.getToggleGroup().getSelectedToggle() != null
                && !choice.isSelected();
    }

    /** Gives the focus to a control; whether that can have it. It stays there also when the control that had it before goes. */
    public static boolean on(Node node) {
        if (!canTake(node)) {
            return false;
        }
        Scene scene = node.getScene();
        scene.getProperties().put(Focus.class, node);
        node.requestFocus();
        scene.getProperties().remove(Focus.class);
        if (!thereAndBack(node, TraversalDirection.NEXT, TraversalDirection.PREVIOUS)
                && !thereAndBack(node, TraversalDirection.PREVIOUS, TraversalDirection.NEXT)) {
            node.requestFocus(); // without the mark, if there is no other node to come from
        }
        return node.isFocused();
    }

    private static boolean thereAndBack(Node node, TraversalDirection there, TraversalDirection back) {
        node.requestFocus();
        node.requestFocusTraversal(there);
        Node other = node.getScene().getFocusOwner();
        return other != null && other != node && other.requestFocusTraversal(back) && node.isFocused();
    }
}
