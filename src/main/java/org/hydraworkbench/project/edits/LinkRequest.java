package org.hydraworkbench.project.edits;

import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A link to set.
 *
 * @param pairId the pair
 * @param source code points of the source text; spaces at the ends do not count, unless there is nothing else
 * @param target code points of the target text, likewise
 * @param state what to say of it; null takes back what was said, so that the machine's word holds again
 */
public record LinkRequest(long pairId, Span source, Span target, @Nullable LinkState state) {}
