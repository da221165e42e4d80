/**
 * The files in which links are exchanged with other programs and with people: Pharaoh and its dialects, NAACL, GIZA.
 *
 * <p>Everything streams, a pair at a time. What is read comes from a person's files, with its form told by its content and every
 * index checked against the pair's lengths where they are known; a fault is named with its file, line and pair. What is written
 * comes from the aligner, from the project's edits, or from another file.
 */
@NullMarked
package org.hydraworkbench.align.format;

import org.jspecify.annotations.NullMarked;
