package org.hydraworkbench.project.base;

import org.hydraworkbench.base.Choice;

/** What a person can change of a corpus. */
public enum CorpusField {
    NAME("name"),
    ROLE("role"),
    LICENCE("licence"),
    /** {@code 1} for a corpus that was taken out of the project, else {@code 0}. */
    REMOVED("removed");

    static final Choice<CorpusField> CODES = Choice.of(values(), field -> field.column);

    private final String column;

    CorpusField(String column) {
        this.column = column;
    }

    /** The column of the table {@code corpus}. */
    public String column() {
        return column;
    }
}
