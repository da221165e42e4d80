package org.hydraworkbench.app.alignment;

import javafx.animation.AnimationTimer;

/** However often something asks for a drawing, it is drawn once, in the next pulse. */
final class PulseRedraw {

    private final AnimationTimer timer;
    private boolean asked;

    PulseRedraw(Runnable draw) {
        timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                asked = false;
                draw.run();
            }
        };
    }

    void ask() {
        if (!asked) {
            asked = true;
            timer.start();
        }
    }
}
