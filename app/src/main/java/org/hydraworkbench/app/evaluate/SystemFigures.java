package org.hydraworkbench.app.evaluate;

/**
 * What was measured of one system; NaN for what was not.
 *
 * @param name of the model or baseline
 * @param test the corpus it was measured on
 * @param baseline whether it is there for comparison only
 * @param chrf chrF, 0 to 100
 * @param chrfPlus chrF++, 0 to 100
 * @param bleu BLEU, 0 to 100
 * @param bitsPerByte bits per byte of the reference text
 */
public record SystemFigures(
        String name, String test, boolean baseline, double chrf, double chrfPlus, double bleu, double bitsPerByte) {}
