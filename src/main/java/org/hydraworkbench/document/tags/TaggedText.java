package org.hydraworkbench.document.tags;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hydraworkbench.text.Characters;
import org.hydraworkbench.text.Offsets;

/**
 * A text without its tags, and the tags with their places. Openings and closings are balanced like brackets.
 *
 * @param text what is to be read
 * @param tags in their order in the file, which is that of their places
 */
public record TaggedText(String text, List<Tag> tags) {

    public TaggedText {
        tags = List.copyOf(tags);
        int depth = 0;
        int at = 0;
        for (Tag tag : tags) {
            depth += tag.kind() == Tag.Kind.OPEN ? 1 : tag.kind() == Tag.Kind.CLOSE ? -1 : 0;
            if (depth < 0 || tag.at() < at) {
                throw new IllegalArgumentException("tags out of order: " + tags);
            }
            at = tag.at();
        }
        if (depth != 0 || at > text.codePointCount(0, text.length())) {
            throw new IllegalArgumentException("tags that do not fit their text: " + tags);
        }
    }

    /** A text without tags. */
    public static TaggedText of(String text) {
        return new TaggedText(text, List.of());
    }

    /** The text with its tags in their places; {@code escape} is how text between tags is written in the file. */
    public String write(UnaryOperator<String> escape) {
        Offsets offsets = Offsets.of(text);
        StringBuilder written = new StringBuilder();
        int from = 0;
        for (Tag tag : tags) {
            if (tag.at() > from) {
                written.append(escape.apply(offsets.slice(from, tag.at())));
                from = tag.at();
            }
            written.append(tag.code());
        }
        if (from < offsets.codePoints()) {
            written.append(escape.apply(offsets.slice(from, offsets.codePoints())));
        }
        return written.toString();
    }

    /** Takes text and tags as they come. */
    public static final class Builder {

        private final StringBuilder text = new StringBuilder();
        private final List<Tag> tags = new ArrayList<>();
        private final Deque<Opened> open = new ArrayDeque<>();
        private final Map<String, Integer> opened = new HashMap<>(); // how many of those have a key
        private int length;
        private boolean parted; // by the tag that came last

        /** An opening whose closing has not come. */
        private record Opened(String key, int index) {}

        /** Between two letters of which a tag that stands for itself parts one from the other a space is put in: a line break may part words. */
        public Builder text(String more) {
            if (more.isEmpty()) {
                return this;
            }
            if (parted && length > 0 && isOfWord(text.codePointBefore(text.length())) && isOfWord(more.codePointAt(0))) {
                text.append(' ');
                length++;
            }
            parted = false;
            text.append(more);
            length += more.codePointCount(0, more.length());
            return this;
        }

        private static boolean isOfWord(int c) {
            return Characters.isLetterOrMark(c) || Characters.isNumber(c);
        }

        /** A tag that stands for itself. */
        public Builder alone(String code) {
            parted = true;
            return letter(code);
        }

        /** A tag that stands for a letter. */
        public Builder letter(String code) {
            tags.add(new Tag(code, Tag.Kind.ALONE, length));
            return this;
        }

        /**
         * A tag that begins something.
         *
         * @param key which its closing has too
         */
        public Builder open(String code, String key) {
            open.push(new Opened(key, tags.size()));
            opened.merge(key, 1, Integer::sum);
            tags.add(new Tag(code, Tag.Kind.HALF, length)); // until its partner comes
            return this;
        }

        /** A tag that ends what was last begun with {@code key}; what was begun since then has no partner any more. */
        public Builder close(String code, String key) {
            boolean known = opened.getOrDefault(key, 0) > 0;
            Tag.Kind kind = Tag.Kind.HALF;
            while (known) {
                Opened last = open.pop();
                opened.merge(last.key, -1, Integer::sum);
                if (last.key.equals(key)) {
                    Tag opening = tags.get(last.index);
                    tags.set(last.index, new Tag(opening.code(), Tag.Kind.OPEN, opening.at()));
                    kind = Tag.Kind.CLOSE;
                    known = false;
                }
            }
            tags.add(new Tag(code, kind, length));
            return this;
        }

        public TaggedText build() {
            return new TaggedText(text.toString(), tags);
        }
    }
}
