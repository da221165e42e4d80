package org.hydraworkbench.decode.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.eval.Chrf;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private static final List<String> SOURCE = List.of("house", "book", "day", "man", "tree", "river", "road", "dog");
    private static final List<String> TARGET = List.of("axxam", "adlis", "ass", "argaz", "aseklu", "asif", "abrid", "aydi");

    private final Phrases phrases = phrases();

    /** Four sentences with every noun, with the links that a person would draw. */
    private static Phrases phrases() {
        Phrases.Builder builder = new Phrases.Builder();
        for (int k = 0; k < SOURCE.size(); k++) {
            String s = SOURCE.get(k);
            String t = TARGET.get(k);
            add(builder, "the big " + s + " is new .", "d amaynut " + t + " ameqqran .", "1-3 2-2 3-0 4-1 5-4");
            add(builder, "a " + s + " is here .", "yella " + t + " da .", "1-1 2-0 3-2 4-3");
            add(builder, "I see the big " + s + " .", "ttwaliɣ " + t + " ameqqran .", "0-0 1-0 3-2 4-1 5-3");
            add(builder, "I see a " + s + " .", "ttwaliɣ " + t + " .", "0-0 1-0 3-1 4-2");
        }
        return builder.build();
    }

    private static void add(Phrases.Builder builder, String source, String target, String links) {
        builder.learnSpaces(CutText.of(target.replace(" .", ".")));
        builder.add(List.of(source.split(" ")), List.of(target.split(" ")), Alignment.of(Stream.of(links.split(" "))
                .map(link -> Link.sure(link.charAt(0) - '0', link.charAt(2) - '0'))
                .toList()));
    }

    private String translate(String text) {
        return phrases.translate(text, Decoding.usual().phrases(), Phrases.BEAM, 1).getFirst().text();
    }

    @Test
    void translatesWhatIsPutTogetherAnew() {
        assertThat(translate("The big dog is here.")).contains("aydi", "meqqran", "da");
        assertThat(translate("I see the big dog.")).isEqualTo("Ttwaliɣ aydi ameqqran.");
    }

    @Test
    void listsDifferentTranslationsTheBestFirst() {
        List<Phrases.Candidate> found = phrases.translate("a dog is here .", Decoding.usual().phrases(), Phrases.BEAM, 20);
        assertThat(found).hasSizeGreaterThan(10);
        assertThat(found.stream().map(Phrases.Candidate::text)).startsWith("yella aydi da.").doesNotHaveDuplicates();
        assertThat(found.stream().map(candidate -> -candidate.score())).isSorted();
    }

    @Test
    void anUnknownWordIsWrittenLikeOneThatBeginsAlikeOrAsItIs() {
        assertThat(translate("I see RIVER.")).isEqualTo("Ttwaliɣ asif.");
        assertThat(translate("I see rivers.")).isEqualTo("Ttwaliɣ asif.");
        assertThat(translate("I see Xyzzy.")).isEqualTo("Ttwaliɣ Xyzzy.");
        assertThat(translate("")).isEmpty();
        assertThat(translate("  ")).isEqualTo("  ");
    }

    @Test
    void glossesWordByWord() {
        assertThat(phrases.gloss("I see the big dog.")).startsWith("I ").endsWith("ameqqran aydi.");
        assertThat(phrases.gloss("Xyzzy")).isEqualTo("Xyzzy");
        assertThat(phrases.gloss("")).isEmpty();
    }

    @Test
    void aLongTextIsTranslatedPartByPart() {
        assertThat(translate("I see a dog. ".repeat(400))).isEqualTo("Ttwaliɣ aydi. ttwaliɣ aydi." + " ttwaliɣ aydi.".repeat(398));
        assertThat(translate("dog ".repeat(1000)).split(" ")).hasSize(1000).containsOnly("aydi");
    }

    @Test
    void aPairThatIsAddedIsObeyedInTheNextSentence() {
        assertThat(translate("I see one dog.")).contains("aydi");
        phrases.add(List.of(new Phrases.LinkedPair(
                CutText.of("My dog").forms(), CutText.of("Aqjun-iw").forms(), Alignment.of(List.of(Link.sure(0, 1), Link.sure(1, 0))))));
        assertThat(translate("I see one dog.")).containsIgnoringCase("aqjun").doesNotContain("aydi");
    }

    /** Of a word with what hangs on it, a phrase may have the word alone. */
    @Test
    void aHyphenOnWhichNoWordHangsIsNotWritten() {
        phrases.add(List.of(new Phrases.LinkedPair(
                CutText.of("My dog").forms(), CutText.of("Aqjun-iw").forms(), Alignment.of(List.of(Link.sure(0, 1), Link.sure(1, 0))))));
        assertThat(translate("I see one dog.")).containsIgnoringCase("aqjun.").doesNotContain("-");
        assertThat(phrases.write(List.of("aqjun-", "iw", ",", "aydi-"), CutText.of("x"))).isEqualTo("aqjun-iw, aydi");
    }

    @Test
    void aPairThatIsHiddenTeachesNothingMore() {
        int first = SOURCE.indexOf("dog") * 4;
        for (int k = 0; k < 4; k++) {
            phrases.hide(first + k);
        }
        assertThat(translate("I see a dog.")).contains("dog").doesNotContain("aydi");
        assertThat(translate("I see a house.")).isEqualTo("Ttwaliɣ axxam.");
    }

    /** The dog answers one word with the big one: a phrase of both. A person who links it alone is understood. */
    @Test
    void aLinkThatAPersonDrewCountsThoughOtherLinksTearItsPhrase() {
        Link drawn = new Link(1, 0, LinkState.SURE, 1);
        Link other = new Link(0, 0, LinkState.SURE, .6f);
        int number = phrases.add(List.of(new Phrases.LinkedPair(List.of("my", "dog"), List.of("aqjun"), new Alignment(List.of(other, drawn)))))
                .getFirst();
        assertThat(translate("I see one dog.")).contains("aqjun");
        assertThat(phrases.pair(number).target()).containsExactly("aqjun");
        phrases.hide(number);
        assertThat(translate("I see one dog.")).contains("aydi");
        phrases.show(number);
        assertThat(translate("I see one dog.")).contains("aqjun");
    }

    @Test
    void aTranslationIsLinkedInsideThePhrasesThatItWasMadeOf() {
        String text = "I see the Xyzzy dog.";
        Phrases.Candidate best = phrases.translate(text, Decoding.usual().phrases(), Phrases.BEAM, 1).getFirst();
        List<String> words = CutText.of(best.text()).forms();
        assertThat(phrases.link(text, best.text(), best.parts()).links())
                .extracting(link -> CutText.of(text).forms().get(link.source()) + "-" + words.get(link.target()))
                .contains("dog-aydi", "Xyzzy-Xyzzy", ".-.");
        assertThat(phrases.link(text, "Xyzzy aydi?", List.of()).links())
                .extracting(link -> link.source() + "-" + link.target())
                .containsExactlyInAnyOrder("3-0", "4-1");
    }

    @Test
    void learnsFromABitextThatNobodyLinked() throws HydraException {
        List<SentencePair> pairs = IntStream.range(0, 200)
                .mapToObj(k -> new SentencePair(
                        "See " + SOURCE.get(k % 7) + " and " + SOURCE.get(k % 5) + ".",
                        "Wali " + TARGET.get(k % 7) + " d " + TARGET.get(k % 5) + "."))
                .toList();
        Phrases learnt = PhraseLearning.learn(PairSource.of(pairs), List.of(), AlignOptions.defaults().withThreads(1), Progress.none())
                .phrases();
        assertThat(learnt.translate("See river and tree.", Decoding.usual().phrases(), Phrases.BEAM, 1).getFirst().text())
                .isEqualTo("Wali asif d aseklu.");
    }

    @Test
    void learnsBetterWeightsTheSameOnesWithAnyNumberOfThreads() throws HydraException {
        List<SentencePair> some = List.of(
                new SentencePair("I see the big dog.", "Ttwaliɣ aydi ameqqran."),
                new SentencePair("The big tree is here.", "Yella aseklu ameqqran da."),
                new SentencePair("A road is new.", "D amaynut abrid."));
        PhraseWeights poor = new PhraseWeights(new double[] {.1, .1, .1, .1, 2, -.2, -.1, -1, .5, 0, 4});
        PhraseWeights one = PhraseTuning.learn(phrases, some, poor, 5, 1, 1, Progress.none());
        assertThat(PhraseTuning.learn(phrases, some, poor, 5, 2, 1, Progress.none())).isEqualTo(one);
        assertThat(chrf(some, one)).isGreaterThan(chrf(some, poor) + 5);
    }

    private double chrf(List<SentencePair> pairs, PhraseWeights weights) {
        return Chrf.chrf().corpus(
                pairs.stream().map(pair -> phrases.translate(pair.source(), weights, 5, 1).getFirst().text()).toList(),
                pairs.stream().map(SentencePair::target).toList());
    }
}
