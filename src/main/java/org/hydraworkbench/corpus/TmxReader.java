package org.hydraworkbench.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * Pairs from a TMX file: a pair a translation unit that has text in both languages. The languages are those asked for; unasked, the
 * source is what the header calls so ({@code srclang}), where it names one, else the first of the first unit that has two, and the
 * target is what that unit has beside it. Units without the pair are counted. Document type definitions and external entities are never read.
 */
final class TmxReader implements BitextReader {

    private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

    private final InputFile file;
    private final XMLStreamReader xml;
    private final Set<String> met = new LinkedHashSet<>();
    private @Nullable String from;
    private @Nullable String to;
    private boolean begun;
    private boolean sourceOfHeader;
    private long units;
    private long pairs;
    private long withoutText;
    private long empty;

    /**
     * A translation unit.
     *
     * @param texts its segments by language tag, in their order
     * @param textMissing whether a variant has no segment
     */
    private record Unit(Map<String, String> texts, boolean textMissing) {}

    private TmxReader(InputFile file, XMLStreamReader xml, @Nullable String from, @Nullable String to) {
        this.file = file;
        this.xml = xml;
        this.from = from;
        this.to = to;
    }

    /** The reader of a file whose languages are {@code from} and {@code to}; of null it decides itself. */
    static TmxReader open(InputFile file, @Nullable String from, @Nullable String to) throws InputException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // They guard against entities that a file defines, of which there are none here, but count every &amp; of a long file.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        try {
            return new TmxReader(file, factory.createXMLStreamReader(file.content()), from, to);
        } catch (XMLStreamException e) {
            throw broken(file, e);
        }
    }

    @Override
    public @Nullable SentencePair next() throws HydraException {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    SentencePair pair = element(xml.getLocalName());
                    if (pair != null) {
                        pairs++;
                        return pair;
                    }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw broken(file, e);
        }
    }

    /** Reads the element whose start tag was just read, if it is one of ours; its pair, if it has one. */
    private @Nullable SentencePair element(String name) throws XMLStreamException, InputException {
        if (!begun) {
            requireTmx(name);
            begun = true;
        } else if (name.equals("header") && from == null) {
            String source = xml.getAttributeValue(null, "srclang");
            if (source != null && !source.isBlank() && !source.equals("*all*")) {
                from = source.strip();
                sourceOfHeader = true;
            }
        } else if (name.equals("tu")) {
            units++;
            return pair(unit());
        }
        return null;
    }

    private void requireTmx(String root) throws InputException {
        if (!root.equals("tmx")) {
            throw InputException.in(
                    file.path(),
                    root.equals("xliff")
                            ? "this is XLIFF, which is not read; export it as TMX, or as tab-separated text"
                            : "this is XML, but not TMX: it begins with <" + root + ">");
        }
    }

    private @Nullable SentencePair pair(Unit unit) {
        Map<String, String> texts = unit.texts();
        met.addAll(texts.keySet());
        if (texts.size() >= 2) {
            decide(List.copyOf(texts.keySet()));
        }
        String source = equal(texts, from);
        String target = equal(texts, to);
        if (source == null) {
            source = alike(texts, from, target);
        }
        if (target == null) {
            target = alike(texts, to, source);
        }
        if (source == null || target == null) {
            withoutText += unit.textMissing() ? 1 : 0;
            return null;
        }
        SentencePair pair = new SentencePair(texts.getOrDefault(source, ""), texts.getOrDefault(target, ""));
        if (pair.source().isEmpty() || pair.target().isEmpty()) {
            empty++;
            return null;
        }
        return pair;
    }

    /** Settles which languages are read by a unit that has several, as far as nobody asked for some. */
    private void decide(List<String> tags) {
        if (from == null) {
            from = tags.stream().filter(tag -> to == null || !LanguageTag.serves(to, tag)).findFirst().orElse(null);
        }
        String source = from;
        if (to == null && source != null && tags.stream().anyMatch(tag -> LanguageTag.serves(source, tag))) {
            to = tags.stream().filter(tag -> !LanguageTag.serves(source, tag)).findFirst().orElse(null);
        }
    }

    private static @Nullable String equal(Map<String, String> texts, @Nullable String wanted) {
        return wanted == null
                ? null
                : texts.keySet().stream().filter(tag -> tag.equalsIgnoreCase(wanted)).findFirst().orElse(null);
    }

    private static @Nullable String alike(Map<String, String> texts, @Nullable String wanted, @Nullable String taken) {
        return wanted == null
                ? null
                : texts.keySet().stream()
                        .filter(tag -> !tag.equals(taken) && LanguageTag.serves(wanted, tag))
                        .findFirst()
                        .orElse(null);
    }

    /** The unit whose start tag was just read. */
    private Unit unit() throws XMLStreamException, InputException {
        Map<String, String> texts = new LinkedHashMap<>();
        int variants = 0;
        String tag = null;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("tuv")) {
                    tag = language();
                    variants++;
                } else if (name.equals("seg") && tag != null) {
                    texts.putIfAbsent(tag, new TmxSegment().read(xml));
                    variants--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("tu")) {
                return new Unit(texts, variants > 0);
            }
        }
    }

    /** The language of the variant whose start tag was just read. */
    private String language() throws InputException {
        String tag = xml.getAttributeValue(XML_NAMESPACE, "lang");
        if (tag == null) {
            tag = xml.getAttributeValue(null, "lang"); // TMX 1.1
        }
        if (tag == null) {
            throw InputException.at(
                    file.path(), xml.getLocation().getLineNumber(), "this <tuv> names no language (xml:lang)");
        }
        return tag;
    }

    private static InputException broken(InputFile file, XMLStreamException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
        if (e.getNestedException() instanceof IOException unreadable) {
            return InputException.at(file.path(), line, "cannot be read on", unreadable);
        }
        return InputException.at(file.path(), line, "this is not well-formed TMX", e);
    }

    @Override
    public BitextFormat format() {
        return BitextFormat.TMX;
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
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        long lacking = units - pairs - withoutText - empty;
        if (lacking > 0) {
            notes.add(String.format(Locale.ROOT, "%,d of %,d units %s passed over: %s.", lacking, units, lacking == 1 ? "was" : "were", lack()));
        }
        if (withoutText > 0) {
            notes.add(String.format(Locale.ROOT, "%,d %s no <seg>.", withoutText, withoutText == 1 ? "unit has" : "units have"));
        }
        if (empty > 0) {
            notes.add(String.format(Locale.ROOT, "%,d %s empty on a side, and passed over.", empty, empty == 1 ? "unit is" : "units are"));
        }
        return notes;
    }

    /** Why the units that were passed over are no pairs. */
    private String lack() {
        if (from != null && to != null) {
            List<String> others = met.stream()
                    .filter(tag -> !LanguageTag.serves(from, tag) && !LanguageTag.serves(to, tag))
                    .toList();
            return "not in both " + from + " and " + to + (others.isEmpty() ? "" : "; the file also has " + String.join(", ", others));
        }
        String known = from == null ? to : from;
        return (known == null
                        ? "no unit is in two languages"
                        : "no unit is in " + known + (sourceOfHeader ? ", by the header the source (srclang)," : "") + " and another language")
                + (met.isEmpty() ? "" : "; the file has " + String.join(", ", met));
    }

    @Override
    public InputException nothing() {
        return InputException.in(
                file.path(),
                units == 0
                        ? "there is no translation unit (<tu>) in it"
                        : "there is no pair of sentences in it. " + String.join(" ", notes()));
    }

    @Override
    public boolean namesLanguages() {
        return true;
    }

    @Override
    public List<String> languages() {
        return from == null || to == null ? List.of() : List.of(from, to);
    }

    @Override
    public List<String> allLanguages() {
        return List.copyOf(met);
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
