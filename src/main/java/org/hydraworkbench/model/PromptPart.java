package org.hydraworkbench.model;

/**
 * A stretch of a prompt that is read through one table.
 *
 * @param table whose input rows the ids are
 * @param ids the tokens
 */
public record PromptPart(TokenTable table, int[] ids) {}
