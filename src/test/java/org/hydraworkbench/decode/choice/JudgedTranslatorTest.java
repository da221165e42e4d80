package org.hydraworkbench.decode.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.testing.Languages;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedTranslatorTest {

    private static final String[] NOUNS = {"house axxam", "book adlis", "day ass", "man argaz", "tree aseklu", "river asif", "road abrid"};

    private static final Decoding USUAL = Decoding.usual();
    private static final List<SentencePair> HELD_OUT = new ArrayList<>();

    private static Knowledge knowledge;

    @BeforeAll
    static void learn() throws Exception {
        for (String each : NOUNS) {
            HELD_OUT.add(pair(each.split(" "), each.split(" ")));
        }
        knowledge = learnt();
    }

    private static Knowledge learnt() throws HydraException {
        List<SentencePair> pairs = new ArrayList<>();
        for (String each : NOUNS) {
            for (String other : NOUNS) {
                if (!each.equals(other)) {
                    pairs.add(pair(each.split(" "), other.split(" ")));
                }
            }
        }
        return Knowledge.learn(
                PairSource.of(pairs),
                List.of(new SentencePair("Farewell!", "Ar tufat!")),
                AlignOptions.defaults().withThreads(1),
                Progress.none());
    }

    private static SentencePair pair(String[] one, String[] other) {
        return new SentencePair("See " + one[0] + " and " + other[0] + ".", "Wali " + one[1] + " d " + other[1] + ".");
    }

    private static JudgedTranslator translator(Judges judges) {
        return new JudgedTranslator(knowledge, USUAL.phrases(), judges, Phrases.BEAM, null);
    }

    private static JudgedTranslator.Answer translate(String text) throws HydraException {
        return translator(USUAL.judges()).translate(text, Progress.none());
    }

    @Test
    void candidatesComeFromEverywhereEachTextOnce() {
        CandidateList list = CandidateList.of("See tree and tree.", knowledge, USUAL.phrases(), Phrases.BEAM, knowledge.like("See tree and tree."), List.of("Wali.", "Wali."));
        assertThat(list.candidates()).extracting(Candidate::text).doesNotHaveDuplicates().contains("Wali aseklu d aseklu.", "Wali.");
        assertThat(list.candidates()).flatExtracting(Candidate::origins).contains(Origin.values());
        assertThat(list.neighbours()).isNotEmpty();
        double[][] traits = Traits.of(list, knowledge);
        assertThat(traits).hasDimensions(list.candidates().size(), Trait.values().length);
        for (double[] row : traits) {
            assertThat(row).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        }
    }

    @Test
    void aSentenceThatIsPutTogetherAnewIsTranslatedAndItsOriginTold() throws Exception {
        JudgedTranslator.Answer answer = translate("See tree and tree.");
        assertThat(answer.text()).isEqualTo("Wali aseklu d aseklu.");
        assertThat(answer.origins()).contains(Origin.PHRASES);
        assertThat(answer.phrases()).extracting(Phrases.Part::source).containsExactly("See tree", "and tree.");
        assertThat(answer.logProbability()).isNegative();
        assertThat(answer.confidence()).isBetween(0.0, 100.0);
        assertThat(answer.confirmed()).isFalse();
    }

    @Test
    void everyWordOfAnAnswerTellsWhatItAnswersAndWhereItWasSeen() throws Exception {
        String asked = "See tree and Zelda.";
        JudgedTranslator.Answer answer = translate(asked);
        assertThat(answer.text()).isEqualTo("Wali aseklu d Zelda.");
        assertThat(answer.links().links()).extracting(link -> link.source() + "-" + link.target()).contains("1-1", "3-3", "4-4");
        assertThat(answer.words()).hasSize(5).allMatch(share -> share > 0 && share <= 1);
        assertThat(answer.others()).isNotEmpty().extracting(JudgedTranslator.Other::text).doesNotContain(answer.text());
        List<Evidence> evidence = Evidence.of(asked, answer);
        assertThat(evidence).extracting(each -> answer.text().substring(each.target().start(), each.target().end()))
                .contains("Zelda");
        Evidence name = evidence.stream().filter(each -> each.kind() == Evidence.Kind.COPIED).findFirst().orElseThrow();
        assertThat(asked.substring(name.source().getFirst().start(), name.source().getFirst().end())).isEqualTo("Zelda");
        assertThat(evidence).filteredOn(each -> each.kind() == Evidence.Kind.PHRASE).isNotEmpty().allMatch(each -> each.pair() >= 0);
    }

    @Test
    void whatIsConfirmedLaterIsObeyedInTheNextSentenceUntilItIsTakenBack() throws Exception {
        String before = translate("See Zelda and book.").text();
        int number = knowledge.confirm(new SentencePair("See Zelda and tree.", "Wali Zilda d aseklu."));
        JudgedTranslator.Answer same = translate("See Zelda and tree.");
        assertThat(same.confirmed()).isTrue();
        assertThat(same.pair()).isEqualTo(number);
        JudgedTranslator.Answer like = translate("See Zelda and book.");
        assertThat(like.text()).isEqualTo("Wali Zilda d adlis.");
        assertThat(Evidence.of("See Zelda and book.", like)).extracting(Evidence::kind).contains(Evidence.Kind.CONFIRMED);
        knowledge.hide(number);
        assertThat(translate("See Zelda and tree.").confirmed()).isFalse();
        assertThat(translate("See Zelda and book.").text()).isEqualTo(before).doesNotContain("Zilda");
    }

    /** The person exchanged one word of the answer: what is in its place answers what the other answered, wherever that stands. */
    @Test
    void aCorrectionSaysWhatTheWordsAnswerThatItChanged() throws Exception {
        int number = knowledge.correct("See house and river.", "Wali axxam d asif.", "Wali tazeqqa d asif.");
        assertThat(translate("See house and tree.").text()).isEqualTo("Wali tazeqqa d aseklu.");
        assertThat(translate("See river and house.").text()).isEqualTo("Wali asif d tazeqqa.");
        assertThat(translate("See river and tree.").text()).isEqualTo("Wali asif d aseklu.");
        knowledge.hide(number);
        assertThat(translate("See house and tree.").text()).isEqualTo("Wali axxam d aseklu.");
    }

    @Test
    void aTermIsTranslatedAsItWasSaidWhereverItStands() throws Exception {
        int number = knowledge.confirm(new SentencePair("tree", "aṣekkur"));
        for (String noun : List.of("house", "book", "tree", "Zelda")) {
            assertThat(translate("See " + noun + " and tree.").text()).endsWith("d aṣekkur.");
        }
        assertThat(translate("Tree and book.").text()).startsWith("Aṣekkur");
        knowledge.hide(number);
        assertThat(translate("See book and tree.").text()).endsWith("d aseklu.");
    }

    @Test
    void termsOfAGlossaryAreObeyedTheLongestFirst() throws Exception {
        Knowledge own = learnt();
        own.addTerms(List.of(new SentencePair("house", "tazeqqa"), new SentencePair("White house", "Axxam Amellal"), new SentencePair(" ", "x")));
        JudgedTranslator translator = new JudgedTranslator(own, USUAL.phrases(), USUAL.judges(), Phrases.BEAM, null);
        assertThat(translator.translate("See white house and house.", Progress.none()).text()).isEqualTo("Wali Axxam Amellal d tazeqqa.");
        assertThat(translator.translate("See house and book.", Progress.none()).text()).contains("tazeqqa");
    }

    @Test
    void whatAPersonConfirmedIsTheAnswer() throws Exception {
        JudgedTranslator.Answer answer = translate(" Farewell! ");
        assertThat(answer.text()).isEqualTo("Ar tufat!");
        assertThat(answer.confirmed()).isTrue();
        assertThat(answer.confidence()).isEqualTo(100);
    }

    @Test
    void aTextWithoutWordsIsItsOwnTranslation() throws Exception {
        assertThat(translate("  ").text()).isEqualTo("  ");
        assertThat(translate("").text()).isEmpty();
    }

    @Test
    void aJudgeLearnsToChooseWhatTheReferencesAreLike() throws Exception {
        Judges neutral = new Judges(neutral(), neutral());
        Judges learnt = JudgeTuning.learn(knowledge, USUAL.phrases(), neutral, 4, null, HELD_OUT, 2, Progress.none());
        assertThat(learnt.withModel()).isEqualTo(neutral.withModel());
        JudgedTranslator translator = translator(learnt);
        for (SentencePair pair : HELD_OUT) {
            JudgedTranslator.Answer answer = translator.translate(pair.source(), Progress.none());
            assertThat(answer.text()).isEqualTo(pair.target());
            assertThat(answer.confidence()).isGreaterThan(90);
        }
        for (Trait trait : Trait.OF_MODEL) {
            assertThat(learnt.alone().weights()[trait.ordinal()]).isZero();
        }
        Judges again = JudgeTuning.learn(knowledge, USUAL.phrases(), neutral, 4, null, HELD_OUT, 1, Progress.none());
        assertThat(again).isEqualTo(learnt);
    }

    /** The choice is by the weighted sum of what is standardised; its probability that of the softmax: 1 / (1 + e⁻²). */
    @Test
    void theHighestScoreIsChosen() {
        int traits = Trait.values().length;
        double[] ones = new double[traits];
        Arrays.fill(ones, 2);
        double[] weights = new double[traits];
        weights[Trait.LIKE_ALL.ordinal()] = 4;
        Judge judge = new Judge(new double[traits], ones, weights, Expectation.level(50));
        double[][] rows = new double[2][traits];
        rows[1][Trait.LIKE_ALL.ordinal()] = 1;
        Judge.Choice choice = judge.choose(rows);
        assertThat(choice.candidate()).isEqualTo(1);
        assertThat(choice.probability()).isCloseTo(0.8807970779778823, within(1e-12));
        assertThat(choice.confidence()).isEqualTo(50);
    }

    /** Of what is unlike all that was learnt from little is known, so that no more is promised than half where it lies one width off. */
    @Test
    void whatIsUnlikeAllThatWasLearntFromIsExpectedToBeWorse() {
        int traits = Trait.values().length;
        List<Expectation.Range> met = new ArrayList<>(Collections.nCopies(traits, new Expectation.Range(-1, 1)));
        Expectation level = Expectation.level(80);
        Expectation learnt = new Expectation(level.constant(), level.weights(), level.probability(), level.honest(), met);
        double[] inside = new double[traits];
        inside[Trait.SOURCE_COVERED.ordinal()] = -1.5;
        assertThat(learnt.of(inside, 1)).isEqualTo(80);
        double[] outside = new double[traits];
        outside[Trait.SOURCE_COVERED.ordinal()] = -3.5; // 1.25 widths
        assertThat(learnt.of(outside, 1)).isEqualTo(40);
    }

    private static Judge neutral() {
        int traits = Trait.values().length;
        double[] ones = new double[traits];
        Arrays.fill(ones, 1);
        return new Judge(new double[traits], ones, new double[traits], Expectation.level(0));
    }

    /** How far to trust a Hydra nobody knows before it was learnt with that very one: till then it writes, and has no say. */
    @Test
    void aHydraThatNobodyLearntToTrustWritesAndHasNoSay(@TempDir Path folder) throws Exception {
        try (HydraModel model = HydraModel.open(TestModels.runtime(), SmallModels.hydra(folder), Progress.none())) {
            HydraJudge judge = new HydraJudge(
                    model, Languages.ENGLISH, Languages.KABYLE, model.manifest().templates().getFirst(), GenerationOptions.greedy(8));
            Judges untold = new Judges(USUAL.judges().alone(), null);
            JudgedTranslator.Looked looked = new JudgedTranslator(knowledge, USUAL.phrases(), untold, Phrases.BEAM, judge)
                    .look("See tree and tree.", Progress.none());
            assertThat(looked.byModel()).isFalse();
            assertThat(looked.list().model()).isNotEmpty();
            assertThat(Arrays.asList(looked.traits())).allSatisfy(row -> assertThat(row[Trait.MODEL_FORWARD.ordinal()]).isZero());
            Judges learnt = JudgeTuning.learn(knowledge, USUAL.phrases(), untold, 4, judge, HELD_OUT, 1, Progress.none());
            assertThat(learnt.alone()).isEqualTo(untold.alone());
            JudgedTranslator told = new JudgedTranslator(knowledge, USUAL.phrases(), learnt, Phrases.BEAM, judge);
            assertThat(told.look("See tree and tree.", Progress.none()).byModel()).isTrue();
        }
    }

    /** What a Hydra that only reads the sentence's language cannot know is taken to be as usual, and decides nothing. */
    @Test
    void aHydraThatCannotWriteTheSentencesLanguageJudgesOneWay(@TempDir Path folder) throws Exception {
        Path both = SmallModels.hydra(folder);
        double[][][] traits = new double[2][][];
        Judge alone = USUAL.judges().alone();
        double[] means = alone.means();
        double usual = -7;
        means[Trait.MODEL_BACK.ordinal()] = usual;
        Judges judges = new Judges(alone, new Judge(means, alone.deviations(), alone.weights(), alone.expectation()));
        for (int k = 0; k < 2; k++) {
            try (HydraModel model = HydraModel.open(TestModels.runtime(), both, Progress.none())) {
                HydraJudge judge = new HydraJudge(
                        model, Languages.ENGLISH, Languages.KABYLE, model.manifest().templates().getFirst(), GenerationOptions.greedy(8));
                JudgedTranslator translator = new JudgedTranslator(knowledge, USUAL.phrases(), judges, Phrases.BEAM, judge);
                JudgedTranslator.Looked looked = translator.look("See tree and tree.", Progress.none());
                assertThat(looked.byModel()).isTrue();
                assertThat(translator.translate("See tree and tree.", Progress.none()).text()).isNotBlank();
                traits[k] = looked.traits();
            }
            SmallModels.onlyReads(both, Languages.ENGLISH);
        }
        assertThat(traits[1].length).isEqualTo(traits[0].length);
        for (int k = 0; k < traits[0].length; k++) {
            assertThat(traits[0][k][Trait.MODEL_BACK.ordinal()]).isNegative().isNotEqualTo(usual);
            assertThat(traits[1][k][Trait.MODEL_BACK.ordinal()]).isEqualTo(usual);
            assertThat(traits[1][k][Trait.MODEL_FORWARD.ordinal()]).isEqualTo(traits[0][k][Trait.MODEL_FORWARD.ordinal()]);
        }
    }
}
