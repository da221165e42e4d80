package org.hydraworkbench.app.mapping;

import javafx.scene.layout.Region;

/** A weight between 0 and 1 as a bar, with the former weight as a thinner bar below it. */
final class WeightBar extends Region {

    private final Region now = new Region();
    private final Region former = new Region();
    private final double before;
    private final double after;

    WeightBar(double before, double after) {
        this.before = before;
        this.after = after;
        getStyleClass().add("weight-bar");
        now.getStyleClass().add("now");
        former.getStyleClass().add("former");
        getChildren().addAll(former, now);
        setMinWidth(30);
        setPrefSize(120, 14);
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth();
        double high = getHeight();
        now.resizeRelocate(0, 0, snapSizeX(room * after), Math.floor(high * 0.68));
        former.resizeRelocate(0, Math.ceil(high * 0.74), snapSizeX(room * before), Math.floor(high * 0.26));
    }
}
