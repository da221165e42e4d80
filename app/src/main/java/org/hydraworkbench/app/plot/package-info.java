/**
 * Plots that several workspaces show: curves that grow while something runs, and bars that compare.
 *
 * <p>A {@link org.hydraworkbench.app.plot.Drawing} knows its numbers and how to draw itself on any
 * {@link org.hydraworkbench.app.plot.Surface}; {@link org.hydraworkbench.app.plot.PlotView} shows one in the window, and the
 * same drawing is written as SVG, as an image or as a table.
 */
@NullMarked
package org.hydraworkbench.app.plot;

import org.jspecify.annotations.NullMarked;
