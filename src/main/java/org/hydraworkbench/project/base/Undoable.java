package org.hydraworkbench.project.base;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.util.Set;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.store.Sql;
import org.jspecify.annotations.Nullable;

/** One change that a person can undo: what was there before and what is there after, so that either can be put back. */
public sealed interface Undoable
        permits LinkChange, ReviewChange, NoteChange, ExclusionChange, CorpusChange, LanguageChange, PointerChange, TermChange {

    /** What an action changes; each scope has its own revision. */
    enum Scope {
        EDITS(ProjectChange.Kind.EDITS),
        EXCLUSIONS(ProjectChange.Kind.CORPORA),
        CORPORA(ProjectChange.Kind.CORPORA),
        LANGUAGES(ProjectChange.Kind.INFO),
        POINTERS(ProjectChange.Kind.CURRENT),
        TERMS(ProjectChange.Kind.TERMS);

        /** How a scope is stored. */
        static final Choice<Scope> CODES = Choice.of(values(), scope -> switch (scope) {
            case EDITS -> "edits";
            case EXCLUSIONS -> "exclusions";
            case CORPORA -> "corpora";
            case LANGUAGES -> "languages";
            case POINTERS -> "pointers";
            case TERMS -> "terms";
        });

        private final ProjectChange.Kind news;

        Scope(ProjectChange.Kind news) {
            this.news = news;
        }

        ProjectChange.Kind news() {
            return news;
        }

        String code() {
            return CODES.code(this);
        }
    }

    /** More pairs than this are not named one by one in the news. */
    int NAMED_PAIRS = 1000;

    /** @throws InputException when it can no longer be done again, as a sentence */
    void apply(Sql sql) throws SQLException, InputException;

    /** @throws InputException when it can no longer be taken back, as a sentence */
    void revert(Sql sql) throws SQLException, InputException;

    /** The pairs concerned. */
    default Set<Long> pairs() {
        return Set.of();
    }

    /** How the kind of change is stored. */
    default String type() {
        return switch (this) {
            case LinkChange c -> "link";
            case ReviewChange c -> "review";
            case NoteChange c -> "note";
            case ExclusionChange c -> "exclusion";
            case CorpusChange c -> "corpus";
            case LanguageChange c -> "language";
            case PointerChange c -> "pointer";
            case TermChange c -> "term";
        };
    }

    /** What is stored of it. */
    JsonObject json();

    /** A change that was stored. */
    static Undoable read(String type, JsonFields in) throws InputException {
        Undoable change = switch (type) {
            case "link" -> LinkChange.read(in);
            case "review" -> new ReviewChange(in.longInteger("pair", 0), Remark.read(in, "before"), Remark.read(in, "after"));
            case "note" -> new NoteChange(in.longInteger("pair", 0), Remark.read(in, "before"), Remark.read(in, "after"));
            case "exclusion" -> new ExclusionChange(in.longIntegers("ids"), in.flag("excluded", true));
            case "corpus" -> new CorpusChange(
                    in.longInteger("corpus", 0),
                    in.choice("field", CorpusField.CODES, CorpusField.NAME),
                    in.requiredText("before"),
                    in.requiredText("after"));
            case "language" ->
                new LanguageChange(in.longInteger("language", 0), in.requiredText("before"), in.requiredText("after"));
            case "pointer" -> new PointerChange(
                    in.requiredText("slot"), longOrNull(in, "before"), longOrNull(in, "after"));
            case "term" -> new TermChange(in.requiredText("words"), Term.read(in, "before"), Term.read(in, "after"));
            default -> throw new InputException("The history holds a kind of change that this version does not know: " + type + ".");
        };
        in.end();
        return change;
    }

    private static @Nullable Long longOrNull(JsonFields in, String name) throws InputException {
        return in.has(name) ? Long.valueOf(in.longInteger(name, 0)) : null;
    }
}
