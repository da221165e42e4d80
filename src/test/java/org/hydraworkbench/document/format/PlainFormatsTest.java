package org.hydraworkbench.document.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.hydraworkbench.base.InputException;
import org.junit.jupiter.api.Test;

/** Text, tables and message catalogues. */
class PlainFormatsTest {

    private static final String CATALOGUE = """
            # Translators: me
            #, fuzzy
            msgid ""
            msgstr ""
            "Content-Type: text/plain; charset=UTF-8\\n"
            "Plural-Forms: nplurals=2; plural=n>1;\\n"

            #. of the menu
            #: main.c:12
            #, c-format
            msgctxt "file"
            msgid "Open “%s”"
            msgstr ""

            msgid "Save\\tall <b>files</b>\\n"
            "and \\"close\\"\\n"
            msgstr ""

            #: main.c:20
            #| msgid "a dog"
            msgid "one dog"
            msgid_plural "%d dogs"
            msgstr[0] ""
            msgstr[1] ""

            msgid "kept"
            msgstr "yettwaḥrez"

            #~ msgid "old"
            #~ msgstr ""
            """;

    @Test
    void linesAreTranslatedOneByOne() throws Exception {
        String file = "a line\n\n  \t\nand <b> another  \r\nthe last";
        assertThat(Translated.loud("txt", file)).isEqualTo("A LINE\n\n  \t\nAND <B> ANOTHER  \r\nTHE LAST");
        Translated.isKept("txt", file + "\n\uFEFFx y\u2028z \u0085 q\n");
        Translated.isKept("txt", "");
    }

    @Test
    void aTableGetsAColumn() throws Exception {
        byte[] table = "1\ta dog\tx\n\n2\t\tx\r\n3\tcats".getBytes(StandardCharsets.UTF_8);
        byte[] made = Translated.bytes("tsv", table, Translated.options(2), Translated.LOUD);
        assertThat(new String(made, StandardCharsets.UTF_8)).isEqualTo("1\ta dog\tx\tA DOG\n\n2\t\tx\t\r\n3\tcats\tCATS");
    }

    @Test
    void aRowWithoutTheColumnIsNamed() {
        assertThatThrownBy(() -> Translated.bytes("tsv", "a\tb\nc\n".getBytes(StandardCharsets.UTF_8), Translated.options(2), Translated.SAME))
                .isInstanceOf(InputException.class)
                .hasMessage("file:2: column 2 is to be translated, but the row has only 1; give another (--column)");
    }

    @Test
    void emptyMessagesAreFilledAndMarkedAsFuzzy() throws Exception {
        String expected = CATALOGUE
                .replace("#, c-format\n", "#, fuzzy, c-format\n")
                .replace("msgid \"Open “%s”\"\nmsgstr \"\"", "msgid \"Open “%s”\"\nmsgstr \"OPEN “%s”\"")
                .replace("msgid \"Save", "#, fuzzy\nmsgid \"Save")
                .replace("and \\\"close\\\"\\n\"\nmsgstr \"\"",
                        "and \\\"close\\\"\\n\"\nmsgstr \"\"\n\"SAVE\\tALL <b>FILES</b>\\n\"\n\"AND \\\"CLOSE\\\"\\n\"")
                .replace("#| msgid", "#, fuzzy\n#| msgid")
                .replace("msgstr[0] \"\"", "msgstr[0] \"ONE DOG\"")
                .replace("msgstr[1] \"\"", "msgstr[1] \"%d DOGS\"");
        assertThat(Translated.loud("po", CATALOGUE)).isEqualTo(expected);
        assertThat(Translated.loud("po", CATALOGUE.replace("\n", "\r\n"))).isEqualTo(expected.replace("\n", "\r\n"));
        Translated.isKept("po", expected);
    }

    @Test
    void aCatalogueIsReadInTheEncodingThatItDeclares() throws Exception {
        String latin = CATALOGUE.replace("UTF-8", "ISO-8859-15").replaceAll("[“”ḥ]", "é").replace("one dog", "ein Köter");
        Charset charset = Charset.forName("ISO-8859-15");
        byte[] made = Translated.bytes("po", latin.getBytes(charset), Translated.LOUD);
        assertThat(new String(made, charset)).contains("\"EIN KÖTER\"");
        assertThatThrownBy(() -> Translated.bytes("po", latin.getBytes(charset), text -> text.replace("dog", "aqjun ɛ")))
                .isInstanceOf(InputException.class)
                .hasMessage("file: is in ISO-8859-15, which has no \"ɛ\"; save the file as UTF-8 and try again");
    }

    @Test
    void brokenCataloguesAreNamedByLine() {
        assertBroken("msgid \"a\nmsgstr \"\"\n", "file:1: the quotation marks of this line do not match");
        assertBroken("msgid \"a\"\nmsgstr \"\" \"x\n", "file:2: the quotation marks of this line do not match");
        assertBroken("\nmsgid \"a\"\n\nmsgid \"b\"\n", "file:2: this message has no msgstr");
        assertBroken("msgstr \"\"\n", "file:1: this message has no msgid");
        assertBroken("msgid \"a\"\nmsgstr \"\"\nhello\n",
                "file:3: this is no line of a gettext PO file, which begins with #, msgctxt, msgid, msgstr or a quotation mark");
    }

    private static void assertBroken(String file, String message) {
        assertThatThrownBy(() -> Translated.loud("po", file)).isInstanceOf(InputException.class).hasMessage(message);
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThatThrownBy(() -> Translated.bytes("txt", new byte[] {'a', '\n', (byte) 0xE9, '\n'}, Translated.SAME))
                .hasMessage("file:2: the line is not UTF-8; save the file as UTF-8 and try again");
        assertThatThrownBy(() -> Translated.bytes("txt", new byte[] {'P', 'K', 0, 3}, Translated.SAME))
                .hasMessageStartingWith("file: this is no text");
        assertThatThrownBy(() -> Translated.loud("html", "<meta charset='klingon'>"))
                .hasMessageStartingWith("file: says that it is in \"klingon\", which is not known");
    }
}
