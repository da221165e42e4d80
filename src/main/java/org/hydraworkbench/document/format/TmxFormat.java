package org.hydraworkbench.document.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;

/** Translation memories (TMX): a unit that has the source language and not the target language gets a variant in that, after its last one. */
final class TmxFormat implements DocumentFormat {

    private static final List<String> LANGUAGE = List.of("xml:lang", "lang"); // the second of TMX 1.1

    @Override
    public String id() {
        return "tmx";
    }

    @Override
    public List<String> endings() {
        return List.of(".tmx");
    }

    @Override
    public Document read(SourceText file, ReadOptions options) throws HydraException {
        XmlElement root = XmlElement.root(file);
        if (!root.name().equals("tmx")) {
            throw file.wrong(root.openTag().start(), "this is XML, but not TMX: it begins with <" + root.name() + ">");
        }
        List<XmlElement> units = root.all().filter(each -> each.name().equals("tu")).toList();
        List<Segment> segments = new ArrayList<>();
        boolean met = false;
        for (XmlElement unit : units) {
            XmlElement source = variant(file, unit, options.from());
            met |= source != null;
            if (source != null && variant(file, unit, options.to()) == null) {
                segments.add(segment(file, unit, source, options.to()));
            }
        }
        if (!met) {
            Set<String> languages = root.all().filter(each -> each.name().equals("tuv")).map(each -> language(file, each)).collect(Collectors.toSet());
            throw file.wrong(root.openTag().start(), "no unit of this TMX is in " + options.from()
                    + (languages.isEmpty() ? "" : "; it has " + String.join(", ", languages.stream().sorted().toList())));
        }
        return new Document(file, segments, List.of());
    }

    private static String language(SourceText file, XmlElement variant) {
        return LANGUAGE.stream().map(name -> variant.openTag().value(file.text(), name)).filter(tag -> !tag.isEmpty()).findFirst().orElse("");
    }

    private static @Nullable XmlElement variant(SourceText file, XmlElement unit, LanguageTag language) {
        return unit.children().stream()
                .filter(each -> each.name().equals("tuv") && each.child("seg") != null)
                .filter(each -> LanguageTag.serves(language.toString(), language(file, each)))
                .findFirst()
                .orElse(null);
    }

    private static Segment segment(SourceText file, XmlElement unit, XmlElement source, LanguageTag to) throws HydraException {
        XmlElement seg = source.child("seg");
        if (seg == null) {
            throw file.wrong(source.openTag().start(), "this <tuv> has no <seg>");
        }
        String text = file.text();
        XmlElement last = unit.children().stream().filter(each -> each.name().equals("tuv")).toList().getLast();
        String attribute = source.openTag().value(text, "xml:lang").isEmpty() ? "lang" : "xml:lang";
        String prefix = source.openTag().name().substring(0, source.openTag().name().length() - "tuv".length());
        boolean keeps = source.inherited(text, "xml:space").equals("preserve");
        int at = last.closeTag().end();
        return new Segment(
                InlineXml.read(text, seg.content(), keeps),
                file.line(seg.openTag().start()),
                at,
                at,
                last.indent(text) + "<" + prefix + "tuv " + attribute + "=\"" + to + "\"><" + prefix + "seg>",
                text.substring(seg.contentStart(), seg.contentEnd()),
                "</" + prefix + "seg></" + prefix + "tuv>",
                Segment.Writing.escaping(part -> Entities.write(part, file, false)));
    }
}
