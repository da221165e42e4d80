package org.hydraworkbench.corpus;

/** The forms of single-file bilingual text that are read. */
public enum BitextFormat {
    /**
     * A pair a line, the first two tab-separated columns, or the second and fourth where the first and third hold ids; further columns
     * are ignored.
     */
    TSV,
    /** A pair a line, {@code source ||| target}; the bars stand free, between spaces or at an end of the line. */
    BARS,
    /** Translation Memory eXchange, an XML format (TMX 1.4b, Localization Industry Standards Association 2005). */
    TMX,
    /** A zip with two text files whose lines correspond, as OPUS hands them out. */
    ZIP
}
