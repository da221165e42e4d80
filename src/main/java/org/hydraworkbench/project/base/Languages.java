package org.hydraworkbench.project.base;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.store.Sql;
import org.hydraworkbench.text.LanguageTag;

/** The rows of languages. What is in a language refers to its row, so that a tag can be corrected everywhere at once. */
public final class Languages {

    private Languages() {}

    /** The id of a language, entered when new. Inside a write. */
    public static long id(Sql sql, LanguageTag tag) throws SQLException {
        sql.run("INSERT INTO language (tag) VALUES (?) ON CONFLICT DO NOTHING", tag.toString());
        return sql.number("SELECT id FROM language WHERE tag = ?", tag.toString());
    }

    /** A tag as it was read from a row. */
    public static LanguageTag stored(String tag) throws SQLException {
        try {
            return LanguageTag.parse(tag);
        } catch (UsageException e) {
            throw new SQLDataException(Reasons.of(e), e);
        }
    }

    /**
     * Calls a language of the project by another tag; one action that can be undone. False when it is called so already.
     *
     * @throws InputException when another language of the project has the tag
     */
    public static boolean correct(History history, LanguageTag before, LanguageTag after) throws HydraException {
        return history.perform("Correct the language " + before + " to " + after, Undoable.Scope.LANGUAGES, sql -> {
            if (before.equals(after)) {
                return List.of();
            }
            if (sql.number("SELECT count(*) FROM language WHERE tag = ?", after.toString()) > 0) {
                throw new InputException("The project has a language “" + after + "” already; two languages cannot have one tag.");
            }
            return List.of(new LanguageChange(id(sql, before), before.toString(), after.toString()));
        });
    }
}
