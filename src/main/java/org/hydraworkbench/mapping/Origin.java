package org.hydraworkbench.mapping;

/** Where a row of a mapping came from. */
public enum Origin {
    /** Links between words in the bitext. */
    EVIDENCE,
    /** No links: the same string, number or byte exists in the source vocabulary. */
    BACKOFF,
    /** A special token, mapped by its role. */
    SPECIAL,
    /** Neither: put together from mapped tokens that begin with it or are part of it. */
    COMPLETED,
    /** Nothing is known: the source's unknown token, or no source token at all where it has none. */
    UNKNOWN
}
