package org.hydraworkbench.project.artefacts;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.project.base.Languages;
import org.hydraworkbench.store.Sql;
import org.hydraworkbench.text.LanguageTag;

/**
 * Slots as they are stored: the kind's code and the ids of the languages, {@code alignment:1,2}. Ids and not tags, so that a slot
 * stays the same when the tag of its language is corrected.
 */
final class SlotKeys {

    private SlotKeys() {}

    /** The key of a slot; its languages are entered when new. Inside a write. */
    static String key(Sql sql, Slot slot) throws SQLException {
        List<String> ids = new ArrayList<>();
        for (LanguageTag language : slot.languages()) {
            ids.add(String.valueOf(Languages.id(sql, language)));
        }
        return key(slot.kind(), ids);
    }

    /** The key of a slot, if the project knows its languages. */
    static Optional<String> find(Sql sql, Slot slot) throws SQLException {
        List<String> ids = new ArrayList<>();
        for (LanguageTag language : slot.languages()) {
            long id = sql.number("SELECT id FROM language WHERE tag = ?", language.toString());
            if (id == 0) {
                return Optional.empty();
            }
            ids.add(String.valueOf(id));
        }
        return Optional.of(key(slot.kind(), ids));
    }

    private static String key(ArtefactKind kind, List<String> ids) {
        return ids.isEmpty() ? kind.code() : kind.code() + ":" + String.join(",", ids);
    }

    /** The slot of a key. */
    static Slot slot(Sql sql, String key) throws SQLException {
        int colon = key.indexOf(':');
        List<LanguageTag> languages = new ArrayList<>();
        if (colon >= 0) {
            for (String id : key.substring(colon + 1).split(",", -1)) {
                languages.add(sql.first("SELECT tag FROM language WHERE id = ?", row -> Languages.stored(row.text("tag")), id)
                        .orElseThrow(() -> new SQLDataException("an artefact is in an unknown language")));
            }
        }
        return new Slot(kind(key), languages);
    }

    /** The kind of what fills the slot of a key. */
    static ArtefactKind kind(String key) throws SQLException {
        return findKind(key).orElseThrow(() -> new SQLDataException("an artefact is of an unknown kind: " + key));
    }

    /** The kind of what fills the slot of a key, if this version knows it. */
    static Optional<ArtefactKind> findKind(String key) {
        int colon = key.indexOf(':');
        return ArtefactKind.CODES.find(colon < 0 ? key : key.substring(0, colon));
    }
}
