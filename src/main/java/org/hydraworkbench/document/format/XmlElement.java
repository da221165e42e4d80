package org.hydraworkbench.document.format;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/** An element of an XML file, with the places of its tags. Document type definitions and external entities are never read. */
final class XmlElement {

    private final List<MarkupPiece> pieces;
    private final int open; // number of the piece that is its first tag
    private final @Nullable XmlElement parent;
    private final List<XmlElement> children = new ArrayList<>();
    private int close; // of its last tag, the same where it has one only

    private XmlElement(List<MarkupPiece> pieces, int open, @Nullable XmlElement parent) {
        this.pieces = pieces;
        this.open = open;
        this.close = open;
        this.parent = parent;
    }

    /** The outermost element of a file. */
    static XmlElement root(SourceText file) throws InputException {
        requireWellFormed(file);
        List<MarkupPiece> pieces = MarkupScanner.scan(file, Set.of());
        XmlElement root = null;
        XmlElement current = null;
        for (int k = 0; k < pieces.size(); k++) {
            MarkupPiece.Kind kind = pieces.get(k).kind();
            if (kind == MarkupPiece.Kind.CLOSE && current != null) {
                current.close = k;
                current = current.parent;
            } else if (kind == MarkupPiece.Kind.OPEN || kind == MarkupPiece.Kind.EMPTY) {
                XmlElement element = new XmlElement(pieces, k, current);
                if (current == null) {
                    root = element;
                } else {
                    current.children.add(element);
                }
                current = kind == MarkupPiece.Kind.OPEN ? element : current;
            }
        }
        if (root == null) {
            throw InputException.in(file.path(), "there is no element in it");
        }
        return root;
    }

    private static void requireWellFormed(SourceText file) throws InputException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // They guard against entities that a file defines, of which there are none here, but count every &amp; of a long file.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(file.text()));
            while (reader.hasNext()) {
                reader.next();
            }
            reader.close();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw InputException.at(file.path(), line, "this is not well-formed XML", e);
        }
    }

    /** Its first tag. */
    MarkupPiece openTag() {
        return pieces.get(open);
    }

    /** Its last tag; the first where it is empty and has no other. */
    MarkupPiece closeTag() {
        return pieces.get(close);
    }

    String name() {
        return openTag().localName();
    }

    /** What stands between its tags. */
    List<MarkupPiece> content() {
        return open == close ? List.of() : pieces.subList(open + 1, close);
    }

    /** Where its content begins, in UTF-16 units. */
    int contentStart() {
        return openTag().end();
    }

    /** Where its content ends. */
    int contentEnd() {
        return open == close ? openTag().end() : closeTag().start();
    }

    List<XmlElement> children() {
        return children;
    }

    /** The first child of a name without prefix; null for none. */
    @Nullable XmlElement child(String name) {
        return children.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }

    /** It and all elements in it, in the order of the file. */
    Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }

    /** The value of an attribute of it or of the nearest element around it that has it; empty where none has. */
    String inherited(String file, String attribute) {
        String own = openTag().value(file, attribute);
        return own.isEmpty() && parent != null ? parent.inherited(file, attribute) : own;
    }

    @Nullable XmlElement parent() {
        return parent;
    }

    /** Line break and white space before its first tag; empty where it stands behind something in its line. */
    String indent(String file) {
        int from = openTag().start();
        int start = from;
        while (start > 0 && Character.isWhitespace(file.charAt(start - 1))) {
            start--;
        }
        String space = file.substring(start, from);
        int feed = space.lastIndexOf('\n');
        return feed < 0 ? "" : space.substring(feed > 0 && space.charAt(feed - 1) == '\r' ? feed - 1 : feed);
    }
}
