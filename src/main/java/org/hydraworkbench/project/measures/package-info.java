/**
 * How good translations of a project are: every system that it can run ({@link org.hydraworkbench.project.measures.MeasuredSystem}) translates
 * the same held-out sentences ({@link org.hydraworkbench.project.measures.ChosenSentences}), and the scores stand side by side
 * ({@link org.hydraworkbench.project.measures.Battery}). Sentences come from {@code corpora}, what translates from {@code translation} and from
 * a Hydra; tables and figures go into the artefact of an evaluation.
 */
@NullMarked
package org.hydraworkbench.project.measures;

import org.jspecify.annotations.NullMarked;
