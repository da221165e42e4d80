package org.hydraworkbench.document.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.text.LanguageTag;
import org.junit.jupiter.api.Test;

/** HTML and USFM. */
class PageFormatsTest {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta name=viewport content="a > b">
            <title>The &amp; page</title>
            <style>p > a { color: red }</style>
            <script>if (a < b) { document.write("<p>no</p>"); }</script>
            </head>
            <body><!-- a <b>comment</b> -->
            <h1 title="a title">One   <em class='x'>small</em>
              step</h1>
            <ul><li>first<li><a href="?a&b=1">second <b>thing</b></a>, and <code>code</code>
            <p>A line<br>another &copy; line &Scaron;, 1 < 2<img src=a.png alt="a picture">
            <pre>as  it is</pre>
            <p translate="no">Hydra</p><div>text <span translate=no>Hydra</span> text</div>
            <p>   </p><table><tr><td>caf&eacute;&nbsp;x</td></tr></table>
            </body></html>
            """;

    private static final String MARK = """
            \\id MRK English
            \\ide UTF-8
            \\h Mark
            \\mt1 The Gospel
            \\c 1
            \\s1 A heading
            \\r (Matt 3:1)
            \\p
            \\v 1 In the \\nd Lord\\nd*'s \\w beginning|lemma="begin"\\w*,\\f + \\fr 1:1 \\ft a note\\f* he said:
            \\q1 one line
            \\q2 the other line.
            \\b
            \\v 2-3 The \\add very \\+nd holy\\+nd*\\add* end.\\x - \\xo 1:2 \\xt Isa 40\\x*
            \\p
            \\v 4
            """;

    @Test
    void textBetweenBlocksIsTranslatedWithItsTags() throws Exception {
        String expected = PAGE
                .replace("lang=\"en\"", "lang=\"kab\"")
                .replace("The &amp; page", "THE &amp; PAGE")
                .replace("One   <em class='x'>small</em>\n  step", "ONE <em class='x'>SMALL</em> STEP")
                .replace("<li>first", "<li>FIRST")
                .replace("second <b>thing</b></a>, and <code>", "SECOND <b>THING</b></a>, AND <code>")
                .replace("A line<br>another &copy; line &Scaron;, 1 < 2", "A LINE<br>ANOTHER © LINE &Scaron;, 1 &lt; 2")
                .replace("<div>text <span translate=no>Hydra</span> text", "<div>TEXT <span translate=no>Hydra</span> TEXT")
                .replace("caf&eacute;&nbsp;x", "CAFÉ&nbsp;X");
        assertThat(Translated.loud("html", PAGE)).isEqualTo(expected);
    }

    @Test
    void pagesAreKeptByteForByte() throws Exception {
        Translated.isKept("html", PAGE.replace(" lang=\"en\"", ""), StandardCharsets.US_ASCII);
        Translated.isKept("html", "<?xml version='1.0'?><p>x<br/>y</p><p>a <b>c <i>d</b> e</i> <![CDATA[x<y]]> &bogus; & </p></div>");
        Translated.isKept("html", "no tags at all");
    }

    @Test
    void aPageSaysTheLanguageOfTheTranslationAndWhichWayItRuns() throws Exception {
        String page = "<!DOCTYPE html>\n<html lang=en-GB xml:lang='en'>\n<body dir=\"ltr\"><p lang='fr'>oui</p><p lang=en>yes <i lang=en>no</i></p>"
                + "<p translate=no lang=en>Hydra</p></body></html>";
        assertThat(into("ar", page))
                .isEqualTo("<!DOCTYPE html>\n<html dir=\"rtl\" lang=ar xml:lang='ar'>\n<body dir=\"rtl\"><p lang='fr'>oui</p>"
                        + "<p dir=\"rtl\" lang=ar>yes <i lang=en>no</i></p><p translate=no lang=en>Hydra</p></body></html>");
        assertThat(into("kab", page))
                .isEqualTo("<!DOCTYPE html>\n<html lang=kab xml:lang='kab'>\n<body dir=\"ltr\"><p lang='fr'>oui</p>"
                        + "<p lang=kab>yes <i lang=en>no</i></p><p translate=no lang=en>Hydra</p></body></html>");
        assertThat(into("he", "<html><p>yes")).isEqualTo("<html dir=\"rtl\"><p>yes");
        assertThat(into("he", "<p>yes")).isEqualTo("<p>yes");
    }

    private static String into(String language, String page) throws Exception {
        ReadOptions options = new ReadOptions(LanguageTag.parse("en"), LanguageTag.parse(language), 1);
        return new String(Translated.bytes("html", page.getBytes(StandardCharsets.UTF_8), options, Translated.SAME), StandardCharsets.UTF_8);
    }

    @Test
    void aPageIsWrittenInItsOwnEncoding() throws Exception {
        byte[] page = "<meta charset=\"windows-1252\"><p>“café”".getBytes("windows-1252");
        byte[] made = Translated.bytes("html", page, text -> text.replace("café", "lqahwa ɛ é"));
        assertThat(made).isEqualTo("<meta charset=\"windows-1252\"><p>“lqahwa &#603; é”".getBytes("windows-1252"));
    }

    @Test
    void brokenPagesAreNamedByLine() {
        assertBroken("html", "<p>\n<!-- no end", "file:2: this comment has no end (-->)");
        assertBroken("html", "<p>\n<a href=\"x>no end", "file:2: this tag has no end (>)");
        assertBroken("html", "<p>\n\n<script>if", "file:3: this <script> has no end (</script>)");
        assertBroken("html", "<pre>\nx", "file:1: this <pre> has no end (</pre>)");
    }

    private static void assertBroken(String format, String file, String message) {
        assertThatThrownBy(() -> Translated.loud(format, file)).isInstanceOf(InputException.class).hasMessage(message);
    }

    @Test
    void versesAndHeadingsAreTranslatedWithTheirMarkers() throws Exception {
        String expected = MARK
                .replace("\\h Mark", "\\h MARK")
                .replace("The Gospel", "THE GOSPEL")
                .replace("A heading", "A HEADING")
                .replace("In the \\nd Lord\\nd*'s \\w beginning|", "IN THE \\nd LORD'S\\nd* \\w BEGINNING|")
                .replace(" a note\\f* he said:\n\\q1 one line\n\\q2 the other line.", " A NOTE\\f* HE SAID:\n\\q1 ONE LINE\n\\q2 THE OTHER LINE.")
                .replace("The \\add very \\+nd holy\\+nd*\\add* end.", "THE \\add VERY \\+nd HOLY\\+nd*\\add* END.");
        assertThat(Translated.loud("usfm", MARK)).isEqualTo(expected);
    }

    @Test
    void scriptureIsKeptByteForByte() throws Exception {
        Translated.isKept("usfm", MARK);
        Translated.isKept("usfm", "\\id GEN\n\\c 1\n\\v 1 a\\zaln-s | x=\"1\"\\*b\\zaln-e\\* c~d // e \\bd open\n\\v 2 \\q1\n\\p x\n");
    }

    @Test
    void brokenScriptureIsNamedByLine() {
        assertBroken("usfm", "\\id GEN\n\\v 1 a \\f + \\ft no end\n", "file:2: this \\f has no end (\\f*)");
        assertBroken("usfm", "no markers\n", "file:1: there is no USFM marker (\\id, \\c, \\v) in it");
    }

    @Test
    void formatsGoByTheEndingsOfNames() {
        assertThat(Formats.of(Path.of("a.B.XLF")).id()).isEqualTo("xliff");
        assertThat(Formats.of(Path.of("a.txt.gz")).id()).isEqualTo("txt");
        assertThat(Formats.of(Path.of("lines.en")).id()).isEqualTo("txt");
        assertThatThrownBy(() -> Formats.byId("doc")).hasMessage("There is no format \"doc\"; there are txt, tsv, xliff, po, tmx, usfm, html.");
    }
}
