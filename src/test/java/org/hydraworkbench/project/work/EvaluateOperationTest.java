package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
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
            assertThat(made.inputs()).extracting(ArtefactInput::use).containsExactly("hydra", "test");
            assertThat(made.input("hydra").orElseThrow().artefactId())
                    .isEqualTo(project.artefacts().hydra().orElseThrow().id());
            List<String> rows = Files.readString(made.file(EvaluateOperation.TRANSLATIONS)).lines().toList();
            assertThat(rows).hasSize(2).allMatch(row -> row.split("\t", -1).length == 4);
            assertThat(rows.getFirst()).startsWith("The dog barks.\tAqjun yesseglaf.\t");
            assertThat(rows.getLast()).startsWith("The cat.\tAmcic.\t");
            JsonObject copying = made.summary().getAsJsonObject("copying the source");
            assertThat(copying.get("lines").getAsInt()).isEqualTo(2);
            assertThat(copying.get("chrf").getAsDouble()).isBetween(0.0, 100.0);
            assertThat(made.summary().keySet()).containsExactlyInAnyOrder("translation", "copying the source");
            JsonObject prediction = JsonParser.parseString(Files.readString(made.file(EvaluateOperation.LANGUAGE_MODEL)))
                    .getAsJsonObject();
            assertThat(prediction.get("bitsPerByte").getAsDouble()).isPositive();
        }
    }
}
