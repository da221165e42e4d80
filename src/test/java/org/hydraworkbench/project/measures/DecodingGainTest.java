package org.hydraworkbench.project.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.Judge;
import org.hydraworkbench.decode.choice.Judges;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodingGainTest {

    @TempDir
    Path folder;

    /** What chooses the worst of all that could be said. */
    private static Decoding contrary(Decoding decoding) {
        Judge judge = decoding.judges().alone();
        double[] weights = Arrays.stream(judge.weights()).map(weight -> -weight).toArray();
        return new Decoding(
                decoding.phrases(), new Judges(new Judge(judge.means(), judge.deviations(), weights, judge.expectation()), null));
    }

    @Test
    void whatDoesWorseThanTheUsualIsNotTaken() throws Exception {
        try (Project project = TestProjects.mapped(folder)) {
            Knowledge knowledge = project.knowledge()
                    .live(Side.SOURCE, project.info().sourceLanguage(), project.info().targetLanguage(), Progress.none())
                    .knowledge();
            List<SentencePair> pairs = project.corpora().first(CorpusRole.TRAINING, 12);
            Decoding usual = Decoding.usual();
            Decoding contrary = contrary(usual);

            DecodingGain.Best kept = DecodingGain.best(knowledge, null, List.of(usual, contrary), pairs, 5, Progress.none());
            assertThat(kept.decoding()).isSameAs(usual);
            assertThat(kept.gain().isUsual()).isTrue();
            assertThat(kept.gain().low()).isZero();
            assertThat(DecodingGain.read(kept.gain().json())).isEqualTo(kept.gain());

            DecodingGain.Best better = DecodingGain.best(knowledge, null, List.of(contrary, usual), pairs, 5, Progress.none());
            assertThat(better.decoding()).isSameAs(usual);
            assertThat(better.gain().isUsual()).isFalse();
            assertThat(better.gain().chrf()).isPositive();
        }
    }
}
