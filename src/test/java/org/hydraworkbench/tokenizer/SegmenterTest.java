package org.hydraworkbench.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmenterTest {

    private static final List<String> SENTENCES = List.of(
            "我们今天去北京大学学习汉语。",
            "我用iPhone手机写2024年的报告。",
            "今日は東京へ行きました。カタカナ",
            "오늘 서울에 갔어요.",
            "วันนี้ฉันไปโรงเรียนกับเพื่อน",
            "ສະບາຍດີຂ້ອຍຊື່ວ່າສົມສັກ",
            "ខ្ញុំទៅសាលារៀនថ្ងៃនេះ",
            "ကျွန်တော် ကျောင်းသွားတယ်",
            "བོད་ཡིག་སློབ་སྦྱོང་བྱེད་པ།",
            "ꦲꦏ꧀ꦱꦫꦗꦮ",
            "وسيكتبونها في كتابهم، أليس كذلك؟",
            "می\u200cخواهم کتاب\u200cها",
            "नमस्ते दुनिया।",
            "👩‍👩‍👧‍👦 🇫🇷🇩🇪 👍🏽 ☺️",
            "e\u0301te\u0301 t\u0301\u0323o",
            "Azul fell-awen, yebɣa-t… «ẓriɣ»");

    private static Tokenizer marked;
    private static Tokenizer bytes;
    private static Tokenizer wordpiece;

    @BeforeAll
    static void load(@TempDir Path folder) throws Exception {
        TokenizerTrainer.Options options = TokenizerTrainer.Options.defaults().withVocabularySize(700).withThreads(1);
        TokenizerTrainer.train(Golden.training().stream(), options, folder.resolve("marked"), Progress.none());
        marked = Tokenizer.load(folder.resolve("marked"));
        bytes = Golden.tokenizer("bytes", folder.resolve("bytes"));
        wordpiece = Golden.tokenizer("wordpiece", folder.resolve("wordpiece"));
    }

    @AfterAll
    static void close() {
        marked.close();
        bytes.close();
        wordpiece.close();
    }

    private static List<String> forms(Unit unit, Tokenizer tokenizer, String text) throws Exception {
        return Arrays.asList(Segmenter.of(unit, tokenizer).segment(text).forms());
    }

    /** The parts of the text that the units cover, the empty ones left out. */
    private static List<String> covered(Tokenizer tokenizer, String text) throws Exception {
        Offsets offsets = Offsets.of(text);
        return Segmenter.of(Unit.UNIT, tokenizer).segment(text).segments().stream()
                .map(segment -> offsets.slice(segment.span()))
                .filter(part -> !part.isBlank())
                .toList();
    }

    @Test
    void givenIsWhatStandsBetweenSpaces() throws Exception {
        assertThat(forms(Unit.GIVEN, null, " Don't  go , 😀\tx\u00a0y")).containsExactly("Don't", "go", ",", "😀", "x\u00a0y");
        assertThat(Segmenter.of(Unit.GIVEN, null).segment("😀 ab").segments())
                .containsExactly(new Segment("😀", 0, 1, -1, 0), new Segment("ab", 2, 4, -1, 0));
    }

    @Test
    void wordsKnowTheirTokens() throws Exception {
        Segmentation words = Segmenter.of(Unit.WORD, bytes).segment("x😀 y");
        assertThat(words.segments())
                .containsExactly(new Segment("x", 0, 1, 0, 1), new Segment("😀", 1, 2, 1, 4), new Segment("y", 3, 4, 5, 1));
    }

    @Test
    void tokensKeepTheirPieces() throws Exception {
        String text = "Tom is here";
        assertThat(forms(Unit.TOKEN, marked, text))
                .isEqualTo(Arrays.stream(marked.encodeIds(text)).mapToObj(marked::piece).toList());
    }

    @Test
    void piecesOfAWordAreGluedWithMarkerAndCase() throws Exception {
        assertThat(forms(Unit.UNIT, marked, "The theatre")).containsExactly("▁The", "▁theatre");
        assertThat(forms(Unit.TOKEN, marked, "theatre")).hasSizeGreaterThan(1);
    }

    @Test
    void digitsAndPunctuationStayAlone() throws Exception {
        assertThat(forms(Unit.UNIT, marked, "Tom's, 123."))
                .containsExactly("▁Tom", "'", "s", ",", "▁1", "2", "3", ".");
    }

    @Test
    void aWordStartMarkAloneGoesWithItsWord() throws Exception {
        // é has no piece with a mark
        assertThat(forms(Unit.TOKEN, marked, "Tom été")).containsSequence("▁", "é");
        Segmentation units = Segmenter.of(Unit.UNIT, marked).segment("Tom été");
        assertThat(units.forms()).containsExactly("▁Tom", "▁été");
        assertThat(units.segments().get(1).span()).isEqualTo(new Span(4, 7));
        assertThat(units.segments().get(1).tokenCount()).isEqualTo(4);
        assertThat(forms(Unit.UNIT, marked, "here  here")).containsExactly("▁here", "▁here");
        assertThat(forms(Unit.UNIT, marked, "here  ")).containsExactly("▁here");
        assertThat(forms(Unit.UNIT, marked, "  1 ")).containsExactly("▁1");
        assertThat(covered(bytes, "a  b  ")).containsExactly("a", "b");
        assertThat(Segmenter.published(marked).segment("Tom été").forms()).containsExactly("▁Tom", "▁", "été");
        assertThat(Segmenter.published(marked).id()).isEqualTo("unit:2:" + marked.hash());
        for (String text : Golden.texts()) {
            for (Tokenizer tokenizer : List.of(marked, bytes)) {
                List<String> forms = forms(Unit.UNIT, tokenizer, text);
                assertThat(forms.size() == 1 ? List.of() : forms).as(text).doesNotContain("▁", "Ġ");
            }
        }
    }

    @Test
    void bytesOfByteFallbackStayAlone() throws Exception {
        assertThat(forms(Unit.UNIT, marked, "Tomßa")).containsExactly("▁Tom", "<0xC3>", "<0x9F>", "a");
    }

    @Test
    void wordPiecesAreGluedWithoutTheirMarks() throws Exception {
        assertThat(forms(Unit.UNIT, wordpiece, "theatre, Tomorrow")).containsExactly("theatre", ",", "tomorrow");
    }

    @Test
    void byteLevelPiecesAreGluedOutsideLatinToo() throws Exception {
        assertThat(covered(bytes, "Привет, աշխարհ नमस्ते")).containsExactly("Привет", ",", "աշխարհ", "नमस्ते");
    }

    @Test
    void piecesThatShareACharacterAreGlued() throws Exception {
        Segmentation face = Segmenter.of(Unit.UNIT, bytes).segment("a😀1");
        assertThat(face.segments())
                .extracting(Segment::start, Segment::tokenCount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, 1),
                        org.assertj.core.groups.Tuple.tuple(1, 4),
                        org.assertj.core.groups.Tuple.tuple(2, 1));
    }

    @Test
    void ideographsAreNotGluedIntoClauses() throws Exception {
        assertThat(covered(bytes, "我们今天去北京大学学习")).containsExactly("我们", "今天", "去", "北京", "大学", "学习");
        assertThat(covered(bytes, "ภาษาไทย")).containsExactly("ภาษา", "ไทย");
    }

    @Test
    void aDashOfTheTextIsADash() throws Exception {
        assertThat(covered(bytes, "мир—дом")).containsExactly("мир", "—", "дом");
        assertThat(covered(marked, "here—there")).containsExactly("here", "—", "there");
    }

    @Test
    void combiningMarksAreNoWordBorders() throws Exception {
        assertThat(covered(bytes, "te\u0323st")).containsExactly("te\u0323st");
        assertThat(covered(bytes, "t\u0301\u0323o")).containsExactly("t\u0301\u0323o");
    }

    @Test
    void unknownPiecesStayAlone() throws Exception {
        assertThat(forms(Unit.UNIT, wordpiece, "tom ߷ tom")).containsExactly("tom", "[UNK]", "tom");
    }

    @Test
    void specialTokensThatASentenceSpellsAreCutLikeAnyOther() throws Exception {
        assertThat(forms(Unit.TOKEN, marked, "a </s>")).containsExactly("▁a", "▁", "<0x3C>", "<0x2F>", "s", "<0x3E>");
        assertThat(forms(Unit.UNIT, marked, "a </s>")).containsExactly("▁a", "▁<0x3C>", "<0x2F>", "s", "<0x3E>");
        assertThat(covered(bytes, "<|end_of_text|> the")).containsExactly("<", "|", "end", "_", "of", "_", "text", "|", ">", "the");
        assertThat(Segmenter.of(Unit.WORD, bytes).segment("x <|end_of_text|>").segments()).allMatch(word -> word.tokenCount() > 0);
    }

    @Test
    void unitsCoverAllTokensInOrder() throws Exception {
        for (Tokenizer tokenizer : List.of(marked, bytes, wordpiece)) {
            for (String text : Golden.texts()) {
                Segmentation units = Segmenter.of(Unit.UNIT, tokenizer).segment(text);
                int next = 0;
                for (Segment unit : units.segments()) {
                    assertThat(unit.firstToken()).isEqualTo(next);
                    next += unit.tokenCount();
                }
                assertThat(next).isEqualTo(units.encoding() == null ? -1 : units.encoding().size());
            }
        }
    }

    @Test
    void everyKindOfUnitMapsBackToTheTextInEveryScript() throws Exception {
        for (String text : SENTENCES) {
            Offsets offsets = Offsets.of(text);
            for (Tokenizer tokenizer : List.of(marked, bytes)) {
                for (Unit unit : Unit.values()) {
                    int last = 0;
                    for (Segment segment : Segmenter.of(unit, tokenizer).segment(text).segments()) {
                        assertThat(segment.form()).as("%s of %s", unit, text).isNotBlank();
                        assertThat(segment.start()).as("%s of %s", unit, text).isGreaterThanOrEqualTo(last);
                        assertThat(segment.end()).isBetween(segment.start(), offsets.codePoints());
                        if (unit == Unit.GIVEN || unit == Unit.WORD) {
                            assertThat(offsets.slice(segment.span())).isEqualTo(segment.form());
                            assertThat(segment.tokenCount()).isPositive();
                        }
                        // bytes of one character share its span
                        last = unit == Unit.GIVEN || unit == Unit.WORD ? segment.end() : segment.start();
                    }
                }
            }
        }
    }

    @Test
    void lettersOfScriptsWithoutADictionaryAreNotGluedIntoClauses() throws Exception {
        assertThat(covered(bytes, "ꦲꦏ꧀ꦱꦫꦗꦮ")).containsExactly("ꦲ", "ꦏ꧀ꦱ", "ꦫ", "ꦗ", "ꦮ");
    }

    @Test
    void surfacesAreTheTextUnderTheUnits() throws Exception {
        String text = "Yuγal-d, été !";
        assertThat(Segmenter.of(Unit.UNIT, bytes).segment(text).surfaces()).contains("été").doesNotContain("");
        assertThat(Segmenter.of(Unit.UNIT, marked).segment(text).surfaces()).contains("été").noneMatch(unit -> unit.length() > 1 && unit.contains("▁"));
        assertThat(Segmenter.of(Unit.GIVEN, null).segment(text).surfaces()).containsExactly("Yuγal-d,", "été", "!");
    }

    @Test
    void spansOfTheTextFindTheirSegments() throws Exception {
        Segmentation words = Segmenter.of(Unit.WORD, null).segment("one two three");
        assertThat(words.indexes(new Span(2, 6))).containsExactly(0, 1);
        assertThat(words.indexes(new Span(3, 4))).isEmpty();
    }

    @Test
    void theIdNamesUnitVersionAndTokenizer() {
        assertThat(Segmenter.of(Unit.UNIT, marked).id()).isEqualTo("unit:3:" + marked.hash());
        assertThat(Segmenter.of(Unit.GIVEN, null).id()).isEqualTo("given:2");
    }

    @Test
    void unitsNeedATokenizer() {
        assertThatThrownBy(() -> Segmenter.of(Unit.UNIT, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
