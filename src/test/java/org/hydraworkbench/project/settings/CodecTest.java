package org.hydraworkbench.project.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.project.settings.StoredSettings.Kind;
import org.hydraworkbench.project.work.Operation;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.train.Directions;
import org.hydraworkbench.train.PlanDetails;
import org.hydraworkbench.train.Regularisation;
import org.hydraworkbench.train.Thrift;
import org.hydraworkbench.transfer.TransferOptions;
import org.hydraworkbench.weights.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodecTest {

    private static final String VERSION = "version";

    static Stream<Kind<?>> kinds() {
        return StoredSettings.kinds().stream();
    }

    @Test
    void theSettingsOfEveryOperationAreTestedHere() {
        Set<Codec<?>> tested = kinds().map(Kind::codec).collect(Collectors.toCollection(HashSet::new));
        assertThat(Operations.all()).extracting(Operation::settings).allMatch(tested::contains);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S> void whatIsWrittenIsReadAgain(Kind<S> kind) throws Exception {
        assertThat(kind.codec().read(kind.written(kind.defaults()))).isEqualTo(kind.defaults());
        assertThat(kind.codec().read(kind.written(kind.otherwise()))).isEqualTo(kind.otherwise());
        assertThat(kind.codec().read(kind.written(kind.otherwise()).toString(), "it")).isEqualTo(kind.otherwise());
    }

    /** Of every version one file stays, so that what people have stored is read in the same way for ever. */
    @ParameterizedTest
    @MethodSource("kinds")
    <S> void whatThePresentVersionStoredIsReadAndStillWrittenSo(Kind<S> kind) throws Exception {
        JsonObject stored = StoredSettings.file("v" + kind.codec().version() + "/" + kind.name() + ".json");
        assertThat(kind.codec().read(stored)).isEqualTo(kind.otherwise());
        JsonObject written = kind.written(kind.otherwise());
        assertThat(written.keySet()).containsExactlyElementsOf(stored.keySet());
        for (String field : stored.keySet()) {
            assertSame(written.get(field), stored.get(field));
        }
    }

    /** Before version 3 a Hydra learnt one direction, and rows were made by the mapping alone. */
    @Test
    void whatVersion2StoredMeansWhatItMeantThen() throws Exception {
        TrainingSettings training = TrainingSettings.CODEC.read(StoredSettings.file("v2/training.json"));
        assertThat(training.directions()).isEqualTo(Directions.THERE);
        assertThat(training.withDirections(Directions.BACK))
                .isEqualTo(TrainingSettings.CODEC.read(StoredSettings.file("v3/training.json")));
        assertThat(training.withDirections(Directions.BACK).with(options -> options.withRegularisation(new Regularisation(.1, .2, .3, 0))))
                .isEqualTo(TrainingSettings.CODEC.read(StoredSettings.file("v4/training.json")));
        assertThat(TrainingSettings.CODEC.read(StoredSettings.file("v4/training.json")).withPatience(3).with(options -> options.withAverage(50)))
                .isEqualTo(TrainingSettings.CODEC.read(StoredSettings.file("v5/training.json")));
        assertThat(TrainingSettings.CODEC.read(StoredSettings.file("v5/training.json")).with(options -> options.withRegularisation(new Regularisation(.1, .2, .3, .4))))
                .isEqualTo(TrainingSettings.CODEC.read(StoredSettings.file("v6/training.json")));
        assertThat(TrainingSettings.CODEC.read(StoredSettings.file("v6/training.json")).with(options -> options.withClip(0.5).withThrift(new Thrift(2, true))))
                .isEqualTo(TrainingSettings.CODEC.read(StoredSettings.file("v7/training.json")));
        assertThat(TrainingSettings.CODEC.read(StoredSettings.file("v7/training.json"))
                        .with(options -> options.withKeep(3).withDetails(new PlanDetails(8, 4, List.of("model.layers.0.*")))))
                .isEqualTo(TrainingSettings.CODEC.read(StoredSettings.file("v8/training.json")));
        TransferSettings transfer = TransferSettings.CODEC.read(StoredSettings.file("v2/transfer.json"));
        assertThat(transfer.options())
                .isEqualTo(TransferOptions.defaults().withSeed(42).withMatchNorms(true).withTableType(DType.BF16));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S> void aMissingFieldHasItsDefault(Kind<S> kind) throws Exception {
        JsonObject defaults = kind.written(kind.defaults());
        JsonObject otherwise = kind.written(kind.otherwise());
        for (String field : fields(otherwise)) {
            assertThat(otherwise.get(field)).as("%s must differ, or nothing is tested", field).isNotEqualTo(defaults.get(field));
            JsonObject without = otherwise.deepCopy();
            without.remove(field);
            JsonObject expected = otherwise.deepCopy();
            String dependent = kind.dependent().get(field);
            expected.add(field, dependent == null ? defaults.get(field) : JsonParser.parseString(dependent));
            assertThat(kind.written(kind.codec().read(without))).as("without %s", field).isEqualTo(expected);
            without.add(field, null);
            assertThat(kind.written(kind.codec().read(without))).as("%s is null", field).isEqualTo(expected);
        }
        JsonObject nothing = new JsonObject();
        nothing.addProperty(VERSION, kind.codec().version());
        assertThat(kind.codec().read(nothing)).isEqualTo(kind.defaults());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S> void anUnknownFieldIsRefusedByName(Kind<S> kind) {
        JsonObject json = kind.written(kind.defaults());
        json.addProperty("adapter-rank", 8);
        assertThatThrownBy(() -> kind.codec().read(json))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("adapter-rank: there is no such field");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <S> void whatANewerProgramStoredIsRefused(Kind<S> kind) {
        JsonObject json = kind.written(kind.defaults());
        json.addProperty(VERSION, json.get(VERSION).getAsInt() + 1);
        assertThatThrownBy(() -> kind.codec().read(json.toString(), "“Alignment by words”"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("The settings of “Alignment by words” cannot be read")
                .hasMessageContaining("newer version");
    }

    /** Names in Java change with the program; what is stored must not. The threads are the machine's. */
    @ParameterizedTest
    @MethodSource("kinds")
    <S> void nothingIsStoredByItsNameInJava(Kind<S> kind) {
        for (S settings : List.of(kind.defaults(), kind.otherwise())) {
            JsonObject json = kind.written(settings);
            assertThat(json.get(VERSION).getAsInt()).isEqualTo(kind.codec().version());
            assertThat(json.keySet()).allMatch(field -> field.matches("[a-z]+(-[a-z]+)*"));
            assertThat(json.keySet()).noneMatch(field -> field.contains("thread"));
            for (String field : fields(json)) {
                JsonElement value = json.get(field);
                if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
                    assertThat(value.getAsString()).as(field).isLowerCase();
                }
                assertThat(value.isJsonObject()).as("%s is nested", field).isFalse();
            }
        }
    }

    @Test
    void whatIsNoJsonObjectIsRefusedByTheNameOfWhatItBelongsTo() {
        for (String stored : List.of("", "[1]", "{\"steps\": ", "3")) {
            assertThatThrownBy(() -> TrainingSettings.CODEC.read(stored, "“Hydra”"))
                    .as(stored)
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("The settings of “Hydra” cannot be read (");
        }
    }

    @Test
    void typedValuesAreApplied() throws Exception {
        AlignmentSettings typed = AlignmentSettings.CODEC.with(
                AlignmentSettings.defaults(),
                Map.of("model", "IBM1", "threshold", " 0.5", "passes", "4", "seed", "-3", "stems", "false", "from-links", "true"));
        AlignmentSettings usual = AlignmentSettings.defaults();
        assertThat(typed).isEqualTo(usual.withFromLinks(true).withOptions(usual.options()
                .withModel(AlignmentMethod.IBM1)
                .withThreshold(0.5)
                .withPasses(4)
                .withSeed(-3)
                .withHmm(usual.options().hmm().withStems(false))));
        assertThat(TrainingSettings.CODEC.with(TrainingSettings.defaults(), Map.of("lr", "3e-4", "template", "chatml")))
                .isEqualTo(TrainingSettings.defaults().with(options -> options.withRate(3e-4, 30)).withTemplate("chatml"));
        assertThat(FolderSettings.CODEC.with(new FolderSettings(Path.of("")), Map.of("folder", "big")))
                .isEqualTo(new FolderSettings(Path.of("big")));
    }

    @Test
    void aListIsTypedWithCommas() throws Exception {
        TokenizerSettings usual = TokenizerSettings.CODEC.plain();
        TokenizerSettings two = TokenizerSettings.CODEC.with(usual, Map.of("texts", "one.txt, two.txt"));
        assertThat(two.texts()).containsExactly(Path.of("one.txt"), Path.of("two.txt"));
        assertThat(TokenizerSettings.CODEC.with(two, Map.of("nfc", "false")).texts()).isEqualTo(two.texts());
        assertThat(TokenizerSettings.CODEC.with(two, Map.of("texts", "three.txt")).texts()).containsExactly(Path.of("three.txt"));
        assertThat(TokenizerSettings.CODEC.with(two, Map.of("texts", ""))).isEqualTo(usual);
    }

    /** And not as the smallest number that a machine has. */
    @Test
    void aBoundThatIsLeftOutIsNamedSo() {
        for (String value : List.of("0", "-1", "1.5", "some")) {
            assertThatThrownBy(() -> TokenizerSettings.CODEC.with(TokenizerSettings.CODEC.plain(), Map.of("character-coverage", value)))
                    .isInstanceOf(InputException.class)
                    .message()
                    .startsWith("character-coverage: ")
                    .contains("above 0, at most 1")
                    .doesNotContain("E-");
        }
        assertThatThrownBy(() -> TrainingSettings.CODEC.with(TrainingSettings.defaults(), Map.of("lr", "0")))
                .hasMessage("lr: The learning rate must be a number above 0.");
    }

    @Test
    void whatIsNotTypedStays() throws Exception {
        TrainingSettings otherwise = TrainingSettings.defaults().with(options -> options.withSteps(7).withSeed(-1)).withTemplate("chatml");
        assertThat(TrainingSettings.CODEC.with(otherwise, Map.of("batch", "2")))
                .isEqualTo(otherwise.with(options -> options.withBatch(2, options.length())));
        assertThat(TrainingSettings.CODEC.with(otherwise, Map.of())).isEqualTo(otherwise);
    }

    @ParameterizedTest
    @CsvSource({
        "steps, many", "steps, 2.5", "steps, 0", "steps, 99999999999", "lr, foo", "lr, 0", "lr, NaN", "schedule, zigzag",
        "plan, everything", "start, ''", "seed, 1e30", "colour, green", "version, 1"
    })
    void aBadValueIsRefusedInOneSentenceThatNamesTheField(String field, String value) {
        assertThatThrownBy(() -> TrainingSettings.CODEC.with(TrainingSettings.defaults(), Map.of(field, value)))
                .isInstanceOf(InputException.class)
                .message()
                .startsWith(field + ": ")
                .endsWith(".")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"model, magic", "unit, letters", "threshold, 1.5", "stems, perhaps", "longest, 0", "symmetrization, THE_BEST"})
    void aBadValueOfAnAlignmentIsRefusedInOneSentence(String field, String value) {
        assertThatThrownBy(() -> AlignmentSettings.CODEC.with(AlignmentSettings.defaults(), Map.of(field, value)))
                .isInstanceOf(InputException.class)
                .message()
                .startsWith(field + ": ")
                .contains(value)
                .endsWith(".")
                .hasLineCount(1);
    }

    /** Which characters a name can have is up to the system; none takes this one. */
    @Test
    void aNameThatNoFileCanHaveIsRefusedInOneSentence() {
        assertThatThrownBy(() -> FolderSettings.CODEC.with(new FolderSettings(Path.of("")), Map.of("folder", "a\0b")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is no name of a file");
    }

    private static List<String> fields(JsonObject json) {
        return json.keySet().stream().filter(field -> !field.equals(VERSION)).toList();
    }

    /** The same value; how a number is spelled does not matter. */
    private static void assertSame(JsonElement one, JsonElement other) {
        boolean numbers = one.isJsonPrimitive() && one.getAsJsonPrimitive().isNumber();
        if (numbers) {
            assertThat(one.getAsBigDecimal()).isEqualByComparingTo(other.getAsBigDecimal());
        } else {
            assertThat(one).isEqualTo(other);
        }
    }
}
