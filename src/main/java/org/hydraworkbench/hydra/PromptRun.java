package org.hydraworkbench.hydra;

import org.hydraworkbench.text.Side;

/**
 * Consecutive tokens of a sequence that go through one table.
 *
 * @param side whose table
 * @param ids token ids of that side's tokenizer
 * @param scored whether training counts the loss of predicting these tokens; true from {@code {target}} on
 */
public record PromptRun(Side side, int[] ids, boolean scored) {}
