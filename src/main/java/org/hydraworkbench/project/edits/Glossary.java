package org.hydraworkbench.project.edits;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.align.format.SupervisionFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.base.History;
import org.hydraworkbench.project.base.Term;
import org.hydraworkbench.project.base.TermChange;
import org.hydraworkbench.project.base.Undoable;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Row;
import org.hydraworkbench.store.Sql;
import org.hydraworkbench.text.Characters;
import org.hydraworkbench.text.Isolates;
import org.hydraworkbench.text.Tsv;
import org.hydraworkbench.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The project's glossary: words or phrases whose translation a person fixed, one translation each; capital letters make no other term.
 * Every change is one action of the {@link History}. Safe for use by several threads.
 */
public final class Glossary {

    private final Database database;
    private final History history;

    public Glossary(Database database, History history) {
        this.database = database;
        this.history = history;
    }

    /** All terms, in the order of their words. */
    public List<Term> list() throws HydraException {
        return database.read(sql -> sql.list("SELECT source, target FROM term ORDER BY words", Glossary::term));
    }

    private static Term term(Row row) throws SQLException {
        return new Term(row.text("source"), row.text("target"));
    }

    /**
     * Says how words are translated from now on. False when that was so already.
     *
     * @throws InputException when one of the two has no words
     */
    public boolean add(String source, String target) throws HydraException {
        Term term = checked(source, target);
        return put("Term " + Isolates.quoted(term.source()), Map.of(words(term.source()), term));
    }

    /**
     * Takes a term out. False when there is none.
     *
     * @param source its words
     */
    public boolean remove(String source) throws HydraException {
        return remove(List.of(source));
    }

    /**
     * Takes terms out, as one action. False when there is none of them.
     *
     * @param sources their words
     */
    public boolean remove(List<String> sources) throws HydraException {
        String action = sources.size() == 1
                ? "Remove the term " + Isolates.quoted(line(sources.getFirst()))
                : "Remove %,d terms".formatted(sources.size());
        return history.perform(action, Undoable.Scope.TERMS, sql -> {
            List<Undoable> changes = new ArrayList<>();
            for (String words : sources.stream().map(Glossary::words).distinct().toList()) {
                Term before = find(sql, words);
                if (before != null) {
                    changes.add(new TermChange(words, before, null));
                }
            }
            return changes;
        });
    }

    /**
     * Takes in the terms of a file, lines {@code source TAB target}; of several translations of the same words the last holds.
     *
     * @return how many are new or translated otherwise than before
     */
    public int importFrom(Path file) throws HydraException {
        Map<String, Term> terms = new LinkedHashMap<>();
        for (SentencePair entry : SupervisionFiles.terms(file)) {
            try {
                Term term = checked(entry.source(), entry.target());
                terms.put(words(term.source()), term);
            } catch (InputException e) {
                throw InputException.in(file, e.getMessage(), e);
            }
        }
        List<Term> before = list();
        put("Import terms from " + Isolates.quoted(String.valueOf(file.getFileName())), terms);
        return (int) terms.values().stream().filter(term -> !before.contains(term)).count();
    }

    private boolean put(String action, Map<String, Term> terms) throws HydraException {
        return history.perform(action, Undoable.Scope.TERMS, sql -> {
            List<Undoable> changes = new ArrayList<>();
            for (Map.Entry<String, Term> each : terms.entrySet()) {
                Term before = find(sql, each.getKey());
                if (!each.getValue().equals(before)) {
                    changes.add(new TermChange(each.getKey(), before, each.getValue()));
                }
            }
            return changes;
        });
    }

    private static @Nullable Term find(Sql sql, String words) throws SQLException {
        return sql.first("SELECT source, target FROM term WHERE words = ?", Glossary::term, words).orElse(null);
    }

    private static Term checked(String source, String target) throws InputException {
        Term term = new Term(line(source), line(target));
        if (Words.split(term.source()).isEmpty() || Words.split(term.target()).isEmpty()) {
            throw new InputException("A term needs words and their translation; one of “%s” and “%s” has none."
                    .formatted(term.source(), term.target()));
        }
        return term;
    }

    private static String line(String text) {
        return Tsv.cell(text.strip());
    }

    private static String words(String source) {
        return Characters.lower(Characters.nfc(line(source)));
    }
}
