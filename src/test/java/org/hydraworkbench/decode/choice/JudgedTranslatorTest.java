package org.hydraworkbench.decode.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.phrase.Phrases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JudgedTranslatorTest {

    private static final String[] NOUNS = {"house axxam", "book adlis", "day ass", "man argaz", "tree aseklu", "river asif", "road abrid"};

    private static final Decoding USUAL = Decoding.usual();
    private static final List<SentencePair> HELD_OUT = new ArrayList<>();

    private static Knowledge knowledge;

    @BeforeAll
    static void learn() throws Exception {
        List<SentencePair> pairs = new ArrayList<>();
        for (String each : NOUNS) {
            for (String other : NOUNS) {
                SentencePair pair = pair(each.split(" "), other.split(" "));
                (each.equals(other) ? HELD_OUT : pairs).add(pair);
            }
        }
        knowledge = Knowledge.learn(
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
        CandidateList list = CandidateList.of("See tree and tree.", knowledge, USUAL.phrases(), Phrases.BEAM, List.of("Wali.", "Wali."));
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

    private static Judge neutral() {
        int traits = Trait.values().length;
        double[] ones = new double[traits];
        Arrays.fill(ones, 1);
        return new Judge(new double[traits], ones, new double[traits], Expectation.level(0));
    }
}
