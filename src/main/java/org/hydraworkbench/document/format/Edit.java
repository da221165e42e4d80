package org.hydraworkbench.document.format;

/**
 * A part of a file's text that becomes another.
 *
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param text what stands there then
 */
record Edit(int start, int end, String text) {}
