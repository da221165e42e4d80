package org.hydraworkbench.document.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.document.tags.TaggedText;

/** Text that may have tags of HTML in it without being HTML, as messages of programs do. */
final class MarkupText {

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][\\w:-]*)(?:\\s[^<>]*)?(/?)>");

    private MarkupText() {}

    /** The text with what looks like a tag as one. */
    static TaggedText of(String text) {
        TaggedText.Builder built = new TaggedText.Builder();
        Matcher tag = TAG.matcher(text);
        int from = 0;
        while (tag.find()) {
            built.text(text.substring(from, tag.start()));
            from = tag.end();
            if (!tag.group(3).isEmpty() || HtmlElements.isVoid(tag.group(2))) {
                built.alone(tag.group());
            } else if (tag.group(1).isEmpty()) {
                built.open(tag.group(), tag.group(2));
            } else {
                built.close(tag.group(), tag.group(2));
            }
        }
        return built.text(text.substring(from)).build();
    }
}
