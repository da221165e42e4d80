package org.hydraworkbench.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/**
 * Where the focus was: a control and all that it was in, as it was then.
 *
 * @param places from the control outwards
 */
record FocusPath(List<Place> places) {

    /** A node with its place among its neighbours. */
    record Place(Node node, int index) {}

    FocusPath {
        places = List.copyOf(places);
    }

    /** The path of a node, which may be none. */
    static FocusPath of(@Nullable Node node) {
        List<Place> places = new ArrayList<>();
        for (Node one = node; one != null; one = one.getParent()) {
            Parent parent = one.getParent();
            places.add(new Place(one, parent == null ? 0 : parent.getChildrenUnmodifiable().indexOf(one)));
        }
        return new FocusPath(places);
    }

    /** Whether it is the path of this node. */
    boolean isOf(@Nullable Node node) {
        return node != null && !places.isEmpty() && places.getFirst().node() == node;
    }

    /**
     * The control that is nearest now: the one itself if it came back, else in the smallest box with any the next after what went, else
     * the last before it. Empty where there is none but in the {@code whole} itself.
     */
    Optional<Node> nearest(Node whole) {
        List<Node> nodes = places.stream().map(Place::node).toList();
        if (!nodes.isEmpty() && Focus.canTake(nodes.getFirst()) && Focus.isWithin(nodes.getFirst(), whole)) {
            return Optional.of(nodes.getFirst());
        }
        for (int k = 1; k < nodes.indexOf(whole); k++) {
            if (nodes.get(k) instanceof Parent box && Focus.isShown(box) && Focus.isWithin(box, whole)) {
                Optional<Node> found = nearest(box.getChildrenUnmodifiable(), places.get(k - 1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Node> nearest(List<Node> children, Place gone) {
        int at = children.indexOf(gone.node());
        int before = Math.min(children.size(), at < 0 ? gone.index() : at);
        int after = Math.min(children.size(), at < 0 ? gone.index() : at + 1);
        return children.subList(after, children.size()).stream()
                .flatMap(child -> Focus.firstIn(child).stream())
                .findFirst()
                .or(() -> IntStream.iterate(before - 1, k -> k >= 0, k -> k - 1)
                        .mapToObj(k -> Focus.lastIn(children.get(k)))
                        .flatMap(Optional::stream)
                        .findFirst());
    }
}
