package org.hydraworkbench.document.format;

import java.util.function.UnaryOperator;
import org.hydraworkbench.document.tags.TaggedText;

/**
 * A text of a file that is translated by itself, and where its translation goes. Places are UTF-16 units of the file's text.
 *
 * @param source the text with its tags
 * @param line of the file in which it stands, from 1
 * @param start first unit of what the translation replaces
 * @param end one past the last; {@code start} where nothing is replaced
 * @param before what is written before the translation
 * @param raw how the source itself is written
 * @param after what is written after the translation
 * @param writing how another text is written
 */
public record Segment(TaggedText source, int line, int start, int end, String before, String raw, String after, Writing writing) {

    /** How a translation is written in a file. */
    @FunctionalInterface
    public interface Writing {

        String write(TaggedText text);

        /** Tags as they are, the text between them escaped. */
        static Writing escaping(UnaryOperator<String> escape) {
            return text -> text.write(escape);
        }
    }

    /** A text that the translation takes the place of. */
    static Segment inPlace(TaggedText source, SourceText file, int start, int end, Writing writing) {
        return new Segment(source, file.line(start), start, end, "", file.text().substring(start, end), "", writing);
    }

    /** What is written for a translation. A text that is its own translation is written as it was. */
    Edit edit(TaggedText translation) {
        String written = translation.equals(source) ? raw : writing.write(translation);
        return new Edit(start, end, before + written + after);
    }
}
