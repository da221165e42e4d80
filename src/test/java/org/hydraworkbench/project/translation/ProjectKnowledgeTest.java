package org.hydraworkbench.project.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.KABYLE;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.conversations.Exchange;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectKnowledgeTest {

    private static final String[] NOUNS = {"house axxam", "book adlis", "day ass", "man argaz", "tree aseklu", "river asif", "road abrid"};

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void align() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (String one : NOUNS) {
            for (String two : NOUNS) {
                String[] left = one.split(" ");
                String[] right = two.split(" ");
                if (!one.equals(two)) {
                    lines.append("See " + left[0] + " and " + right[0] + ".\tWali " + left[1] + " d " + right[1] + ".\n");
                }
            }
        }
        lines.append("The cat sleeps.\tAmcic yeṭṭes.\nzebras eat\titett wezger");
        project = TestProjects.create(folder, lines.toString().split("\n"));
        TestProjects.make(project, Operations.ALIGN, AlignmentSettings.defaults().withUnit(Unit.WORD));
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    private Knowledge learn(Side from) throws HydraException {
        return project.knowledge().learn(from, from == Side.SOURCE ? ENGLISH : KABYLE, from == Side.SOURCE ? KABYLE : ENGLISH, Progress.none());
    }

    private String translate(Side from, String text) throws HydraException {
        Decoding usual = Decoding.usual();
        return new JudgedTranslator(learn(from), usual.phrases(), usual.judges(), Phrases.BEAM, null).translate(text, Progress.none()).text();
    }

    private long pair(String source) throws HydraException {
        return project.corpora().search(source, 2).getFirst();
    }

    @Test
    void whatIsPutTogetherAnewIsTranslatedBothWays() throws Exception {
        assertThat(translate(Side.SOURCE, "See tree and tree.")).isEqualTo("Wali aseklu d aseklu.");
        assertThat(translate(Side.TARGET, "Wali aseklu d aseklu.")).isEqualTo("See tree and tree.");
    }

    @Test
    void aLinkThatAPersonDrewCountsInTheNextSentence() throws Exception {
        long zebra = pair("zebras");
        Span word = new Span(0, 6);
        Span eats = new Span(7, 10);
        project.edits().setLink(zebra, word, new Span(6, 12), LinkState.SURE);
        project.edits().setLink(zebra, word, new Span(0, 5), LinkState.REJECTED);
        project.edits().setLink(zebra, eats, new Span(0, 5), LinkState.SURE);
        project.edits().setLink(zebra, eats, new Span(6, 12), LinkState.REJECTED);
        assertThat(translate(Side.SOURCE, "See zebras and tree.")).isEqualTo("Wali wezger d aseklu.");
        project.edits().setLink(zebra, word, new Span(0, 5), LinkState.SURE);
        project.edits().setLink(zebra, word, new Span(6, 12), LinkState.REJECTED);
        project.edits().setLink(zebra, eats, new Span(6, 12), LinkState.SURE);
        project.edits().setLink(zebra, eats, new Span(0, 5), LinkState.REJECTED);
        assertThat(translate(Side.SOURCE, "See zebras and tree.")).isEqualTo("Wali itett d aseklu.");
    }

    @Test
    void whatAPersonConfirmedIsTheAnswerAndWhatIsNoTranslationTeachesNothing() throws Exception {
        long cat = pair("cat");
        project.edits().confirm(cat, true);
        assertThat(learn(Side.SOURCE).confirmed("The cat sleeps.")).contains("Amcic yeṭṭes.");
        assertThat(learn(Side.TARGET).confirmed("Amcic yeṭṭes.")).contains("The cat sleeps.");
        project.edits().confirm(cat, false);
        project.edits().review(cat, PairStatus.REJECTED);
        assertThat(learn(Side.SOURCE).confirmed("The cat sleeps.")).isEmpty();
        assertThat(translate(Side.SOURCE, "The cat sleeps.").toLowerCase()).doesNotContain("amcic").doesNotContain("yeṭṭes");
    }

    @Test
    void aCorrectedAnswerIsObeyedInItsDirection() throws Exception {
        long exchange = project.conversations().add(
                ENGLISH, KABYLE, "See wood and tree.", "Wali wood d aseklu.", Exchange.State.DONE, new JsonObject());
        project.conversations().correct(exchange, "Wali asɣar d aseklu.");
        assertThat(translate(Side.SOURCE, "See wood and tree.")).isEqualTo("Wali asɣar d aseklu.");
        assertThat(translate(Side.SOURCE, "See wood and river.")).isEqualTo("Wali asɣar d asif.");
        assertThat(learn(Side.TARGET).confirmed("Wali asɣar d aseklu.")).isEmpty();
        project.conversations().correct(exchange, "");
        assertThat(learn(Side.SOURCE).confirmed("See wood and tree.")).isEmpty();
    }

    @Test
    void withoutAnAlignmentItSaysSo() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        try (Project empty = TestProjects.small(other)) {
            assertThatThrownBy(() -> empty.knowledge().learn(Side.SOURCE, ENGLISH, KABYLE, Progress.none()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("no alignment yet");
        }
    }
}
