package org.hydraworkbench.document.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hydraworkbench.base.InputException;

/** Cuts a file with tags into pieces that together are the file. */
final class MarkupScanner {

    private final SourceText file;
    private final String text;
    private final Set<String> rawElements;
    private final List<MarkupPiece> pieces = new ArrayList<>();
    private int at;

    private MarkupScanner(SourceText file, Set<String> rawElements) {
        this.file = file;
        this.text = file.text();
        this.rawElements = rawElements;
    }

    /**
     * The pieces of a file from its first character to its last.
     *
     * @param rawElements names in small letters of elements in which {@code <} is a letter like others, as in HTML's scripts
     */
    static List<MarkupPiece> scan(SourceText file, Set<String> rawElements) throws InputException {
        MarkupScanner scanner = new MarkupScanner(file, rawElements);
        while (scanner.at < scanner.text.length()) {
            scanner.next();
        }
        return scanner.pieces;
    }

    private void next() throws InputException {
        if (text.startsWith("<!--", at)) {
            add(MarkupPiece.Kind.OTHER, after("-->", at + 4, "this comment"), "");
        } else if (text.startsWith("<![CDATA[", at)) {
            add(MarkupPiece.Kind.CDATA, after("]]>", at, "this CDATA section"), "");
        } else if (text.startsWith("<?", at)) {
            add(MarkupPiece.Kind.OTHER, after(rawElements.isEmpty() ? "?>" : ">", at, "this instruction"), "");
        } else if (text.startsWith("<!", at)) {
            add(MarkupPiece.Kind.OTHER, declarationEnd(), "");
        } else if (isTag(at)) {
            tag();
        } else {
            int end = at + 1;
            while (end < text.length() && !(text.charAt(end) == '<' && (isTag(end) || text.startsWith("<!", end) || text.startsWith("<?", end)))) {
                end++;
            }
            add(MarkupPiece.Kind.TEXT, end, "");
        }
    }

    private void add(MarkupPiece.Kind kind, int end, String name) {
        pieces.add(new MarkupPiece(kind, at, end, name));
        at = end;
    }

    private int after(String mark, int from, String what) throws InputException {
        int found = text.indexOf(mark, from);
        if (found < 0) {
            throw file.wrong(at, what + " has no end (" + mark + ")");
        }
        return found + mark.length();
    }

    /** A document type may have further declarations in brackets. */
    private int declarationEnd() throws InputException {
        int close = after(">", at, "this declaration");
        int bracket = text.indexOf('[', at, close);
        return bracket >= 0 ? after(">", after("]", bracket, "this declaration"), "this declaration") : close;
    }

    private boolean isTag(int from) {
        int name = text.startsWith("</", from) ? from + 2 : from + 1;
        return text.charAt(from) == '<' && name < text.length() && (Character.isLetter(text.charAt(name)) || text.charAt(name) == '_');
    }

    private void tag() throws InputException {
        boolean close = text.startsWith("</", at);
        int nameStart = at + (close ? 2 : 1);
        int nameEnd = nameStart;
        while (nameEnd < text.length() && !Character.isWhitespace(text.charAt(nameEnd)) && "/>".indexOf(text.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        String name = text.substring(nameStart, nameEnd);
        int end = tagEnd(nameEnd);
        boolean empty = !close && text.charAt(end - 2) == '/';
        add(close ? MarkupPiece.Kind.CLOSE : empty ? MarkupPiece.Kind.EMPTY : MarkupPiece.Kind.OPEN, end, name);
        if (!close && !empty && rawElements.contains(name.toLowerCase(Locale.ROOT))) {
            raw(name);
        }
    }

    private int tagEnd(int from) throws InputException {
        char quote = 0;
        for (int k = from; k < text.length(); k++) {
            char c = text.charAt(k);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return k + 1;
            } else if ((c == '"' || c == '\'') && isValue(k)) {
                quote = c;
            }
        }
        throw file.wrong(at, "this tag has no end (>)");
    }

    /** In HTML a quotation mark that is no beginning of a value means nothing. */
    private boolean isValue(int mark) {
        int before = mark - 1;
        while (Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return text.charAt(before) == '=';
    }

    /** What is between the tags of an element that has no tags in it. */
    private void raw(String name) throws InputException {
        String end = "</" + name;
        for (int k = at; k < text.length(); k++) {
            if (text.regionMatches(true, k, end, 0, end.length())) {
                if (k > at) {
                    add(MarkupPiece.Kind.TEXT, k, "");
                }
                return;
            }
        }
        throw file.wrong(at - 1, "this <" + name + "> has no end (" + end + ">)");
    }
}
