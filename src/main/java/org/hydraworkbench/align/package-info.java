/**
 * Which unit of a sentence corresponds to which unit of its translation: alignment models, their symmetrisation, and the measures
 * that compare links with links drawn by people. The files in which links are exchanged are read and written in {@code format}.
 *
 * <p>Bilingual text comes from {@code corpus}, units from {@code tokenizer}; links with confidences go to {@code mapping}, to the
 * project and to files. Everything is held in flat arrays, so that millions of pairs fit in memory, and every result
 * is the same for any number of threads.
 */
@NullMarked
package org.hydraworkbench.align;

import org.jspecify.annotations.NullMarked;
