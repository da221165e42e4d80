package org.hydraworkbench.app.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.text.Direction;

/** A mixture on one line, for tables: pieces as wide as their weights, with the token where it fits. */
public final class MixtureStrip extends Region {

    private static final int MOST = 5;
    private static final double GAP = 1;

    private final Function<String, Direction> direction;
    private final List<Label> pieces = new ArrayList<>();
    private Mixture mixture = Mixture.empty();

    /** @param direction which way a token runs */
    public MixtureStrip(Function<String, Direction> direction) {
        this.direction = direction;
        getStyleClass().add("mixture-strip");
        for (int k = 0; k < MOST; k++) {
            Label piece = new Label();
            piece.getStyleClass().addAll("mixture-piece", "piece-" + k);
            pieces.add(piece);
        }
        getChildren().addAll(pieces);
        setMinWidth(60);
    }

    public void show(Mixture value) {
        mixture = value;
        for (int k = 0; k < MOST; k++) {
            boolean used = k < value.shares().size();
            pieces.get(k).setVisible(used);
            String token = used ? value.shares().get(k).token() : "";
            Directed.write(pieces.get(k), token, Direction.LEFT_TO_RIGHT, direction.apply(token));
        }
        setAccessibleText(value.describe(MOST));
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return pieces.getFirst().prefHeight(-1);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double at = 0;
        for (int k = 0; k < Math.min(MOST, mixture.shares().size()); k++) {
            double width = mixture.shares().get(k).weight() * getWidth();
            double height = Math.min(getHeight(), computePrefHeight(-1));
            pieces.get(k).resizeRelocate(at, (getHeight() - height) / 2, Math.max(0, width - GAP), height);
            at += width;
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(MixtureStrip.class.getResource("mixture.css")).toExternalForm();
    }
}
