/**
 * Pieces of layout that several workspaces are built from: cards, sections, forms, tables that copy as text. No data of their
 * own; the look comes from {@code parts.css} and the theme.
 */
@NullMarked
package org.hydraworkbench.app.parts;

import org.jspecify.annotations.NullMarked;
