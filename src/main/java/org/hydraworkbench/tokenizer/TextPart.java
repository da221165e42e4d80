package org.hydraworkbench.tokenizer;

/**
 * Part of a text that is encoded in one piece.
 *
 * @param text what it says
 * @param markup whether special tokens that it spells out are meant, as in a prompt template; in a person's text they are text
 */
public record TextPart(String text, boolean markup) {}
