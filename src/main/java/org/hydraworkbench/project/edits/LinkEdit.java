package org.hydraworkbench.project.edits;

import java.time.Instant;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.text.Span;

/**
 * What a person says of a link, anchored in the text of the pair, so that it holds however the text is cut into units.
 *
 * @param pairId the pair
 * @param source code points of the source text
 * @param target code points of the target text
 * @param state what is said
 * @param author who said it
 * @param time when
 */
public record LinkEdit(long pairId, Span source, Span target, LinkState state, String author, Instant time) {}
