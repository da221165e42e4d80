package org.hydraworkbench.app.plot;

import java.util.List;

/** Numbers that can be drawn, and read as a table. */
public interface Drawing {

    /** Draws all of it, as large as the surface. */
    void paint(Surface surface);

    /** The numbers as rows of text, a header first. */
    List<List<String>> table();

    /** What the drawing shows in words, for those who cannot see it. */
    String description();

    /** The exact numbers at a place of the surface, for a tooltip; empty where there are none. */
    String valuesAt(Surface surface, double x, double y);
}
