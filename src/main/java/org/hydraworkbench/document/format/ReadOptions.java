package org.hydraworkbench.document.format;

import org.hydraworkbench.text.LanguageTag;

/**
 * What is known of a file besides what it holds.
 *
 * @param from the language to translate
 * @param to the language to translate into
 * @param column of a table, counted from 1
 */
public record ReadOptions(LanguageTag from, LanguageTag to, int column) {

    public ReadOptions {
        if (column < 1) {
            throw new IllegalArgumentException("column " + column);
        }
    }
}
