package org.hydraworkbench.project.corpora;

/**
 * A pair as tables show it.
 *
 * @param id its id in the project
 * @param corpusId the corpus it belongs to
 * @param ordinal its 0-based place in that corpus
 * @param source text in the source language
 * @param target text in the target language
 * @param excluded whether it is left out of training and alignment
 * @param status how far it is
 * @param score mean confidence of its links in the current alignment, 0 to 1; NaN where that does not cover the pair
 */
public record PairRow(
        long id,
        long corpusId,
        long ordinal,
        String source,
        String target,
        boolean excluded,
        PairStatus status,
        float score) {}
