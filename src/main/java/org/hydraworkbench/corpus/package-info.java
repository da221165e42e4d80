/**
 * Reads text from files: bilingual text (TSV, CSV, {@code a ||| b}, two parallel files, also in a zip, TMX) pair by
 * pair, monolingual text line by line, compressed or not.
 *
 * <p>Everything streams, so a file of any size is read in constant memory. Data comes from files a person chose and goes to
 * the project's corpora, to the aligner and to the trainers; a fault in a file is reported with its line.
 */
@NullMarked
package org.hydraworkbench.corpus;

import org.jspecify.annotations.NullMarked;
