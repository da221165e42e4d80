/**
 * The Hydra (Remy et al. 2024, section 4): one decoder body with a tokenizer, an embedding table and a language-modelling
 * head per language. The prompt goes in through the source language's table, the answer comes out of the target's.
 *
 * <p>Data comes from model folders of one width, language packs and published Hydras; the Hydra's folder goes to training, translation and
 * export.
 */
@NullMarked
package org.hydraworkbench.hydra;

import org.jspecify.annotations.NullMarked;
