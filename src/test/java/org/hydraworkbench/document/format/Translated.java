package org.hydraworkbench.document.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.document.tags.SegmentAnswer;
import org.hydraworkbench.document.tags.SentenceWise;
import org.hydraworkbench.document.tags.TaggedText;
import org.hydraworkbench.text.LanguageTag;

/** Files translated into capitals or into themselves, word by word. */
final class Translated {

    static final UnaryOperator<String> SAME = text -> text;
    static final UnaryOperator<String> LOUD = text -> text.toUpperCase(Locale.ROOT);

    private Translated() {}

    static ReadOptions options(int column) throws HydraException {
        return new ReadOptions(LanguageTag.parse("en"), LanguageTag.parse("kab"), column);
    }

    static byte[] bytes(String format, byte[] file, UnaryOperator<String> translator) throws HydraException {
        return bytes(format, file, options(1), translator);
    }

    static byte[] bytes(String format, byte[] file, ReadOptions options, UnaryOperator<String> translator) throws HydraException {
        Document document = Formats.byId(format).read(SourceText.of(Path.of("file"), file), options);
        SentenceWise sentences = new SentenceWise(text -> {
            int words = CutText.of(text).size();
            Alignment straight = Alignment.of(IntStream.range(0, words).mapToObj(k -> Link.sure(k, k)).toList());
            return new SegmentAnswer(translator.apply(text), straight, 0, 0, false);
        }, options.from());
        List<TaggedText> translations = new ArrayList<>();
        for (Segment segment : document.segments()) {
            translations.add(sentences.translate(segment.source()).text());
        }
        return document.translated(translations);
    }

    /** The file in capitals. */
    static String loud(String format, String file) throws HydraException {
        return new String(bytes(format, file.getBytes(StandardCharsets.UTF_8), LOUD), StandardCharsets.UTF_8);
    }

    /** Checks that a file stays byte for byte what it is, also with other line ends and in other encodings. */
    static void isKept(String format, String file, Charset... encodings) throws HydraException {
        List<byte[]> all = new ArrayList<>();
        for (String text : List.of(file, file.replace("\n", "\r\n"), file.stripTrailing())) {
            all.add(text.getBytes(StandardCharsets.UTF_8));
            all.add(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
            all.add(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
            all.add(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
            for (Charset encoding : encodings) {
                all.add(text.getBytes(encoding));
            }
        }
        for (byte[] bytes : all) {
            assertThat(bytes(format, bytes, SAME)).isEqualTo(bytes);
        }
    }
}
