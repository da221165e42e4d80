package org.hydraworkbench.app.alignment;

import java.util.List;

/** What a person asks for in a heatmap. Called on the JavaFX thread. */
public interface HeatmapCommands {

    /** Says something about cells, as one action that can be undone. The list is not empty. */
    void edit(List<CellEdit> edits);

    /** The sentence is right as shown; goes on to the next pair. */
    void confirmAndGoOn();

    void nextPair();

    void previousPair();
}
