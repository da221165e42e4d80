/**
 * How a sentence is translated with all that is known: phrases from linked text ({@code decode.phrase}),
 * pairs that are like it ({@code decode.memory}), and what is chosen by.
 * Linked text comes from {@code align}; translations go to the command line and the window. {@code NOTES.md} beside the sources tells what
 * was tried, with figures.
 */
@NullMarked
package org.hydraworkbench.decode;

import org.jspecify.annotations.NullMarked;
