package org.hydraworkbench.document.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.document.tags.TaggedText;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * XLIFF 1.2 and 2: a missing or empty target is filled, and one whose state says that it is yet to be translated ({@code new}, {@code needs-translation},
 * {@code initial}); every other target stays. What is filled says so: {@code needs-review-translation} in 1.2, {@code translated} in 2.
 */
final class XliffFormat implements DocumentFormat {

    private static final Set<String> UNTRANSLATED = Set.of("new", "needs-translation", "initial");

    @Override
    public String id() {
        return "xliff";
    }

    @Override
    public List<String> endings() {
        return List.of(".xlf", ".xliff");
    }

    @Override
    public Document read(SourceText file, ReadOptions options) throws HydraException {
        XmlElement root = XmlElement.root(file);
        if (!root.name().equals("xliff")) {
            throw file.wrong(root.openTag().start(), "this is XML, but not XLIFF: it begins with <" + root.name() + ">");
        }
        Reading reading = new Reading(file, options);
        if (root.openTag().value(file.text(), "version").startsWith("2")) {
            reading.languages(root, "srcLang", "trgLang");
            for (XmlElement segment : root.all().filter(each -> each.name().equals("segment")).toList()) {
                reading.segment2(segment);
            }
        } else {
            for (XmlElement part : root.all().filter(each -> each.name().equals("file")).toList()) {
                reading.languages(part, "source-language", "target-language");
            }
            for (XmlElement unit : root.all().filter(each -> each.name().equals("trans-unit")).toList()) {
                reading.unit1(unit);
            }
        }
        return new Document(file, reading.segments, reading.changes);
    }

    /** A file being read. */
    private static final class Reading {
        private final SourceText file;
        private final String text;
        private final ReadOptions options;
        private final List<Segment> segments = new ArrayList<>();
        private final List<Edit> changes = new ArrayList<>();

        Reading(SourceText file, ReadOptions options) {
            this.file = file;
            this.text = file.text();
            this.options = options;
        }

        /** Sees to it that an element is about the two languages; a target language that it does not name is added. */
        void languages(XmlElement element, String source, String target) throws HydraException {
            MarkupPiece tag = element.openTag();
            requireServes(tag, source, "source", options.from());
            requireServes(tag, target, "target", options.to());
            if (tag.attribute(text, target) == null) {
                changes.add(tag.with(text, target, options.to().toString()));
            }
        }

        private void requireServes(MarkupPiece tag, String attribute, String what, LanguageTag language) throws HydraException {
            String found = tag.value(text, attribute);
            if (!found.isEmpty() && !LanguageTag.serves(language.toString(), found)) {
                throw file.wrong(tag.start(), "the " + what + " language (" + attribute + ") is " + found + ", not " + language);
            }
        }

        private boolean isTranslated(XmlElement element) {
            return !element.inherited(text, "translate").equals("no");
        }

        void unit1(XmlElement unit) {
            XmlElement source = unit.child("source");
            if (source == null || !isTranslated(unit) || unit.openTag().value(text, "approved").equals("yes")) {
                return;
            }
            XmlElement target = unit.child("target");
            if (target != null && !isOpen(target, target.openTag().value(text, "state"))) {
                return;
            }
            XmlElement cut = unit.child("seg-source");
            add(cut == null ? source : cut, target, " state=\"needs-review-translation\" state-qualifier=\"leveraged-mt\"");
        }

        void segment2(XmlElement segment) {
            XmlElement source = segment.child("source");
            XmlElement unit = segment.parent();
            if (source == null || unit == null || !isTranslated(unit)) {
                return;
            }
            XmlElement target = segment.child("target");
            if (target == null || isOpen(target, segment.openTag().value(text, "state"))) {
                changes.add(segment.openTag().with(text, "state", "translated"));
                add(source, target, "");
            }
        }

        private boolean isOpen(XmlElement target, String state) {
            return UNTRANSLATED.contains(state) || InlineXml.read(text, target.content(), true).text().isBlank();
        }

        /** Adds what is in {@code source}, to be written into a target that is there, or into a new one after it. */
        private void add(XmlElement source, @Nullable XmlElement target, String attributes) {
            String prefix = source.openTag().name().substring(0, source.openTag().name().length() - source.name().length());
            String name = prefix + "target";
            String open = source.indent(text) + "<" + name + attributes + ">";
            int start = source.closeTag().end();
            int end = start;
            if (target != null) {
                start = target.openTag().start();
                end = target.closeTag().end();
                open = "<" + name + attributes + kept(target) + ">";
            }
            List<XmlElement> marks = source.all().filter(this::isSegmentMark).toList();
            String close = "</" + name + ">";
            if (marks.isEmpty()) {
                addSegment(source, start, end, open, close);
                return;
            }
            int from = source.contentStart();
            for (XmlElement mark : marks) {
                boolean last = mark == marks.getLast();
                String before = (mark == marks.getFirst() ? open : "") + text.substring(from, mark.contentStart());
                String after = last ? text.substring(mark.contentEnd(), source.contentEnd()) + close : "";
                addSegment(mark, start, end, before, after);
                start = end; // what was there is replaced once
                from = mark.contentEnd();
            }
        }

        private void addSegment(XmlElement source, int start, int end, String before, String after) {
            String raw = text.substring(source.contentStart(), source.contentEnd());
            boolean keeps = source.inherited(text, "xml:space").equals("preserve");
            TaggedText read = InlineXml.read(text, source.content(), keeps);
            segments.add(new Segment(read, file.line(source.openTag().start()), start, end, before, raw, after,
                    Segment.Writing.escaping(part -> Entities.write(part, file, false))));
        }

        /** The attributes of a target but for its state. */
        private String kept(XmlElement target) {
            MarkupPiece tag = target.openTag();
            int end = tag.end() - (tag.kind() == MarkupPiece.Kind.EMPTY ? 2 : 1);
            String all = text.substring(tag.start() + 1 + tag.name().length(), end).stripTrailing();
            return all.replaceAll("\\s+state(-qualifier)?\\s*=\\s*(\"[^\"]*\"|'[^']*')", "");
        }

        private boolean isSegmentMark(XmlElement element) {
            return element.name().equals("mrk") && element.openTag().value(text, "mtype").equals("seg");
        }
    }
}
