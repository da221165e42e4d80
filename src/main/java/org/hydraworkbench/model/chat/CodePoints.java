package org.hydraworkbench.model.chat;

import java.util.List;

/** Texts as rows of code points, which is how templates count them. */
final class CodePoints {

    private CodePoints() {}

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Each as a text of its own. */
    static List<Object> each(String text) {
        return text.codePoints().mapToObj(c -> (Object) Character.toString(c)).toList();
    }

    /** The part from one to before another; both from 0 to the length. */
    static String part(String text, int from, int to) {
        if (from >= to) {
            return "";
        }
        int start = text.offsetByCodePoints(0, from);
        return text.substring(start, text.offsetByCodePoints(start, to - from));
    }

    /** The count of code points before a place. */
    static int before(String text, int index) {
        return text.codePointCount(0, index);
    }
}
