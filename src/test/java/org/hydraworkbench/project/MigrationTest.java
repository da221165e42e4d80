package org.hydraworkbench.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.mapping.MappingRow;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.runtime.DeviceChoice;
import org.hydraworkbench.model.runtime.Precision;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.project.links.EffectiveLink;
import org.hydraworkbench.project.links.LiveEffect;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.text.LanguageTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects of schema version 1, as version 0.1.0 left them, open and say what that version said of them. */
class MigrationTest {

    @TempDir
    Path folder;

    private Project project;
    private JsonObject expected;

    @BeforeEach
    void open() throws Exception {
        unpack("v1.zip");
        expected = JsonParser.parseString(resource("v1.expected.json")).getAsJsonObject();
        project = Project.open(folder.resolve("v1.hydra"));
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void isSoundAndKeepsItsCorpora() throws Exception {
        assertThat(project.check()).isEmpty();
        assertThat(project.info().sourceLanguage()).hasToString("en");
        assertThat(project.info().targetLanguage()).hasToString("kab");
        List<JsonObject> corpora = objects("corpora");
        List<CorpusInfo> now = project.corpora().list();
        assertThat(now).hasSameSizeAs(corpora);
        for (int k = 0; k < now.size(); k++) {
            JsonObject was = corpora.get(k);
            assertThat(now.get(k).name()).isEqualTo(was.get("name").getAsString());
            assertThat(now.get(k).role().name()).isEqualTo(was.get("purpose").getAsString());
            assertThat(now.get(k).licence()).isEqualTo(was.get("licence").getAsString());
            assertThat(now.get(k).hash()).isEqualTo(was.get("hash").getAsString());
            assertThat(now.get(k).pairs()).isEqualTo(was.get("pairs").getAsLong());
        }
        assertThat(project.corpora().fingerprint(CorpusRole.TRAINING)).isEqualTo(expected.get("fingerprint").getAsString());
    }

    @Test
    void keepsItsArtefactsWithWhatTheyWereMadeFrom() throws Exception {
        for (JsonObject was : objects("artefacts")) {
            Artefact now = project.artefacts().get(was.get("id").getAsLong());
            assertThat(now.name()).isEqualTo(was.get("name").getAsString());
            assertThat(now.hash()).isEqualTo(was.get("hash").getAsString());
            assertThat(now.kind().name()).endsWith(was.get("kind").getAsString());
            assertThat(now.inputs().stream().map(input -> input.artefactId()).filter(id -> id != null).toList())
                    .isEqualTo(ids(was.getAsJsonArray("inputs")));
            assertThat(project.artefacts().verify(now, Progress.none())).isEmpty();
        }
        JsonObject current = expected.getAsJsonObject("state").getAsJsonObject("current");
        assertThat(project.artefacts().require(Slot.mapping(project.info())).id()).isEqualTo(current.get("MAPPING").getAsLong());
        assertThat(project.artefacts().require(Slot.TUNED_HYDRA).id()).isEqualTo(current.get("HYDRA").getAsLong());
        assertThat(project.artefacts().hydra().orElseThrow().id()).isEqualTo(current.get("HYDRA").getAsLong());
        assertThat(project.artefacts().origin(project.artefacts().require(Slot.TUNED_HYDRA), ArtefactKind.HYDRA))
                .hasValue(project.artefacts().require(Slot.HYDRA));
    }

    @Test
    void findsTheSameOutOfDateButForAReferenceMappingAfterEditsAndWhatWasCutOtherwise() throws Exception {
        String cutOtherwise = "It was made by an earlier version of the program, which cut sentences into other units.";
        for (JsonObject was : objects("artefacts")) {
            Artefact now = project.artefacts().get(was.get("id").getAsLong());
            boolean reference = now.name().equals("Reference mapping"); // takes no notice of edits
            boolean aligned = now.kind() != ArtefactKind.ALIGNMENT && project.artefacts().origin(now, ArtefactKind.ALIGNMENT).isPresent();
            List<String> why = project.work().staleness(now);
            if (now.kind() == ArtefactKind.ALIGNMENT) {
                assertThat(why).contains(cutOtherwise);
                why = why.stream().filter(reason -> !reason.equals(cutOtherwise)).toList();
            }
            assertThat(why.isEmpty())
                    .as(now.name())
                    .isEqualTo(reference || !was.get("stale").getAsBoolean() && !aligned);
        }
    }

    @Test
    void readsTheSettingsOfEveryArtefact() throws Exception {
        for (JsonObject was : objects("artefacts")) {
            Artefact now = project.artefacts().get(was.get("id").getAsLong());
            assertThat(Operations.find(now.operation())).as(now.operation()).isPresent();
            Operations.find(now.operation()).orElseThrow().settings().read(now.settingsJson(), now.name());
        }
    }

    @Test
    void hasTheSameLinksAndReviews() throws Exception {
        for (JsonObject was : objects("editedPairs")) {
            long pair = was.get("id").getAsLong();
            PairView view = project.alignments().now().view(pair);
            assertThat(view.pair().status().name()).isEqualTo(was.get("status").getAsString());
            assertThat(links(view)).isEqualTo(was.getAsJsonArray("links").asList().stream().map(MigrationTest::link).toList());
            JsonElement note = was.get("note");
            assertThat(project.edits().noteOf(pair).orElse(null)).isEqualTo(note.isJsonNull() ? null : note.getAsString());
        }
        Map<String, Long> counts = new TreeMap<>();
        for (PairStatus status : PairStatus.values()) {
            long count = project.corpora().count(PairFilter.all().withStatuses(java.util.Set.of(status)));
            if (count > 0) {
                counts.put(status.name(), count);
            }
        }
        Map<String, Long> were = new TreeMap<>();
        expected.getAsJsonObject("pairsByStatus").entrySet().forEach(one -> were.put(one.getKey(), one.getValue().getAsLong()));
        assertThat(counts).isEqualTo(were);
    }

    @Test
    void givesTheSameMappingSavedLiveAndMadeAnew() throws Exception {
        Artefact saved = project.artefacts().require(Slot.mapping(project.info()));
        TokenMapping before = TokenMapping.load(saved.file("mapping.bin"));
        for (JsonElement row : expected.getAsJsonObject("mapping").getAsJsonArray("rows")) {
            assertRow(before, row.getAsJsonArray());
        }
        // What is held out is no evidence any more, so the live mapping is what a mapping made anew was.
        try (Lease<LiveEffect> live = project.alignments().live(Progress.none()).orElseThrow()) {
            TokenMapping mapping = live.get().mapping();
            for (JsonElement row : expected.getAsJsonArray("mappedAnew")) {
                assertRow(mapping, row.getAsJsonArray());
            }
        }
        Artefact anew = project.work()
                .job(Operations.MAP, project.work().usual(Operations.MAP), Use.ALWAYS, Environment.plain())
                .run(Progress.none());
        TokenMapping mapping = TokenMapping.load(anew.file("mapping.bin"));
        for (JsonElement row : expected.getAsJsonArray("mappedAnew")) {
            assertRow(mapping, row.getAsJsonArray());
        }
    }

    @Test
    void translatesTheSame() throws Exception {
        Artefact hydra = project.artefacts().hydra().orElseThrow();
        RuntimeOptions options = new RuntimeOptions(DeviceChoice.CPU, 1, Precision.AUTO);
        try (TensorRuntime runtime = TensorRuntime.open(options);
                HydraModel model = HydraModel.open(runtime, hydra.folder(), Progress.none())) {
            for (JsonObject was : objects("translations")) {
                String now = model.translate(
                                LanguageTag.parse("en"),
                                LanguageTag.parse("kab"),
                                was.get("source").getAsString(),
                                model.manifest().templates().getFirst(),
                                GenerationOptions.greedy(32),
                                TranslationListener.none(),
                                Progress.none())
                        .text()
                        .replaceAll("\\s+", " ");
                assertThat(now).isEqualTo(was.get("text").getAsString());
            }
        }
    }

    @Test
    void undoesAndRedoesWhatWasDoneThen() throws Exception {
        assertThat(project.history().undoName()).hasValue(expected.get("undoName").getAsString());
        assertThat(project.history().redoName()).hasValue(expected.get("redoName").getAsString());
        JsonObject history = expected.getAsJsonObject("history");
        List<String> redone = new ArrayList<>();
        for (var name = project.history().redo(); name.isPresent(); name = project.history().redo()) {
            redone.add(name.get());
        }
        assertThat(redone).isEqualTo(history.getAsJsonArray("redoNames").asList().stream().map(JsonElement::getAsString).toList());
        JsonObject state = history.getAsJsonObject("stateAfterRedoingAll");
        assertThat(project.artefacts().require(Slot.mapping(project.info())).id())
                .isEqualTo(state.getAsJsonObject("current").get("MAPPING").getAsLong());
        int undone = 0;
        for (var name = project.history().undo(); name.isPresent(); name = project.history().undo()) {
            undone++;
        }
        assertThat(undone).isGreaterThan(redone.size());
        assertThat(project.edits().editedPairs()).isEmpty();
        assertThat(project.artefacts().inUse().artefacts()).isEmpty();
        assertThat(project.check()).isEmpty();
    }

    @Test
    void goesOnWithTheTrainingThatWasCancelledThen() throws Exception {
        assertThat(project.work().unfinished()).hasSize(expected.get("unfinishedTraining").getAsInt());
        List<Long> steps = new ArrayList<>();
        Artefact tuned = project.work()
                .resume(
                        project.work().unfinished().getFirst(),
                        Environment.plain().withTraining(step -> steps.add(step.step())))
                .run(Progress.none());
        JsonArray were = expected.getAsJsonObject("resumedTraining").getAsJsonArray("stepsAndLosses");
        assertThat(steps).hasSize(were.size()).first().isEqualTo(were.get(0).getAsJsonArray().get(0).getAsLong());
        assertThat(tuned.kind()).isEqualTo(ArtefactKind.TUNED_HYDRA);
        assertThat(project.work().unfinished()).isEmpty();
    }

    /** Cut by words with the diagonal model, tokenizers of other kinds, an interrupted job. */
    @Test
    void opensTheOneAlignedByWords() throws Exception {
        unpack("v1-words.zip");
        try (Project words = Project.open(folder.resolve("v1-words.hydra"))) {
            JsonObject was = JsonParser.parseString(resource("v1-words.expected.json")).getAsJsonObject();
            assertThat(words.check()).isEmpty();
            assertThat(words.work().staleness(words.artefacts().require(Slot.alignment(words.info())))).isEmpty();
            assertThat(words.corpora().fingerprint(CorpusRole.TRAINING)).isEqualTo(was.get("fingerprint").getAsString());
            for (JsonElement pair : was.getAsJsonArray("editedPairs")) {
                JsonObject one = pair.getAsJsonObject();
                assertThat(links(words.alignments().now().view(one.get("id").getAsLong())))
                        .isEqualTo(one.getAsJsonArray("links").asList().stream().map(MigrationTest::link).toList());
            }
            TokenMapping mapping = TokenMapping.load(
                    words.artefacts().require(Slot.mapping(words.info())).file("mapping.bin"));
            for (JsonElement row : was.getAsJsonObject("mapping").getAsJsonArray("rows")) {
                assertRow(mapping, row.getAsJsonArray());
            }
        }
    }

    /** Version 1 took a text in again, which this one does not; that it was taken out can be undone all the same. */
    @Test
    void ofATextThatWasThereTwiceEitherIsRemovedAndComesBack() throws Exception {
        unpack("v1-words.zip");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("v1-words.hydra"));
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO corpus (name, source_language, target_language, purpose, origin, licence, imported, person,"
                    + " hash, complete, search_index) SELECT 'again', source_language, target_language, purpose, origin, licence,"
                    + " '2026-07-01T00:00:00Z', person, hash, 1, search_index FROM corpus ORDER BY id LIMIT 1");
        }
        try (Project words = Project.open(folder.resolve("v1-words.hydra"))) {
            List<CorpusInfo> before = words.corpora().list();
            CorpusInfo again = before.getLast();
            assertThat(again.hash()).isEqualTo(before.getFirst().hash());
            for (CorpusInfo corpus : List.of(before.getFirst(), again)) {
                words.corpora().remove(corpus.id());
                words.history().undo();
                assertThat(words.corpora().list()).isEqualTo(before);
            }
        }
    }

    private List<JsonObject> objects(String name) {
        return expected.getAsJsonArray(name).asList().stream().map(JsonElement::getAsJsonObject).toList();
    }

    private static List<Long> ids(JsonArray inputs) {
        return inputs.asList().stream()
                .map(input -> input.getAsJsonObject().get("artefact"))
                .filter(id -> id != null && !id.isJsonNull())
                .map(JsonElement::getAsLong)
                .toList();
    }

    private static List<String> links(PairView view) {
        return view.links().stream().map(MigrationTest::link).toList();
    }

    private static String link(EffectiveLink link) {
        return text(link.source(), link.target(), link.state().name(), link.confidence(), link.origin().name());
    }

    private static String link(JsonElement json) {
        JsonArray link = json.getAsJsonArray();
        return text(
                link.get(0).getAsInt(),
                link.get(1).getAsInt(),
                link.get(2).getAsString(),
                link.get(3).getAsFloat(),
                link.get(4).getAsString());
    }

    private static String text(int source, int target, String state, float confidence, String origin) {
        return "%d-%d %s %.4f %s".formatted(source, target, state, confidence, origin).toLowerCase(Locale.ROOT);
    }

    /** {@code expected}: target, origin, evidence, then sources and weights in turn. */
    private static void assertRow(TokenMapping mapping, JsonArray expected) {
        MappingRow row = mapping.row(expected.get(0).getAsInt());
        assertThat(row.origin().name()).isEqualTo(expected.get(1).getAsString());
        assertThat(row.evidence()).isEqualTo(expected.get(2).getAsDouble(), within(1e-6));
        JsonArray mixture = expected.get(3).getAsJsonArray();
        Map<Integer, Double> weights = new TreeMap<>();
        for (int k = 0; k < row.size(); k++) {
            weights.put(row.sources()[k], row.weights()[k]);
        }
        assertThat(weights).hasSize(mixture.size() / 2);
        for (int k = 0; k < mixture.size(); k += 2) {
            assertThat(weights.get(mixture.get(k).getAsInt())).isEqualTo(mixture.get(k + 1).getAsDouble(), within(1e-9));
        }
    }

    private static String resource(String name) throws Exception {
        try (InputStream in = MigrationTest.class.getResourceAsStream("v1/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void unpack(String name) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(MigrationTest.class.getResourceAsStream("v1/" + name))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }
}
