/**
 * Which unit of a sentence corresponds to which unit of its translation: alignment models, their symmetrisation, the formats in
 * which links are exchanged, and the measures that compare them with links drawn by people.
 *
 * <p>Bilingual text comes from {@code corpus}, units from {@code tokenizer}; links with confidences go to {@code mapping}, to the
 * project and to Pharaoh files. Everything is held in flat arrays, so that millions of pairs fit in memory, and every result
 * is the same for any number of threads.
 */
@NullMarked
package org.hydraworkbench.align;

import org.jspecify.annotations.NullMarked;
