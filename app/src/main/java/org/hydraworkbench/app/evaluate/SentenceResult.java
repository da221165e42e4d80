package org.hydraworkbench.app.evaluate;

/**
 * One sentence of the test corpus and what the model made of it.
 *
 * @param line its place in the test corpus, from 1
 * @param source what was to be translated
 * @param reference a person's translation
 * @param hypothesis the model's
 * @param chrf chrF of this sentence, 0 to 100
 */
public record SentenceResult(int line, String source, String reference, String hypothesis, double chrf) {}
