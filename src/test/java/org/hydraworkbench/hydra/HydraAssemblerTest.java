package org.hydraworkbench.hydra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.KABYLE;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.testing.Bytes;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsFile;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HydraAssemblerTest {

    @TempDir
    Path folder;

    @Test
    void theFolderHoldsBodyHeadsAndDescription() throws Exception {
        Path hydra = SmallModels.hydra(folder);
        HydraManifest manifest = HydraManifest.read(hydra);
        assertThat(manifest.bodyLanguage()).isEqualTo(KABYLE);
        assertThat(manifest.languages()).containsExactly(ENGLISH, KABYLE);
        assertThat(manifest.templates()).extracting(PromptTemplate::name).containsExactly("plain", "chatml");
        assertThat(hydra.resolve("heads/en/tokenizer.json")).exists();
        assertThat(hydra.resolve("heads/kab/tokenizer.json")).exists();
        try (ModelWeights target = ModelWeights.open(folder.resolve("target"));
                ModelWeights body = ModelWeights.open(hydra.resolve("body"))) {
            for (String name : target.names()) {
                assertThat(Bytes.of(body, name)).isEqualTo(Bytes.of(target, name));
            }
        }
    }

    /** A language without letters of its own, and one whose letters Windows gives to no file. */
    @Test
    void everyTagCanBeAHead() throws Exception {
        LanguageTag village = LanguageTag.parse("qaa-x-Village");
        LanguageTag cofan = LanguageTag.parse("con");
        Path hydra = folder.resolve("hydra");
        HydraAssembler.assemble(TestModels.stories(), village, TestModels.stories(), cofan, hydra, Progress.none());
        assertThat(HydraManifest.read(hydra).languages()).containsExactly(village, cofan);
        assertThat(hydra.resolve("heads/qaa-x-village/tokenizer.json")).exists();
        assertThat(hydra.resolve("heads/con_/tokenizer.json")).exists();
        HydraExporter.language(hydra, cofan, DType.F32, folder.resolve("cofan"), Progress.none());
        assertThat(folder.resolve("cofan/config.json")).exists();
    }

    @Test
    void aTiedModelContributesOneTable() throws Exception {
        Path hydra = SmallModels.hydra(folder);
        try (SafetensorsFile tables = SafetensorsFile.open(hydra.resolve("heads/en/tables.safetensors"));
                ModelWeights stories = ModelWeights.open(TestModels.stories())) {
            assertThat(tables.names()).containsExactly("input");
            assertThat(Bytes.of(tables, "input")).isEqualTo(Bytes.of(stories, "model.embed_tokens.weight"));
        }
    }

    @Test
    void anUntiedModelContributesInputAndHead() throws Exception {
        Path untied = SmallModels.untiedStories(folder.resolve("untied"));
        Path hydra = folder.resolve("hydra");
        HydraAssembler.assemble(untied, ENGLISH, TestModels.stories(), KABYLE, hydra, Progress.none());
        try (SafetensorsFile tables = SafetensorsFile.open(hydra.resolve("heads/en/tables.safetensors"))) {
            assertThat(tables.names()).containsExactly("input", "head");
        }
    }

    @Test
    void differentWidthsAreRefusedWithBoth() throws Exception {
        Path narrow = folder.resolve("narrow");
        Files.createDirectories(narrow);
        Files.copy(TestModels.stories().resolve("tokenizer.json"), narrow.resolve("tokenizer.json"));
        Files.writeString(narrow.resolve("config.json"), "{\"tie_word_embeddings\": true}");
        TensorInfo table = new TensorInfo("model.embed_tokens.weight", DType.F32, new long[] {512, 32});
        try (SafetensorsWriter writer = SafetensorsWriter.model(narrow, List.of(table), Long.MAX_VALUE)) {
            writer.write(table.name(), new float[512 * 32]);
            writer.finish();
        }
        assertThatThrownBy(() -> HydraAssembler.assemble(
                        narrow, ENGLISH, TestModels.stories(), KABYLE, folder.resolve("out"), Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("32 wide")
                .hasMessageContaining("64 wide");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void oneLanguageTwiceIsRefused() {
        assertThatThrownBy(() -> HydraAssembler.assemble(
                        TestModels.stories(),
                        ENGLISH,
                        TestModels.stories(),
                        LanguageTag.parse("EN"),
                        folder.resolve("out"),
                        Progress.none()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("two languages");
    }

    @Test
    void aLaterFormatIsRefused() throws Exception {
        Path hydra = SmallModels.hydra(folder);
        Path file = hydra.resolve("hydra.json");
        Files.writeString(file, Files.readString(file).replace("\"format_version\": 1", "\"format_version\": 3"));
        assertThatThrownBy(() -> HydraManifest.read(hydra))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("format version 3");
    }

    @Test
    void aDamagedDescriptionIsRefusedWithItsFile() throws Exception {
        Path hydra = SmallModels.hydra(folder);
        for (String json : List.of("", "[]", "{}", "{\"format_version\": 1}", "{\"format_version\": 1, \"heads\": 3}")) {
            Files.writeString(hydra.resolve("hydra.json"), json);
            assertThatThrownBy(() -> HydraManifest.read(hydra))
                    .as(json)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("hydra.json");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"format_version\": \"one\"} | format_version: \"one\" cannot be used",
        "{\"format_version\": 1, \"heads\": []} | heads: [] cannot be used; it must be an object",
        "{\"format_version\": 1, \"heads\": {\"e n\": {}}} | e n",
        "{\"format_version\": 1, \"heads\": {\"en\": {}}} | body.language: is missing",
        "{\"format_version\": 1, \"heads\": {\"en\": {}}, \"body\": {\"language\": 3}} | body.language: 3 cannot be used; it must be a string",
        "{\"format_version\": 1, \"heads\": {\"en\": {}}, \"body\": {\"language\": \"kab\"}} | it has no head of kab",
        "{\"format_version\": 1, \"heads\": {\"en\": {}}, \"body\": {\"language\": \"en\"}} | it has no prompt template",
        "{\"format_version\": 1, \"heads\": {\"en\": {}}, \"templates\": [null]} | templates: null cannot be used; it must be an object",
        "{\"format_version\": 1, \"heads\": {\"en\": {}}, \"templates\": [{}]} | name: is missing",
    })
    void whatIsWrongInADescriptionIsSaidInPlainWordsAndWithItsFile(String json, String reason) throws Exception {
        Path file = Files.writeString(folder.resolve("hydra.json"), json);
        assertThatThrownBy(() -> HydraManifest.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ": cannot be read as the description of a Hydra (")
                .hasMessageContaining(reason)
                .hasMessageNotContainingAny("java", "gson", "Exception", "Gson");
    }

    @Test
    void aLanguageIsExportedAsAPlainModel() throws Exception {
        Path hydra = SmallModels.hydra(folder);
        Path out = folder.resolve("english");
        HydraExporter.language(hydra, ENGLISH, DType.F32, out, Progress.none());
        JsonObject config = JsonParser.parseString(Files.readString(out.resolve("config.json"))).getAsJsonObject();
        assertThat(config.get("vocab_size").getAsInt()).isEqualTo(512);
        assertThat(config.get("tie_word_embeddings").getAsBoolean()).isTrue();
        // The body is stories260K's, so with English tables the export is stories260K again.
        try (ModelWeights stories = ModelWeights.open(TestModels.stories());
                ModelWeights exported = ModelWeights.open(out)) {
            assertThat(exported.names()).containsExactlyInAnyOrderElementsOf(stories.names());
            for (String name : stories.names()) {
                assertThat(exported.floats(name)).as(name).containsExactly(stories.floats(name));
            }
        }
    }

    @Test
    void aHydraIsHalvedByConvertingIt() throws Exception {
        Path hydra = SmallModels.hydra(folder);
        Path out = folder.resolve("half");
        HydraExporter.convert(hydra, DType.BF16, out, Progress.none());
        assertThat(HydraManifest.read(out)).isEqualTo(HydraManifest.read(hydra));
        try (ModelWeights whole = ModelWeights.open(hydra.resolve("body"));
                ModelWeights half = ModelWeights.open(out.resolve("body"))) {
            for (String name : whole.names()) {
                float[] exact = whole.floats(name);
                float[] rounded = half.floats(name);
                assertThat(half.info(name).dtype()).isEqualTo(DType.BF16);
                for (int i = 0; i < exact.length; i++) {
                    assertThat(Math.abs(rounded[i] - exact[i])).isLessThanOrEqualTo(Math.abs(exact[i]) / 256);
                }
            }
        }
    }
}
