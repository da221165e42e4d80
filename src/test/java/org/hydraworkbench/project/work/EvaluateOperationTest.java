package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.measures.Battery;
import org.hydraworkbench.project.measures.BatteryJson;
import org.hydraworkbench.project.measures.MeasuredSentence;
import org.hydraworkbench.project.measures.MeasuredSystem;
import org.hydraworkbench.project.measures.SentenceTable;
import org.hydraworkbench.project.measures.SystemScores;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.testing.TestProjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateOperationTest {

    @TempDir
    Path folder;

    /** A carriage return in a sentence split its row, and Evaluate silently lacked it. */
    @Test
    void everyPairIsOneRowWhateverCharactersItHas() throws Exception {
        try (Project project = TestProjects.assembled(folder)) {
            Path test = TestProjects.file(folder, "test", "The dog\rbarks.\tAqjun\ryesseglaf.", "The cat.\tAmcic.", "The owl.\tBururu.");
            project.corpora().importFrom(ImportRequest.of(test).withRole(CorpusRole.TEST), Progress.none());
            Artefact made = project.work()
                    .job(
                            Operations.EVALUATE,
                            EvaluationSettings.defaults().withPairs(2).withMaxTokens(4),
                            Use.ALWAYS,
                            Environment.of(Tensors.on(TestModels.runtime())))
                    .run(Progress.none());
            assertThat(made.inputs()).extracting(ArtefactInput::use).containsExactly("hydra", "alignment", "test");
            assertThat(made.input("hydra").orElseThrow().artefactId())
                    .isEqualTo(project.artefacts().hydra().orElseThrow().id());
            List<MeasuredSentence> sentences = SentenceTable.read(made.file(EvaluateOperation.SENTENCES));
            assertThat(sentences).hasSize(2).allSatisfy(sentence ->
                    assertThat(sentence.translations()).containsOnlyKeys(MeasuredSystem.values()));
            assertThat(sentences).extracting(MeasuredSentence::source).isSubsetOf("The dog barks.", "The cat.", "The owl.");
            Battery battery = BatteryJson.read(made.summary());
            assertThat(battery.sentences()).isEqualTo(2);
            assertThat(battery.tokenizers().target().lines()).isEqualTo(2);
            JsonObject prediction = JsonParser.parseString(Files.readString(made.file(EvaluateOperation.LANGUAGE_MODEL)))
                    .getAsJsonObject();
            assertThat(prediction.get("bitsPerByte").getAsDouble()).isPositive();
        }
    }

    /** What a project can do before it has a Hydra is measured too. */
    @Test
    void withoutAHydraWhatTheSentencesTeachIsMeasured() throws Exception {
        try (Project project = TestProjects.mapped(folder)) {
            Path test = TestProjects.file(folder, "test", "The owl sees.\tBururu yettwali.", "My owl.\tBururu-inu.");
            project.corpora().importFrom(ImportRequest.of(test).withRole(CorpusRole.TEST), Progress.none());
            Artefact made = TestProjects.make(project, Operations.EVALUATE, EvaluationSettings.defaults());
            Battery battery = BatteryJson.read(made.summary());
            assertThat(battery.systems()).extracting(SystemScores::system).containsExactly(
                    MeasuredSystem.COPYING, MeasuredSystem.NEAREST, MeasuredSystem.GLOSS, MeasuredSystem.PHRASES, MeasuredSystem.WITHOUT_HYDRA);
            assertThat(battery.tokenizers()).isNull();
            assertThat(battery.confidence()).isNotNull();
            assertThat(made.file(EvaluateOperation.LANGUAGE_MODEL)).doesNotExist();
        }
    }

    /** A memory knows by heart what it learnt from. */
    @Test
    void sentencesThatAreTrainedOnAreLeftOut() throws Exception {
        try (Project project = TestProjects.mapped(folder)) {
            String trained = project.corpora().first(CorpusRole.TRAINING, 1).getFirst().source();
            Path test = TestProjects.file(folder, "test", trained + " \tx", "My owl.\tBururu-inu.");
            project.corpora().importFrom(ImportRequest.of(test).withRole(CorpusRole.TEST), Progress.none());
            Artefact made = TestProjects.make(project, Operations.EVALUATE, EvaluationSettings.defaults());
            assertThat(BatteryJson.read(made.summary()).leftOut()).isOne();
            assertThat(SentenceTable.read(made.file(EvaluateOperation.SENTENCES))).singleElement()
                    .satisfies(sentence -> assertThat(sentence.line()).isEqualTo(2));
        }
    }

    @Test
    void nothingIsMeasuredWhereEverySentenceIsTrainedOn() throws Exception {
        try (Project project = TestProjects.mapped(folder)) {
            String trained = project.corpora().first(CorpusRole.TRAINING, 1).getFirst().source();
            Path test = TestProjects.file(folder, "test", trained + "\tx");
            project.corpora().importFrom(ImportRequest.of(test).withRole(CorpusRole.TEST), Progress.none());
            assertThatThrownBy(() -> TestProjects.make(project, Operations.EVALUATE, EvaluationSettings.defaults()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("trains on every sentence that is for test");
        }
    }
}
