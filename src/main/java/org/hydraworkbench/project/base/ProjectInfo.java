package org.hydraworkbench.project.base;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import org.hydraworkbench.store.Sql;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;

/**
 * What a project is.
 *
 * @param uid tells projects apart even when they have one name; a saved copy keeps it
 * @param name what a person calls it
 * @param sourceLanguage the language the model knows
 * @param targetLanguage the language it is to learn
 * @param created when
 * @param programVersion the version that made it
 */
public record ProjectInfo(
        String uid, String name, LanguageTag sourceLanguage, LanguageTag targetLanguage, Instant created, String programVersion) {

    /** The language of a side. */
    public LanguageTag language(Side side) {
        return side == Side.SOURCE ? sourceLanguage : targetLanguage;
    }

    /** Reads it from a project's file. */
    public static ProjectInfo read(Sql sql) throws SQLException {
        return sql.first(
                        "SELECT p.*, s.tag AS source_tag, t.tag AS target_tag FROM project p"
                                + " JOIN language s ON s.id = p.source_language JOIN language t ON t.id = p.target_language",
                        row -> new ProjectInfo(
                                row.text("uid"),
                                row.text("name"),
                                Languages.stored(row.text("source_tag")),
                                Languages.stored(row.text("target_tag")),
                                row.instant("created"),
                                row.text("program_version")))
                .orElseThrow(() -> new SQLDataException("the project has no description"));
    }
}
