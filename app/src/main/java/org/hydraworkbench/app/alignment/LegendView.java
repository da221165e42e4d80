package org.hydraworkbench.app.alignment;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.hydraworkbench.app.shell.Texts;

/** What the marks of the heatmap mean. */
final class LegendView extends FlowPane {

    LegendView() {
        super(14, 4);
        getStyleClass().add("legend");
        setAlignment(Pos.CENTER_LEFT);
        for (String kind : new String[] {"proposed", "sure", "possible", "edited", "rejected"}) {
            Label label = new Label(Texts.get("alignment.legend." + kind), sample(kind));
            label.getStyleClass().add("legend-label");
            getChildren().add(label);
        }
    }

    private static Node sample(String kind) {
        Region sample = new Region();
        sample.getStyleClass().addAll("legend-sample", "legend-" + kind);
        return sample;
    }
}
