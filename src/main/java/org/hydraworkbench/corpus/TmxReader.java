package org.hydraworkbench.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Pairs from a TMX file: a pair a translation unit that has both languages. Formatting codes inside a segment are left out,
 * highlighted text ({@code hi}) stays; line breaks become spaces. Document type definitions and external entities are never
 * read. The languages are those asked for ({@code en} also takes {@code en-GB}) or, unasked, those of the first two variants
 * of the first unit that has two.
 */
final class TmxReader implements BitextReader {

    private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
    private static final Pattern BREAKS = Pattern.compile("\\s*[\\t\\n\\r]\\s*");

    private final InputFile file;
    private final XMLStreamReader xml;
    private @Nullable String sourceTag;
    private @Nullable String targetTag;
    private long skipped;

    private TmxReader(InputFile file, XMLStreamReader xml, @Nullable String sourceTag, @Nullable String targetTag) {
        this.file = file;
        this.xml = xml;
        this.sourceTag = sourceTag;
        this.targetTag = targetTag;
    }

    static TmxReader open(InputFile file, @Nullable String sourceTag, @Nullable String targetTag) throws InputException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new TmxReader(file, factory.createXMLStreamReader(file.content()), sourceTag, targetTag);
        } catch (XMLStreamException e) {
            throw broken(file, e);
        }
    }

    @Override
    public @Nullable SentencePair next() throws HydraException {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("tu")) {
                    SentencePair pair = pair(unit());
                    if (pair != null) {
                        return pair;
                    }
                    skipped++;
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw broken(file, e);
        }
    }

    private @Nullable SentencePair pair(Map<String, String> variants) {
        if ((sourceTag == null || targetTag == null) && variants.size() >= 2) {
            String[] tags = variants.keySet().toArray(new String[0]);
            if (sourceTag == null) {
                sourceTag = targetTag == null || !matches(targetTag, tags[0]) ? tags[0] : tags[1];
            }
            if (targetTag == null) {
                targetTag = matches(sourceTag, tags[0]) ? tags[1] : tags[0];
            }
        }
        String source = variant(variants, sourceTag);
        String target = variant(variants, targetTag);
        return source == null || target == null ? null : new SentencePair(source, target);
    }

    private static @Nullable String variant(Map<String, String> variants, @Nullable String wanted) {
        if (wanted == null) {
            return null;
        }
        for (Map.Entry<String, String> variant : variants.entrySet()) {
            if (matches(wanted, variant.getKey())) {
                return variant.getValue();
            }
        }
        return null;
    }

    /** Whether a text with language {@code tag} serves where {@code wanted} is asked for (RFC 4647, basic filtering). */
    private static boolean matches(String wanted, String tag) {
        String w = wanted.toLowerCase(Locale.ROOT).replace('_', '-');
        String t = tag.toLowerCase(Locale.ROOT).replace('_', '-');
        return t.equals(w) || t.startsWith(w + "-");
    }

    /** The segments of the unit whose start tag was just read, by language tag, in their order. */
    private Map<String, String> unit() throws XMLStreamException, InputException {
        Map<String, String> variants = new LinkedHashMap<>();
        String tag = null;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("tuv")) {
                    tag = xml.getAttributeValue(XML_NAMESPACE, "lang");
                    if (tag == null) {
                        tag = xml.getAttributeValue(null, "lang"); // TMX 1.1
                    }
                    if (tag == null) {
                        throw InputException.at(
                                file.path(), xml.getLocation().getLineNumber(), "this <tuv> names no language (xml:lang)");
                    }
                } else if (name.equals("seg") && tag != null) {
                    variants.putIfAbsent(tag, segment());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("tu")) {
                return variants;
            }
        }
    }

    /** The text of the segment whose start tag was just read, up to and with its end tag. */
    private String segment() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int codes = 0;
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    codes += isCode(xml.getLocalName()) ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    codes -= isCode(xml.getLocalName()) ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (codes == 0) {
                        text.append(xml.getText());
                    }
                }
                default -> {
                    // comments and processing instructions are no text
                }
            }
        }
        return BREAKS.matcher(text.toString().strip()).replaceAll(" ");
    }

    private static boolean isCode(String element) {
        return switch (element) {
            case "bpt", "ept", "it", "ph", "ut" -> true;
            default -> false;
        };
    }

    private static InputException broken(InputFile file, XMLStreamException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
        return InputException.at(file.path(), line, "this is not well-formed TMX", e);
    }

    @Override
    public long bytesRead() {
        return file.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return file.bytesTotal();
    }

    @Override
    public long skipped() {
        return skipped;
    }

    @Override
    public List<String> languages() {
        return sourceTag == null || targetTag == null ? List.of() : List.of(sourceTag, targetTag);
    }

    @Override
    public void close() throws HydraException {
        try (file) {
            xml.close();
        } catch (XMLStreamException e) {
            throw broken(file, e);
        }
    }
}
