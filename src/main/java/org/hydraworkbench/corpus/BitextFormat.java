package org.hydraworkbench.corpus;

/** The forms of single-file bilingual text that are read. */
public enum BitextFormat {
    /**
     * A pair a line in two tab-separated columns: those that a person chose or a head names, the second and fourth where the first and
     * third hold ids, else the first two.
     */
    TSV,
    /** The same with commas, semicolons or tabs between the columns, and quotation marks around cells that hold such (RFC 4180). */
    CSV,
    /** A pair a line, {@code source ||| target}; the bars stand free, between spaces or at an end of the line. */
    BARS,
    /** Translation Memory eXchange, an XML format (TMX 1.4b, Localization Industry Standards Association 2005). */
    TMX,
    /** A zip with two text files whose lines correspond, as OPUS hands them out. */
    ZIP
}
