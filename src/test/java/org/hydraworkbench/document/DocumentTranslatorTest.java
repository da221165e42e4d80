package org.hydraworkbench.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.document.format.Formats;
import org.hydraworkbench.document.format.ReadOptions;
import org.hydraworkbench.document.tags.SegmentAnswer;
import org.hydraworkbench.document.tags.SegmentTranslator;
import org.hydraworkbench.testing.CancelAfter;
import org.hydraworkbench.text.LanguageTag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTranslatorTest {

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private Path in;
    private Path out;

    @BeforeEach
    void write() throws Exception {
        in = Files.writeString(folder.resolve("in.html"), "<p>one <b>dog</b>\n<p>a cat\n<p>one <b>dog</b>\n<p>two\n");
        out = folder.resolve("out.html");
    }

    private SegmentAnswer loud(String text) throws InputException {
        asked.add(text);
        if (text.equals("broken")) {
            throw new InputException("it cannot be read");
        }
        Alignment links = Alignment.of(List.of(Link.sure(0, 0), Link.sure(1, 1)));
        boolean two = text.contains(" ");
        return new SegmentAnswer(text.toUpperCase(Locale.ROOT), two ? links : Alignment.empty(), 30.25, -0.5, false);
    }

    private static DocumentTranslator translator(SegmentTranslator sentences, Path file) throws HydraException {
        return new DocumentTranslator(
                sentences, Formats.of(file), new ReadOptions(LanguageTag.parse("en"), LanguageTag.parse("kab"), 1));
    }

    @Test
    void whatIsTheSameIsTranslatedOnceAndEveryTextHasItsScore() throws Exception {
        List<SegmentScore> scores = translator(this::loud, in).translate(in, out, Progress.none());
        assertThat(out).hasContent("<p>ONE <b>DOG</b>\n<p>A CAT\n<p>ONE <b>DOG</b>\n<p>TWO\n");
        assertThat(asked).containsExactly("one dog", "a cat", "two");
        assertThat(scores).extracting(SegmentScore::line).containsExactly(1, 2, 3, 4);
        assertThat(scores).allMatch(score -> score.confidence() == 30.25 && score.logProbability() == -0.5);
    }

    @Test
    void whatCannotBeTranslatedIsNamedAndNothingIsWritten() throws Exception {
        Files.writeString(in, "<p>one\n<p>broken");
        assertThatThrownBy(() -> translator(this::loud, in).translate(in, out, Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessage(in + ":2: it cannot be read");
        assertThat(folder).isDirectoryContaining(file -> file.equals(in)).isDirectoryNotContaining(file -> !file.equals(in));
    }

    /** Large letters for small ones, word by word. */
    private static String inNoFile(String html) throws HydraException {
        SegmentTranslator words = text -> {
            List<Link> links = IntStream.range(0, CutText.of(text).size()).mapToObj(k -> Link.sure(k, k)).toList();
            return new SegmentAnswer(text.toUpperCase(Locale.ROOT), Alignment.of(links), 50, 0, false);
        };
        return translator(words, Path.of("a.html")).translate("q", html, Progress.none()).text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
        "a dog|A DOG",
        "<p class=\"x > y\">a</p>|<p class=\"x > y\">A</p>",
        "a <b>dog</b>, a cat|A <b>DOG</b>, A CAT",
        "a<br/>b <!-- c -->d|A<br/>B <!-- c -->D",
        "<script>x < y</script>a<style>p {}</style>|<script>x < y</script>A<style>p {}</style>",
        "<!DOCTYPE html>a|<!DOCTYPE html>A",
        "fish &amp; chips|FISH &amp; CHIPS",
        "isn&#39;t it &#x3c;|ISN'T IT &lt;",
        "a&nbsp;b|A&nbsp;B",
        "caf&eacute; au|CAFÉ AU",
        "1 < 2 & 3 > 2 a|1 &lt; 2 &amp; 3 &gt; 2 A",
        "a &#0; &#xD800; &#9999999; b|A &#0; &#xD800; &#9999999; B",
        "<p>  </p>|<p>  </p>",
        "a</b> dog<i>|A</b> DOG<i>"
    })
    void whatIsWrittenInNoFileIsTranslatedAndItsTagsStay(String html, String expected) throws Exception {
        assertThat(inNoFile(html)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "</b>", "<p><b>a", "<p>a</b>", "<p><b>x</i>", "<!>", "<![a]>", "&a", "\"'<", "<pre></pre>", "<b translate='no'></b>", "<br>", "a"})
    void whatIsMalformedIsLookedThroughOnce(String piece) throws Exception {
        String html = piece.repeat((1 << 20) / piece.length());
        assertThat(inNoFile(html).length()).isGreaterThanOrEqualTo(html.length());
    }

    @Test
    void aTextOfManyTagsKeepsThemAndOneOfTooManyIsRefused() throws Exception {
        String html = "a <i>b</i>, ".repeat(5_000).strip();
        assertThat(inNoFile(html)).isEqualTo(html.replace("a", "A").replace("b", "B"));
        assertThatThrownBy(() -> inNoFile(html + html))
                .isInstanceOf(InputException.class)
                .hasMessage("q:1: this text has 20,000 tags, of which 10,000 at most can be put into a translation; divide it into paragraphs");
    }

    @Test
    void whatIsBrokenInNoFileIsToldByItsLine() {
        assertThatThrownBy(() -> inNoFile("<p>a\n<b")).isInstanceOf(InputException.class).hasMessage("q:2: this tag has no end (>)");
    }

    @Test
    void howSureATextIsCountsByItsCharacters() throws Exception {
        SegmentTranslator sentences = text -> new SegmentAnswer(text, Alignment.empty(), asked.add(text) ? asked.size() * 10 : 0, 0, false);
        DocumentTranslator.Written written =
                translator(sentences, in).translate("q", "<p>It&apos;s &lt;b&gt;</p><p>four<b>s</b></p>", Progress.none());
        assertThat(asked).containsExactly("It's <b>", "fours");
        assertThat(written.confidence()).as("of 8 and of 5").isEqualTo((8 * 10 + 5 * 20) / 13.0);
    }

    @Test
    void whatWasStoppedLeavesNothing() {
        assertThatThrownBy(() -> translator(this::loud, in).translate(in, out, new CancelAfter(2))).isInstanceOf(CancelledException.class);
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(in));
    }

    @Test
    void whatWasKeptIsNotTranslatedAgain() throws Exception {
        Path kept = UnfinishedAnswers.beside(out);
        try (UnfinishedAnswers first = UnfinishedAnswers.open(kept, this::loud, "en kab")) {
            first.translate("one dog");
            first.translate("a cat");
        }
        Files.writeString(kept, "two\tT", StandardOpenOption.APPEND); // killed while it was writing
        try (UnfinishedAnswers again = UnfinishedAnswers.open(kept, this::loud, "en kab")) {
            assertThat(again.size()).isEqualTo(2);
            translator(again, in).translate(in, out, Progress.none());
            again.finish();
        }
        assertThat(out).hasContent("<p>ONE <b>DOG</b>\n<p>A CAT\n<p>ONE <b>DOG</b>\n<p>TWO\n");
        assertThat(asked).containsExactly("one dog", "a cat", "two");
        assertThat(kept).doesNotExist();
    }

    @Test
    void whatWasBegunOtherwiseIsNotGoneOnWith() throws Exception {
        Path kept = UnfinishedAnswers.beside(out);
        UnfinishedAnswers.open(kept, this::loud, "en kab").close();
        assertThatThrownBy(() -> UnfinishedAnswers.open(kept, this::loud, "en fr"))
                .isInstanceOf(UsageException.class)
                .hasMessage(kept + ": was begun with other settings or files; remove it to begin anew, or give what was given then.");
    }

    @Test
    void aDamagedRowIsNamed() throws Exception {
        Path kept = UnfinishedAnswers.beside(out);
        try (UnfinishedAnswers first = UnfinishedAnswers.open(kept, this::loud, "en kab")) {
            first.translate("one dog");
        }
        Files.writeString(kept, "two\tTWO\t1\t1\tfalse\t0-9\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> UnfinishedAnswers.open(kept, this::loud, "en kab"))
                .isInstanceOf(InputException.class)
                .hasMessage(kept + ":3: this row is damaged; remove it, and its sentence is translated anew");
    }
}
