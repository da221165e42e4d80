package org.hydraworkbench.project;

import java.sql.SQLException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.store.Sql;

/** Language tags (BCP 47) and their rows. */
final class Languages {

    private Languages() {}

    /** The tag in its usual case, {@code zh-Hant-TW} for instance. */
    static String checked(String tag) throws UsageException {
        try {
            String canonical = new Locale.Builder().setLanguageTag(tag.strip()).build().toLanguageTag();
            if (canonical.equals("und")) {
                throw new UsageException("A language tag is missing; give one such as 'en' or 'kab'.");
            }
            return canonical;
        } catch (IllformedLocaleException e) {
            throw new UsageException("'" + tag + "' is no language tag (BCP 47); give one such as 'en' or 'kab'.", e);
        }
    }

    /** The id of a language, entered when new. Inside a write. */
    static long id(Sql sql, String tag) throws SQLException {
        sql.run("INSERT INTO language (tag) VALUES (?) ON CONFLICT DO NOTHING", tag);
        return sql.number("SELECT id FROM language WHERE tag = ?", tag);
    }
}
