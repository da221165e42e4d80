package org.hydraworkbench.project.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.eval.TokenizerFairness;
import org.hydraworkbench.tokenizer.TokenizerStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatteryTest {

    @TempDir
    Path folder;

    private static MeasuredSentence sentence(int line, String reference, double ratio, String phrases) {
        return new MeasuredSentence(
                line, "sentence " + line, reference, ratio, 40,
                Map.of(
                        MeasuredSystem.COPYING, "sentence " + line,
                        MeasuredSystem.GLOSS, reference.substring(0, 4),
                        MeasuredSystem.WITHOUT_HYDRA, phrases));
    }

    private static List<MeasuredSentence> sentences() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(k -> sentence(k, "Amcic yeswa aman " + "i".repeat(k), k % 3 == 0 ? .8 : .2, "Amcic yeswa " + "i".repeat(k)))
                .toList();
    }

    private static Battery battery() throws Exception {
        TokenizerFairness tokenizers = new TokenizerFairness(
                new TokenizerStatistics(12, 24, 120, 48, 0, 1), new TokenizerStatistics(12, 20, 150, 60, 2, 3));
        return Battery.of(sentences(), 3, tokenizers, Progress.none());
    }

    @Test
    void scoresAreThoseOfTheMetricWithIntervalsAroundThem() throws Exception {
        Battery battery = battery();
        assertThat(battery.systems()).extracting(SystemScores::system)
                .containsExactly(MeasuredSystem.COPYING, MeasuredSystem.GLOSS, MeasuredSystem.WITHOUT_HYDRA);
        SystemScores.Figure figure = battery.of(MeasuredSystem.WITHOUT_HYDRA).orElseThrow().chrf();
        assertThat(figure.score()).isEqualTo(Chrf.chrf().corpus(
                sentences().stream().map(each -> each.translation(MeasuredSystem.WITHOUT_HYDRA)).toList(),
                sentences().stream().map(MeasuredSentence::reference).toList()));
        assertThat(figure.low()).isLessThan(figure.score());
        assertThat(figure.high()).isGreaterThan(figure.score());
        assertThat(battery.near()).isEqualTo(4);
    }

    @Test
    void onlyWhatIsNoFloorIsComparedWithTheBestFloor() throws Exception {
        Battery battery = battery();
        assertThat(battery.of(MeasuredSystem.GLOSS).orElseThrow().chrf().p()).isNaN();
        assertThat(battery.of(MeasuredSystem.WITHOUT_HYDRA).orElseThrow().chrf().p()).isLessThan(0.01);
    }

    @Test
    void theConfidenceOfTheJudgedSystemIsComparedWithWhatItHas() throws Exception {
        assertThat(battery().confidence().bins()).singleElement().satisfies(bin -> {
            assertThat(bin.sentences()).isEqualTo(12);
            assertThat(bin.expected()).isEqualTo(40);
        });
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        Battery battery = battery();
        assertThat(BatteryJson.read(JsonParser.parseString(BatteryJson.write(battery).toString()).getAsJsonObject())).isEqualTo(battery);
    }

    /** As the program stored it before it measured more than the Hydra. */
    @Test
    void figuresWithoutAVersionAreThoseOfTheHydraAndOfCopying() throws Exception {
        Battery battery = BatteryJson.read(JsonParser.parseString("""
                {"translation":{"lines":200,"chrf":22.5,"chrf++":19.25,"bleu":7.5,"signatures":{"BLEU":"nrefs:1"}},
                 "copying the source":{"lines":200,"chrf":10.25,"chrf++":8,"bleu":0.5,"signatures":{"BLEU":"nrefs:1"}}}
                """).getAsJsonObject());
        assertThat(battery.sentences()).isEqualTo(200);
        assertThat(battery.signatures()).containsEntry("BLEU", "nrefs:1");
        assertThat(battery.systems()).containsExactly(
                new SystemScores(MeasuredSystem.COPYING, SystemScores.Figure.of(10.25), 8, SystemScores.Figure.of(0.5)),
                new SystemScores(MeasuredSystem.HYDRA, SystemScores.Figure.of(22.5), 19.25, SystemScores.Figure.of(7.5)));
    }

    @Test
    void whatIsNoBatteryIsRefused() {
        assertThatThrownBy(() -> BatteryJson.read(JsonParser.parseString("{}").getAsJsonObject())).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> BatteryJson.read(JsonParser.parseString("{\"version\":99}").getAsJsonObject()))
                .isInstanceOf(InputException.class);
    }

    @Test
    void theTableOfSentencesIsReadAgain() throws Exception {
        Path file = folder.resolve("sentences.tsv");
        SentenceTable.write(sentences(), file);
        assertThat(SentenceTable.read(file)).isEqualTo(sentences());
    }

    @Test
    void aBrokenTableIsNamedWithItsLine() throws Exception {
        Path file = folder.resolve("sentences.tsv");
        SentenceTable.write(sentences(), file);
        Files.writeString(file, Files.readString(file).replace("3\t0.8000", "x\t0.8000"));
        assertThatThrownBy(() -> SentenceTable.read(file)).isInstanceOf(InputException.class).hasMessageContaining("sentences.tsv:4: ");
        Files.writeString(file, "line\tratio\n");
        assertThatThrownBy(() -> SentenceTable.read(file)).isInstanceOf(InputException.class).hasMessageContaining("measure again");
    }

    @Test
    void sentencesThatTheProjectLearntFromAreLeftOutAndASeedDrawsTheSame() {
        List<SentencePair> held = IntStream.range(0, 50).mapToObj(k -> new SentencePair("s" + k, "t" + k)).toList();
        ChosenSentences chosen = ChosenSentences.draw(held, source -> source.endsWith("0"), 20, 7);
        assertThat(chosen.leftOut()).isEqualTo(5);
        assertThat(chosen.lines()).hasSize(20).isSorted().noneMatch(line -> line % 10 == 1);
        assertThat(chosen.pairs()).isEqualTo(chosen.lines().stream().map(line -> held.get(line - 1)).toList());
        assertThat(ChosenSentences.draw(held, source -> source.endsWith("0"), 20, 7)).isEqualTo(chosen);
        assertThat(ChosenSentences.draw(held, source -> source.endsWith("0"), 20, 8)).isNotEqualTo(chosen);
    }
}
