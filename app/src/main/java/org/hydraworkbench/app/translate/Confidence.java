package org.hydraworkbench.app.translate;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import org.hydraworkbench.app.shell.Texts;

/** How far an answer can be trusted, as a light: by the chrF that is expected of it. */
enum Confidence {
    /** Mostly right. */
    GREEN(60),
    /** Worth reading over. */
    YELLOW(35),
    /** Often wrong. */
    RED(0);

    private final double least;

    Confidence(double least) {
        this.least = least;
    }

    /** @param chrf expected, 0 to 100 */
    static Confidence of(double chrf) {
        return chrf >= GREEN.least ? GREEN : chrf >= YELLOW.least ? YELLOW : RED;
    }

    /** A light with its meaning in words, for those who do not tell colours apart too. */
    Label light(double chrf) {
        Circle lamp = new Circle(5);
        lamp.getStyleClass().addAll("confidence", "confidence-" + name().toLowerCase(Locale.ROOT));
        Label label = new Label(Texts.format("translate.confidence." + name(), Math.round(chrf)), lamp);
        label.getStyleClass().add("bubble-meta");
        return label;
    }
}
