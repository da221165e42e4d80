package org.hydraworkbench.document.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.hydraworkbench.base.InputException;
import org.junit.jupiter.api.Test;

/** XLIFF and TMX. */
class XmlFormatsTest {

    private static final String XLIFF_1 = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- <source>no text</source> -->
            <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
              <file original="a.txt" source-language="en-US" datatype='plaintext'>
                <header><note>a > b</note></header>
                <body>
                  <trans-unit id="1">
                    <source>The <g id="1">red &amp; <x id="2"/>blue</g> house&#x21;</source>
                    <alt-trans><source>the house</source><target>axxam</target></alt-trans>
                  </trans-unit>
                  <trans-unit id="2"><source>kept</source><target state="final">yettwaḥrez</target></trans-unit>
                  <trans-unit id="3">
                    <source><bpt id="1">&lt;b></bpt>one<ept id="1">&lt;/b></ept> <ph id="2">{<sub>x</sub>}</ph>two</source>
                    <target xml:lang="kab" state = 'new'/>
                    <note>see</note>
                  </trans-unit>
                  <trans-unit id="4" translate="no"><source>code</source></trans-unit>
                  <trans-unit id="5">
                    <source>Yes. Or no.</source>
                    <seg-source><mrk mtype="seg" mid="1">Yes.</mrk> <mrk mtype="seg" mid="2">Or <g id="1">no</g>.</mrk></seg-source>
                  </trans-unit>
                  <trans-unit id="6"><source><![CDATA[a < b]]></source><target>  </target></trans-unit>
                </body>
              </file>
            </xliff>
            """;

    private static final String XLIFF_2 = """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en">
             <file id="f1">
              <unit id="u1">
               <originalData><data id="d1">[</data></originalData>
               <segment id="s1"><source>Good <pc id="1">morning<ph id="2" dataRef="d1"/></pc>, <sc id="3"/>you<ec startRef="3"/></source></segment>
               <ignorable><source> </source></ignorable>
               <segment state="final"><source>kept</source><target>yettwaḥrez</target></segment>
               <segment state="initial"><source>again <mrk id="m" translate="no">Firefox</mrk></source><target>?</target></segment>
              </unit>
              <unit id="u2" translate="no"><segment><source>code</source></segment></unit>
             </file>
            </xliff>
            """;

    private static final String TMX = """
            <?xml version="1.0"?>
            <!DOCTYPE tmx SYSTEM "tmx14.dtd">
            <tmx version="1.4">
              <header srclang="en" datatype="plaintext"/>
              <body>
                <tu tuid="1">
                  <tuv xml:lang="en-GB"><seg>The <bpt i="1">{b}</bpt>dog<ept i="1">{/b}</ept> &lt; <hi>cat</hi><ph>{br}</ph></seg></tuv>
                  <tuv xml:lang="fr"><seg>Le chien</seg></tuv>
                </tu>
                <tu><tuv xml:lang="EN"><seg>kept</seg></tuv><tuv xml:lang="kab"><seg>yettwaḥrez</seg></tuv></tu>
                <tu><tuv xml:lang="fr"><seg>non</seg></tuv></tu>
              </body>
            </tmx>
            """;

    @Test
    void missingTargetsOfXliff1AreFilled() throws Exception {
        String mark = " state=\"needs-review-translation\" state-qualifier=\"leveraged-mt\"";
        String expected = XLIFF_1
                .replace("<file original", "<file target-language=\"kab\" original")
                .replace("house&#x21;</source>\n", "house&#x21;</source>\n"
                        + "        <target" + mark + ">THE <g id=\"1\">RED &amp; <x id=\"2\"/>BLUE</g> HOUSE!</target>\n")
                .replace("<target xml:lang=\"kab\" state = 'new'/>",
                        "<target" + mark + " xml:lang=\"kab\"><bpt id=\"1\">&lt;b></bpt>ONE<ept id=\"1\">&lt;/b></ept>"
                                + " <ph id=\"2\">{<sub>x</sub>}</ph>TWO</target>")
                .replace("</seg-source>\n", "</seg-source>\n        <target" + mark
                        + "><mrk mtype=\"seg\" mid=\"1\">YES.</mrk> <mrk mtype=\"seg\" mid=\"2\">OR <g id=\"1\">NO</g>.</mrk></target>\n")
                .replace("<target>  </target>", "<target" + mark + ">A &lt; B</target>");
        assertThat(Translated.loud("xliff", XLIFF_1)).isEqualTo(expected);
        assertThat(Translated.loud("xliff", XLIFF_1.replace("\n", "\r\n"))).isEqualTo(expected.replace("\n", "\r\n"));
        Translated.isKept("xliff", expected.replace("encoding=\"UTF-8\"", ""));
    }

    /** Its own translation is written as the source is, with its references and sections. */
    @Test
    void whatIsItsOwnTranslationIsWrittenAlike() throws Exception {
        byte[] made = Translated.bytes("xliff", XLIFF_1.getBytes(StandardCharsets.UTF_8), Translated.SAME);
        assertThat(new String(made, StandardCharsets.UTF_8))
                .contains("leveraged-mt\">The <g id=\"1\">red &amp; <x id=\"2\"/>blue</g> house&#x21;</target>")
                .contains("leveraged-mt\"><![CDATA[a < b]]></target>");
    }

    @Test
    void missingTargetsOfXliff2AreFilled() throws Exception {
        String expected = XLIFF_2
                .replace("<xliff xmlns", "<xliff trgLang=\"kab\" xmlns")
                .replace("<segment id=\"s1\">", "<segment state=\"translated\" id=\"s1\">")
                .replace("<ec startRef=\"3\"/></source>", "<ec startRef=\"3\"/></source><target>GOOD <pc id=\"1\">MORNING<ph id=\"2\" dataRef=\"d1\"/></pc>,"
                        + " <sc id=\"3\"/>YOU<ec startRef=\"3\"/></target>")
                .replace("state=\"initial\"", "state=\"translated\"")
                .replace("<target>?</target>", "<target>AGAIN <mrk id=\"m\" translate=\"no\">Firefox</mrk></target>");
        assertThat(Translated.loud("xliff", XLIFF_2)).isEqualTo(expected);
        Translated.isKept("xliff", expected);
    }

    @Test
    void aFileInAnotherLanguageIsRefused() {
        assertThatThrownBy(() -> Translated.loud("xliff", XLIFF_2.replace("srcLang=\"en\"", "srcLang=\"en\" trgLang=\"fr\"")))
                .isInstanceOf(InputException.class)
                .hasMessage("file:1: the target language (trgLang) is fr, not kab");
        assertThatThrownBy(() -> Translated.loud("xliff", XLIFF_1.replace("en-US", "de")))
                .hasMessage("file:4: the source language (source-language) is de, not en");
        assertThatThrownBy(() -> Translated.loud("tmx", TMX.replaceAll("(?i)\"en(-GB)?\"", "\"de\"")))
                .hasMessage("file:3: no unit of this TMX is in en; it has de, fr, kab");
    }

    @Test
    void aMissingVariantOfTmxIsAdded() throws Exception {
        String expected = TMX.replace("<seg>Le chien</seg></tuv>\n", "<seg>Le chien</seg></tuv>\n"
                + "      <tuv xml:lang=\"kab\"><seg>THE <bpt i=\"1\">{b}</bpt>DOG<ept i=\"1\">{/b}</ept> &lt; <hi>CAT</hi><ph>{br}</ph></seg></tuv>\n");
        assertThat(Translated.loud("tmx", TMX)).isEqualTo(expected);
        Translated.isKept("tmx", expected);
    }

    @Test
    void otherXmlAndBrokenXmlIsRefusedByLine() {
        assertThatThrownBy(() -> Translated.loud("xliff", "<a>\n<b></a>\n")).hasMessageStartingWith("file:2: this is not well-formed XML (");
        assertThatThrownBy(() -> Translated.loud("xliff", "<?xml version='1.0'?>\n<tmx/>"))
                .hasMessage("file:2: this is XML, but not XLIFF: it begins with <tmx>");
        assertThatThrownBy(() -> Translated.loud("tmx", "<xliff/>")).hasMessage("file:1: this is XML, but not TMX: it begins with <xliff>");
    }

    /** The name of a file on the disk of whoever translates must not come into the translation. */
    @Test
    void entitiesThatAFileDefinesAreNotRead() {
        String evil = "<!DOCTYPE xliff [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n"
                + XLIFF_2.replace("Good", "&e;");
        assertThatThrownBy(() -> Translated.loud("xliff", evil)).isInstanceOf(InputException.class);
    }

    @Test
    void lettersThatTheEncodingLacksAreWrittenAsReferences() throws Exception {
        String latin = XLIFF_2.replace("<xliff", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n<xliff").replace("ḥ", "h");
        byte[] made = Translated.bytes("xliff", latin.getBytes(StandardCharsets.ISO_8859_1), text -> text.replace("Good", "Ɣefé"));
        assertThat(new String(made, StandardCharsets.ISO_8859_1)).contains("<target>&#404;efé <pc");
    }
}
