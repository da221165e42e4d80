package org.hydraworkbench.document.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a file with tags between {@code <} and {@code >}.
 *
 * @param kind what it is
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param name of a tag's element, with its prefix, as it is written; else empty
 */
record MarkupPiece(Kind kind, int start, int end, String name) {

    /** What a piece is. */
    enum Kind {
        /** Between tags. */
        TEXT,
        /** {@code <a>}. */
        OPEN,
        /** {@code </a>}. */
        CLOSE,
        /** {@code <a/>}. */
        EMPTY,
        /** {@code <![CDATA[…]]>}. */
        CDATA,
        /** A comment, a processing instruction, a document type definition. */
        OTHER
    }

    /** The name without its prefix. */
    String localName() {
        return name.substring(name.indexOf(':') + 1);
    }

    String in(String file) {
        return file.substring(start, end);
    }

    /** Where the value of an attribute stands in the tag; null where it has no such attribute. Found by its name with its prefix. */
    @Nullable Place attribute(String file, String attribute) {
        Matcher value = Pattern.compile("\\s" + Pattern.quote(attribute) + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))", Pattern.CASE_INSENSITIVE)
                .matcher(file)
                .region(start, end);
        if (!value.find()) {
            return null;
        }
        int group = value.start(1) >= 0 ? 1 : value.start(2) >= 0 ? 2 : 3;
        return new Place(value.start(group), value.end(group), value.group(group));
    }

    /** The value of an attribute as it is written; empty where there is none. */
    String value(String file, String attribute) {
        Place place = attribute(file, attribute);
        return place == null ? "" : place.text();
    }

    /** A part of the file. */
    record Place(int start, int end, String text) {}

    /** A change of the tag that gives an attribute a value, which needs no escapes. */
    Edit with(String file, String attribute, String value) {
        Place place = attribute(file, attribute);
        int at = start + 1 + name.length();
        return place == null ? new Edit(at, at, " " + attribute + "=\"" + value + "\"") : new Edit(place.start, place.end, value);
    }
}
