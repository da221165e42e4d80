package org.hydraworkbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static List<String> words(String text) {
        Offsets offsets = Offsets.of(text);
        return Words.split(text).stream().map(offsets::slice).toList();
    }

    @Test
    void punctuationStandsAloneAndApostrophesStayInside() {
        assertThat(words("Don't go, 3.5 km!")).containsExactly("Don't", "go", ",", "3.5", "km", "!");
    }

    @Test
    void chineseIsCutIntoWordsNotClauses() {
        assertThat(words("我们今天去北京。")).containsExactly("我们", "今天", "去", "北京", "。");
    }

    @Test
    void thaiIsCutByTheDictionary() {
        assertThat(words("ภาษาไทย")).containsExactly("ภาษา", "ไทย");
    }

    @Test
    void combiningMarksStayWithTheirLetters() {
        assertThat(words("नमस्ते e\u0301te\u0301")).containsExactly("नमस्ते", "e\u0301te\u0301");
    }

    @Test
    void spansCountCodePoints() {
        assertThat(Words.split("😀 ab")).containsExactly(new Span(0, 1), new Span(2, 4));
    }

    @Test
    void spaceOfAnyKindIsNoWord() {
        assertThat(Words.split(" \t\u00a0\u3000\n")).isEmpty();
    }

    @Test
    void countLeavesPunctuationOut() {
        assertThat(Words.count("Don't go, 3.5 km!")).isEqualTo(4);
    }

    @Test
    void scriptsWithoutSpacesAreCutByTheirDictionaries() {
        assertThat(words("香港粵語係好好聽嘅")).startsWith("香港", "粵語", "係");
        assertThat(words("今日は東京へ行きました。")).startsWith("今日", "は", "東京", "へ").endsWith("。");
        assertThat(words("วันนี้ฉันไปโรงเรียนกับเพื่อน")).containsSubsequence("ฉัน", "ไป", "โรงเรียน", "กับ", "เพื่อน");
        assertThat(words("ສະບາຍດີຂ້ອຍ")).containsExactly("ສະບາຍດີ", "ຂ້ອຍ");
        assertThat(words("ខ្ញុំទៅសាលារៀនថ្ងៃនេះ")).containsExactly("ខ្ញុំ", "ទៅ", "សាលារៀន", "ថ្ងៃនេះ");
        assertThat(words("ကျွန်တော် ကျောင်းသွားတယ်")).containsExactly("ကျွန်တော်", "ကျောင်း", "သွား", "တယ်");
    }

    @Test
    void scriptsWithoutADictionaryAreCutIntoLettersWithTheirMarks() {
        assertThat(words("ꦲꦏ꧀ꦱꦫꦗꦮ")).containsExactly("ꦲ", "ꦏ꧀ꦱ", "ꦫ", "ꦗ", "ꦮ");
        assertThat(words("ᨲ᩠ᩅᩫᩢᨵᨾ᩠ᨾ᩼")).containsExactly("ᨲ᩠ᩅᩫᩢ", "ᨵ", "ᨾ᩠ᨾ᩼");
        assertThat(words("ꆈꌠꁱꂷ")).containsExactly("ꆈ", "ꌠ", "ꁱ", "ꂷ");
    }

    @Test
    void scriptsAreToldApart() {
        assertThat(words("我用iPhone手机写2024年的报告"))
                .containsExactly("我", "用", "iPhone", "手机", "写", "2024", "年", "的", "报告");
        assertThat(words("ใช้Windows 11ครับ")).containsExactly("ใช้", "Windows", "11", "ครับ");
    }

    @Test
    void arabicAndPersianWordsStayWholeWithCliticsAndJoiners() {
        assertThat(words("وسيكتبونها في كتابهم، أليس كذلك؟"))
                .containsExactly("وسيكتبونها", "في", "كتابهم", "،", "أليس", "كذلك", "؟");
        assertThat(words("می\u200cخواهم")).containsExactly("می\u200cخواهم");
    }

    @Test
    void anEmojiSequenceIsOneWord() {
        assertThat(words("👩‍👩‍👧‍👦🇫🇷🇩🇪👍🏽☺️")).containsExactly("👩‍👩‍👧‍👦", "🇫🇷", "🇩🇪", "👍🏽", "☺️");
    }

    @Test
    void whatIsNotSeenIsNoWordAndNoPartOfItsEnds() {
        assertThat(words("ខ្ញុំ\u200bទៅ\u200bសាលា")).containsExactly("ខ្ញុំ", "ទៅ", "សាលា");
        assertThat(words("\ufeffשלום\u200f \u200e abc\u200e \u00ad \u200d")).containsExactly("שלום", "abc");
        assertThat(words("a \u0301b")).containsExactly("a", "\u0301", "b");
    }

    @Test
    void wordDividersAreLikeSpaces() {
        assertThat(words("བོད་ཡིག་སློབ།")).containsExactly("བོད", "ཡིག", "སློབ", "།");
        assertThat(words("አማርኛ፡ቋንቋ።")).containsExactly("አማርኛ", "ቋንቋ", "።");
    }

    @Property
    void wordsCoverAllThatIsSeenAndNeitherBeginNorEndWithSpace(@ForAll("mixed") String text) {
        Offsets offsets = Offsets.of(text);
        BitSet covered = new BitSet();
        int last = 0;
        for (Span word : Words.split(text)) {
            assertThat(word.start()).isGreaterThanOrEqualTo(last);
            assertThat(word.isEmpty()).isFalse();
            assertThat(separates(offsets.codePointAt(word.start()))).isFalse();
            assertThat(separates(offsets.codePointAt(word.end() - 1))).isFalse();
            covered.set(word.start(), word.end());
            last = word.end();
        }
        for (int i = 0; i < offsets.codePoints(); i++) {
            if (Character.isLetterOrDigit(offsets.codePointAt(i))) {
                assertThat(covered.get(i)).as("position %d of %s", i, text).isTrue();
            }
        }
    }

    @Property
    void noWordOfAScriptWithoutSpacesIsAClause(@ForAll("unspaced") String text) {
        assertThat(Words.split(text)).allMatch(word -> word.length() <= 40);
    }

    @Provide
    Arbitrary<String> mixed() {
        return Arbitraries.of(
                        "我们", "去", "カタカナ", "です", "วันนี้", "ฉัน", "ຂ້ອຍ", "ខ្ញុំ", "သွား", "བོད", "་", "ꦲꦏ꧀ꦱ", "كتاب", "שלום", "😀",
                        "👍🏽", "e\u0301", "\u0301", " ", "\u3000", "\u00a0", "\u200b", "\u200e", "\u200d", "\ufeff", "\n", "\u0001", "-",
                        "Don't", "3.5", "。", "\ud83d", "\udd38", "𝔸")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> unspaced() {
        return Arbitraries.of("我们今天去北京", "ありがとうございます", "สวัสดีครับ", "ຂ້ອຍຊື່ວ່າ", "ខ្ញុំទៅសាលារៀន", "ကျောင်းသွားတယ်", "ꦲꦏ꧀ꦱꦫꦗꦮ", "ᨲ᩠ᩅᩫᩢᨵ", "ꆈꌠꁱꂷ")
                .list()
                .ofMinSize(5)
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    private static boolean separates(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x200B || codePoint == 0xFEFF;
    }
}
