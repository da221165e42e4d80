package org.hydraworkbench.app.translate;

/**
 * One token of an answer.
 *
 * @param id in the vocabulary of the table that produced it
 * @param piece as the tokenizer spells it
 * @param text what it adds to the answer; empty for the first bytes of a character that is spelt byte by byte
 * @param probability that the model gave it, 0 to 1
 * @param table language tag of the table that produced it
 * @param edited whether an edited link has moved its row
 */
public record AnswerToken(int id, String piece, String text, double probability, String table, boolean edited) {}
