package org.hydraworkbench.project.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.KABYLE;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.conversations.Exchange;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectKnowledgeTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void align() throws Exception {
        project = TestProjects.nouns(folder, "The cat sleeps.\tAmcic yeṭṭes.", "zebras eat\titett wezger");
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    private Knowledge learn(Side from) throws HydraException {
        return project
                .knowledge()
                .live(from, from == Side.SOURCE ? ENGLISH : KABYLE, from == Side.SOURCE ? KABYLE : ENGLISH, Progress.none())
                .knowledge();
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
    void theGlossaryIsObeyedAtOnceInBothDirections() throws Exception {
        assertThat(translate(Side.SOURCE, "See tree and river.")).startsWith("Wali aseklu d ");
        project.glossary().add("Tree", "taddagt");
        assertThat(translate(Side.SOURCE, "See tree and tree.")).isEqualTo("Wali taddagt d taddagt.");
        assertThat(translate(Side.TARGET, "Wali taddagt.")).containsIgnoringCase("tree");
        project.glossary().add("tree", "aṣekkur");
        assertThat(translate(Side.SOURCE, "See tree and tree.")).isEqualTo("Wali aṣekkur d aṣekkur.");
        assertThat(learn(Side.SOURCE).phrases().terms()).containsExactly(new SentencePair("tree", "aṣekkur"));
        project.history().undo();
        assertThat(translate(Side.SOURCE, "See tree and tree.")).isEqualTo("Wali taddagt d taddagt.");
        project.glossary().remove("TREE");
        assertThat(translate(Side.SOURCE, "See tree and tree.")).isEqualTo("Wali aseklu d aseklu.");
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
        assertThat(learn(Side.SOURCE).confirmed("The cat sleeps.").orElseThrow().getValue()).isEqualTo("Amcic yeṭṭes.");
        assertThat(learn(Side.TARGET).confirmed("Amcic yeṭṭes.").orElseThrow().getValue()).isEqualTo("The cat sleeps.");
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
    void whatIsSaidLaterIsTakenInWithoutLearningAgain() throws Exception {
        Knowledge before = learn(Side.SOURCE);
        int size = before.size();
        long cat = pair("cat");
        project.edits().confirm(cat, true);
        assertThat(learn(Side.SOURCE)).isSameAs(before);
        assertThat(before.size()).isEqualTo(size + 1);
        assertThat(before.confirmed("The cat sleeps.")).isPresent();
        project.history().undo();
        assertThat(learn(Side.SOURCE).confirmed("The cat sleeps.")).isEmpty();
        assertThat(translate(Side.SOURCE, "The cat sleeps.")).isEqualTo("Amcic yeṭṭes.");
        project.corpora().exclude(List.of(cat), true);
        assertThat(learn(Side.SOURCE)).isNotSameAs(before);
        assertThat(translate(Side.SOURCE, "The cat sleeps.").toLowerCase()).doesNotContain("amcic");
    }

    @Test
    void thePairBehindANumberIsKnown() throws Exception {
        LiveKnowledge live = project.knowledge().live(Side.SOURCE, ENGLISH, KABYLE, Progress.none());
        long cat = pair("cat");
        project.edits().confirm(cat, true);
        project.knowledge().live(Side.SOURCE, ENGLISH, KABYLE, Progress.none());
        int number = live.knowledge().confirmed("The cat sleeps.").orElseThrow().getKey();
        assertThat(live.pair(number)).hasValue(cat);
        assertThat(live.pair(0)).hasValue(project.corpora().ids(PairFilter.all(), PairOrder.CORPUS)[0]);
        assertThat(live.pair(number + 1)).isEmpty();
    }

    @Test
    void withoutAnAlignmentItSaysSo() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        try (Project empty = TestProjects.small(other)) {
            assertThatThrownBy(() -> empty.knowledge().live(Side.SOURCE, ENGLISH, KABYLE, Progress.none()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("no alignment yet");
        }
    }
}
