package org.hydraworkbench.decode.choice;

/**
 * Who chooses among translations.
 *
 * @param alone where there is no model
 * @param withModel where a model has looked at them too
 */
public record Judges(Judge alone, Judge withModel) {}
