package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerCommandTest {

    @TempDir
    static Path folder;

    private static String tokenizer;

    /** What a command printed and how it ended. */
    private record Run(int code, byte[] out, String err) {
        String text() {
            return new String(out, StandardCharsets.UTF_8);
        }
    }

    private static Run run(byte[] input, String... arguments) {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream(input));
            System.setOut(new PrintStream(printed, true, StandardCharsets.ISO_8859_1));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = Main.run(arguments);
            return new Run(code, printed.toByteArray(), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static Run run(String input, String... arguments) {
        return run(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    @BeforeAll
    static void train() throws Exception {
        Path text = folder.resolve("text");
        Files.write(text, List.of("azul fell-awen", "azul a Tom", "ulac aɣilif ulac", "ulac"));
        tokenizer = folder.resolve("tokenizer").toString();
        Run run = run("", "tokenizer", "train", "--text", text.toString(), "--vocab-size", "283", "--out", tokenizer);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.text()).contains("283 tokens");
    }

    @Test
    void encodePrintsAnArrayForEveryLine() {
        Run run = run("azul\n\nazul", "tokenizer", "encode", "--tokenizer", tokenizer);
        assertThat(run.code()).isZero();
        assertThat(run.text()).matches("(\\[[0-9,]+]\\n)\\[]\\n\\1");
    }

    /** The ids of special tokens are 0 to 3 in what is trained here. */
    @Test
    void encodeTakesSpecialTokensThatTheTextSpellsForThoseTokensAsItsHelpSays() {
        Run run = run("azul</s>", "tokenizer", "encode", "--tokenizer", tokenizer);
        assertThat(run.text()).endsWith(",2]\n");
        assertThat(run("", "tokenizer", "encode", "--help").text().replaceAll("\\s+", " "))
                .contains("one that the text spells out, as in </s>, becomes that token");
    }

    @Test
    void encodeAndDecodeGiveTheTextBackWhateverTheTerminalsEncoding() {
        String text = "azul\r\n  ɣef\t😀 \u2028\n\n12\n";
        byte[] ids = run(text, "tokenizer", "encode", "--tokenizer", tokenizer).out();
        assertThat(run(ids, "tokenizer", "decode", "--tokenizer", tokenizer).text()).isEqualTo(text);
    }

    @Test
    void manyLinesKeepTheirOrder() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            text.append("line ").append(i).append('\n');
        }
        byte[] ids = run(text.toString(), "tokenizer", "encode", "--tokenizer", tokenizer).out();
        assertThat(run(ids, "tokenizer", "decode", "--tokenizer", tokenizer).text()).isEqualTo(text.toString());
    }

    @Test
    void noLinesGiveNoArrays() {
        assertThat(run("", "tokenizer", "encode", "--tokenizer", tokenizer).out()).isEmpty();
    }

    @Test
    void decodeAcceptsSpacesInArrays() {
        assertThat(run(" [ 5 , 6 ]\t\n[]\n", "tokenizer", "decode", "--tokenizer", tokenizer).text())
                .isEqualTo("\u0001\u0002\n\n");
    }

    @Test
    void decodeNamesTheLineThatIsNoArray() {
        for (String bad : List.of("[1,2", "[1,]", "[1 2]", "1", "", "[-1]", "[1]x", "[1.5]")) {
            Run run = run("[1]\n" + bad + "\n", "tokenizer", "decode", "--tokenizer", tokenizer);
            assertThat(run.code()).as(bad).isEqualTo(3);
            assertThat(run.err()).contains("standard input:2:");
        }
    }

    @Test
    void decodeRefusesIdsOutsideTheVocabulary() {
        Run run = run("[283]\n", "tokenizer", "decode", "--tokenizer", tokenizer);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("283").contains("282");
    }

    @Test
    void decodeNamesATooLargeIdInFull() {
        assertThat(run("[99999]\n", "tokenizer", "decode", "--tokenizer", tokenizer).err()).contains("no token 99999;");
    }

    @Test
    void encodeRefusesBytesThatAreNotUtf8() {
        Run run = run(new byte[] {'a', '\n', (byte) 0xC9, '\n'}, "tokenizer", "encode", "--tokenizer", tokenizer);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("standard input:2:");
    }

    @Test
    void aMissingTokenizerIsBadInput() {
        assertThat(run("", "tokenizer", "encode", "--tokenizer", folder.resolve("absent").toString()).code()).isEqualTo(3);
    }

    @Test
    void wrongUseIsTold() {
        String text = folder.resolve("text").toString();
        assertThat(run("", "tokenizer").code()).isEqualTo(2);
        assertThat(run("", "tokenizer", "train", "--text", text, "--out", text, "--type", "word").code()).isEqualTo(2);
        assertThat(run("", "tokenizer", "train", "--text", text, "--out", text, "--vocab-size", "100").code()).isEqualTo(2);
        assertThat(run("", "tokenizer", "train", "--text", text, "--out", text, "--threads", "0").code()).isEqualTo(2);
    }

    @Test
    void aMissingTextIsBadInput() {
        String absent = folder.resolve("absent").toString();
        Run run = run("", "tokenizer", "train", "--text", absent, "--out", folder.resolve("out").toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("absent");
    }
}
