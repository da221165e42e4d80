package org.hydraworkbench.corpus;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of one {@code seg} of a TMX file, on one line. Codes are left out, highlighted text ({@code hi}) stays. A code that stands
 * for itself ({@code ph}, {@code it}, {@code ut}: a line break, a picture) parts the words around it; one that begins or ends a format
 * ({@code bpt}, {@code ept}) may stand inside a word and does not.
 */
final class TmxSegment {

    private final StringBuilder text = new StringBuilder();
    private boolean parted; // a code that parts words was just passed
    private boolean broken; // the white space that was just passed has a line break or a tab
    private int spaces; // passed since the last other character

    /** Reads the segment whose start tag was just read, up to and with its end tag. */
    String read(XMLStreamReader xml) throws XMLStreamException {
        int codes = 0;
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    codes += isCode(xml.getLocalName()) ? 1 : 0;
                    parted |= parts(xml.getLocalName());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    codes -= isCode(xml.getLocalName()) ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (codes == 0) {
                        add(xml.getText());
                    }
                }
                default -> {
                    // comments and processing instructions are no text
                }
            }
        }
        return text.toString().strip();
    }

    /** Adds text; white space with a line break or a tab in it becomes one space. */
    private void add(String more) {
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            if (c == ' ' || c >= '\t' && c <= '\r') {
                spaces++;
                broken |= c != ' ';
            } else {
                part(more.codePointAt(i));
                text.append(c);
            }
        }
    }

    /** Writes what stands between the last character and the next. */
    private void part(int next) {
        boolean glued = parted && spaces == 0 && !text.isEmpty() && isOfWord(text.codePointBefore(text.length())) && isOfWord(next);
        text.repeat(' ', broken || glued ? 1 : spaces);
        spaces = 0;
        broken = false;
        parted = false;
    }

    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isCode(String element) {
        return switch (element) {
            case "bpt", "ept", "it", "ph", "ut" -> true;
            default -> false;
        };
    }

    private static boolean parts(String element) {
        return switch (element) {
            case "it", "ph", "ut" -> true;
            default -> false;
        };
    }
}
