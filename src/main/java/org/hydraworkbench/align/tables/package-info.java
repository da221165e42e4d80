/**
 * A bitext as numbers in flat arrays, and what every model keeps about them: vocabularies, where words stand, which words meet, tables of
 * probabilities; and the threads that go through them in an order that changes no result.
 *
 * <p>Sentences cut into units come in; models are trained on what goes out. Millions of pairs fit in memory.
 */
@NullMarked
package org.hydraworkbench.align.tables;

import org.jspecify.annotations.NullMarked;
