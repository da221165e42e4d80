package org.hydraworkbench.model;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;

/** What a row of a session has read: its tokens, each with the table that it went through. */
final class ReadText {

    private final IntArrayList ids = new IntArrayList();
    private final List<TokenTable> tables = new ArrayList<>();

    /** A prompt's text. */
    static ReadText of(List<PromptPart> prompt) {
        ReadText text = new ReadText();
        prompt.forEach(part -> text.add(part.table(), part.ids()));
        return text;
    }

    int length() {
        return ids.size();
    }

    void add(TokenTable table, int... more) {
        for (int id : more) {
            ids.add(id);
            tables.add(table);
        }
    }

    /** Forgets everything after the first {@code length} tokens. */
    void cut(int length) {
        ids.size(length);
        tables.subList(length, tables.size()).clear();
    }

    ReadText copy() {
        ReadText copy = new ReadText();
        copy.ids.addAll(ids);
        copy.tables.addAll(tables);
        return copy;
    }

    /** The tokens from {@code start} on, as parts of one table each. */
    List<PromptPart> from(int start) {
        List<PromptPart> parts = new ArrayList<>();
        for (int at = start; at < length(); ) {
            int end = at + 1;
            while (end < length() && tables.get(end) == tables.get(at)) {
                end++;
            }
            parts.add(new PromptPart(tables.get(at), ids.subList(at, end).toIntArray()));
            at = end;
        }
        return parts;
    }

    /** How many tokens both begin with. */
    int common(ReadText other) {
        int most = Math.min(length(), other.length());
        int common = 0;
        while (common < most && ids.getInt(common) == other.ids.getInt(common) && tables.get(common) == other.tables.get(common)) {
            common++;
        }
        return common;
    }
}
