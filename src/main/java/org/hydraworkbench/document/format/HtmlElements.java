package org.hydraworkbench.document.format;

import java.util.Locale;
import java.util.Set;

/** What a reader of HTML knows of its elements. */
final class HtmlElements {

    /** In which {@code <} is a letter like others. */
    static final Set<String> RAW = Set.of("script", "style", "textarea", "title", "xmp", "noembed", "noframes");

    private static final Set<String> VOID =
            Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    /** Whose content is no text to be translated. */
    private static final Set<String> UNTOUCHED =
            Set.of("script", "style", "pre", "code", "kbd", "samp", "var", "textarea", "svg", "math", "template", "object", "iframe", "xmp", "noembed", "noframes");

    /** Which stand inside a sentence. */
    private static final Set<String> INLINE = Set.of("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
            "i", "img", "input", "ins", "kbd", "label", "mark", "math", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small", "span", "strike", "strong",
            "sub", "sup", "svg", "time", "tt", "u", "var", "wbr", "script", "object");

    private HtmlElements() {}

    /** Whether an element has no end tag. */
    static boolean isVoid(String name) {
        return VOID.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isInline(String name) {
        return INLINE.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isUntouched(String name) {
        return UNTOUCHED.contains(name.toLowerCase(Locale.ROOT));
    }
}
