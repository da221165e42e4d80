package org.hydraworkbench.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.document.format.Document;
import org.hydraworkbench.document.format.DocumentFormat;
import org.hydraworkbench.document.format.ReadOptions;
import org.hydraworkbench.document.format.Segment;
import org.hydraworkbench.document.format.SourceText;
import org.hydraworkbench.document.tags.SegmentTranslator;
import org.hydraworkbench.document.tags.SentenceWise;
import org.hydraworkbench.document.tags.TaggedText;

/** Translates files of one format between two languages. What is the same in several places is translated once. */
public final class DocumentTranslator {

    private static final double CERTAIN = 100;

    private final SentenceWise sentences;
    private final DocumentFormat format;
    private final ReadOptions options;

    /**
     * @param translator of a sentence
     * @param format of the files
     */
    public DocumentTranslator(SegmentTranslator translator, DocumentFormat format, ReadOptions options) {
        this.sentences = new SentenceWise(translator, options.from());
        this.format = format;
        this.options = options;
    }

    /**
     * Translates a file into another, which appears when it is complete.
     *
     * @return how sure its translations are, in the order of the file
     * @throws InputException when the file is broken or a text of it cannot be translated, with file and line; nothing is written then
     */
    public List<SegmentScore> translate(Path in, Path out, Progress progress) throws HydraException {
        progress.message("Translating " + in);
        Document document = format.read(SourceText.read(in), options);
        List<Segment> segments = document.segments();
        List<TaggedText> translations = new ArrayList<>();
        List<SegmentScore> scores = new ArrayList<>();
        for (Segment segment : segments) {
            progress.checkCancelled();
            SentenceWise.Placed placed = translated(segment, in);
            translations.add(placed.text());
            scores.add(new SegmentScore(segment.line(), placed.answer().confidence(), placed.answer().logProbability()));
            progress.update(translations.size(), segments.size());
        }
        byte[] written = document.translated(translations);
        AtomicFiles.write(out, stream -> stream.write(written));
        return scores;
    }

    /**
     * Translates a text that is written as such files are.
     *
     * @param name what messages call it
     * @throws InputException when it is broken or a part of it cannot be translated, with its line
     */
    public Written translate(String name, String text, Progress progress) throws HydraException {
        SourceText source = SourceText.of(name, text);
        Document document = format.read(source, options);
        List<TaggedText> translations = new ArrayList<>();
        double sure = 0;
        long length = 0;
        for (Segment segment : document.segments()) {
            progress.checkCancelled();
            SentenceWise.Placed placed = translated(segment, source.path());
            translations.add(placed.text());
            sure += placed.answer().confidence() * segment.source().text().length();
            length += segment.source().text().length();
        }
        return new Written(document.translatedText(translations), length == 0 ? CERTAIN : sure / length);
    }

    /**
     * A translation of a text.
     *
     * @param confidence expected chrF, 0 to 100, the mean over its characters
     */
    public record Written(String text, double confidence) {}

    private SentenceWise.Placed translated(Segment segment, Path in) throws HydraException {
        try {
            return sentences.translate(segment.source());
        } catch (InputException e) {
            throw new InputException(in + ":" + segment.line() + ": " + e.getMessage(), e);
        }
    }
}
