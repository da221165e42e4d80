package org.hydraworkbench.app.translate;

import org.hydraworkbench.decode.choice.Evidence;

/**
 * A stretch of an answer with what shaped it.
 *
 * @param start its first character in the answer (UTF-16)
 * @param end one past its last
 * @param source the words that it answers, as they stand in the question; empty where that is not known
 * @param kind which part brought it
 * @param sureness how sure it is, 0 to 1
 * @param pair the pair of the project where it was seen; 0 for none
 * @param seen the two sentences of that pair, the one in the language of the question first; empty for none
 */
public record Shaped(int start, int end, String source, Evidence.Kind kind, double sureness, long pair, String seen) {}
