/**
 * Which unit of a sentence corresponds to which unit of its translation. This is the door of the room:
 * {@link org.hydraworkbench.align.BitextAligner} learns from a bitext of any size and aligns it,
 * {@link org.hydraworkbench.align.StreamAligner} aligns new text with a model that was saved, a {@link org.hydraworkbench.align.PortableModel};
 * both hand the links of one pair after the other to a {@link org.hydraworkbench.align.LinkSink}.
 *
 * <p>Bilingual text comes from {@code corpus}, units from {@code tokenizer}; links with confidences go to {@code mapping}, to the
 * project and to files. Everything is held in flat arrays, so that millions of pairs fit in memory, and every result
 * is the same for any number of threads.
 *
 * <p>Inside, each package uses only those before it: {@code links} (links, how two directions become one set of them, the measures that
 * compare them with links drawn by people), {@code tables} (a bitext as numbers), {@code model} (what all models share: options, what is learnt
 * from, {@link org.hydraworkbench.align.model.Supervision} by people, what is believed about a pair,
 * {@link org.hydraworkbench.align.model.PairPosteriors}), {@code format} (files of links), then a package a model: {@code ibm1}, {@code diagonal} and
 * {@code hmm}, the default. {@code NOTES.md} beside the sources tells what was tried, with figures.
 */
@NullMarked
package org.hydraworkbench.align;

import org.jspecify.annotations.NullMarked;
