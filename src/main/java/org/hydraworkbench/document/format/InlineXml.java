package org.hydraworkbench.document.format;

import java.util.List;
import org.hydraworkbench.document.tags.TaggedText;

/**
 * The content of a segment of XLIFF 1.2, XLIFF 2 or TMX. Elements around text ({@code g}, {@code pc}, {@code mrk}, {@code hi}) are pairs of tags, those that
 * begin or end something ({@code bx} and {@code ex}, {@code bpt} and {@code ept}, {@code sc} and {@code ec}, {@code sm} and {@code em}) are pairs where
 * one is named by the other, and all others, with what is in them, one tag each.
 */
final class InlineXml {

    private final String file;
    private final List<MarkupPiece> pieces;
    private final boolean keepsSpace;
    private final TaggedText.Builder text = new TaggedText.Builder();

    private InlineXml(String file, List<MarkupPiece> pieces, boolean keepsSpace) {
        this.file = file;
        this.pieces = pieces;
        this.keepsSpace = keepsSpace;
    }

    /**
     * Reads it.
     *
     * @param keepsSpace whether line breaks are part of the text; else they are spaces
     */
    static TaggedText read(String file, List<MarkupPiece> pieces, boolean keepsSpace) {
        InlineXml reader = new InlineXml(file, pieces, keepsSpace);
        for (int k = 0; k < pieces.size(); k++) {
            k = reader.piece(k);
        }
        return reader.text.build();
    }

    /** Reads the piece of a number; the number of the last one that belongs to it. */
    private int piece(int k) {
        MarkupPiece piece = pieces.get(k);
        switch (piece.kind()) {
            case TEXT -> Entities.read(spaced(piece.in(file)), text, false);
            case CDATA -> {
                String whole = piece.in(file);
                text.text(spaced(whole.substring("<![CDATA[".length(), whole.length() - "]]>".length())));
            }
            case OTHER -> text.alone(piece.in(file));
            case CLOSE -> text.close(piece.in(file), "<" + piece.name());
            case OPEN, EMPTY -> {
                return element(k);
            }
        }
        return k;
    }

    private String spaced(String written) {
        return keepsSpace ? written : written.replaceAll("[ \\t]*\\r?\\n\\s*", " ");
    }

    private int element(int k) {
        MarkupPiece tag = pieces.get(k);
        boolean empty = tag.kind() == MarkupPiece.Kind.EMPTY;
        if (!empty && isPair(tag)) {
            text.open(tag.in(file), "<" + tag.name());
            return k;
        }
        int last = empty ? k : end(k);
        String code = file.substring(tag.start(), pieces.get(last).end());
        switch (tag.localName()) {
            case "bx" -> text.open(code, "x" + key(tag, "rid", "id"));
            case "ex" -> text.close(code, "x" + key(tag, "rid", "id"));
            case "bpt" -> text.open(code, "pt" + key(tag, "i", "rid", "id"));
            case "ept" -> text.close(code, "pt" + key(tag, "i", "rid", "id"));
            case "sc" -> text.open(code, "c" + key(tag, "id"));
            case "ec" -> text.close(code, "c" + key(tag, "startRef", "id"));
            case "sm" -> text.open(code, "m" + key(tag, "id"));
            case "em" -> text.close(code, "m" + key(tag, "startRef"));
            default -> text.alone(code);
        }
        return last;
    }

    /** Whether text that is to be translated is in the element. */
    private boolean isPair(MarkupPiece tag) {
        return switch (tag.localName()) {
            case "g", "pc", "hi" -> true;
            case "mrk" -> !tag.value(file, "translate").equals("no") && !tag.value(file, "mtype").equals("protected");
            default -> false;
        };
    }

    private String key(MarkupPiece tag, String... attributes) {
        for (String attribute : attributes) {
            String value = tag.value(file, attribute);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private int end(int open) {
        int depth = 0;
        for (int k = open; k < pieces.size(); k++) {
            MarkupPiece.Kind kind = pieces.get(k).kind();
            depth += kind == MarkupPiece.Kind.OPEN ? 1 : kind == MarkupPiece.Kind.CLOSE ? -1 : 0;
            if (depth == 0) {
                return k;
            }
        }
        throw new IllegalStateException("an element without an end in well-formed XML");
    }
}
