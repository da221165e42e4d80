package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.testing.SharedData;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole road on the command line, as it is walked on a server: 200 real pairs, a model of 260,000 parameters. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProjectRoadTest {

    private static final Gson STRICT = new GsonBuilder().setStrictness(Strictness.STRICT).create();
    private static final int PAIRS = 200;
    private static final String TEXT = "Open the file";

    @TempDir
    static Path folder;

    private static String file = "";
    private static String out = "";
    private static String err = "";

    private static int hydra(String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int code = Main.commandLine(new PrintWriter(outText, true), new PrintWriter(errText, true)).execute(arguments);
        out = outText.toString();
        err = errText.toString();
        return code;
    }

    private static String project(String command, String... more) {
        String[] words = Stream.concat(Stream.of("project", command, file), Arrays.stream(more)).toArray(String[]::new);
        assertThat(hydra(words)).as(err).isZero();
        return out;
    }

    private static String translate(String... more) {
        String[] fixed = {"translate", "--text", TEXT, "--max-tokens", "12", "--threads", "1", "--device", "cpu"};
        String[] words = Stream.concat(Arrays.stream(fixed), Arrays.stream(more)).toArray(String[]::new);
        assertThat(hydra(words)).as(err).isZero();
        return out;
    }

    /** What the project's Hydra says without what its sentences teach. */
    private static String alone(String... more) {
        return translate(Stream.concat(Stream.of("--project", file, "--no-phrases"), Arrays.stream(more)).toArray(String[]::new));
    }

    private static JsonObject json(String text) {
        return STRICT.fromJson(text, JsonObject.class);
    }

    private static List<String> steps(String key) {
        return json(project("status", "--json")).getAsJsonArray("steps").asList().stream()
                .map(step -> step.getAsJsonObject().get(key).getAsString())
                .toList();
    }

    private static JsonObject step(String id) {
        return json(project("status", "--json")).getAsJsonArray("steps").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(step -> step.get("id").getAsString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The first link of the first pair, whose number is 1, between units that stand for characters of the text. */
    private static JsonObject firstLink() {
        JsonObject pair = json(project("links", "--pair", "1", "--json"));
        return pair.getAsJsonArray("links").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(link -> hasText(pair, link, "source") && hasText(pair, link, "target"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasText(JsonObject pair, JsonObject link, String side) {
        JsonObject unit = pair.getAsJsonObject(side).getAsJsonArray("units").get(link.get(side).getAsInt()).getAsJsonObject();
        return unit.get("start").getAsInt() < unit.get("end").getAsInt();
    }

    private static String written(JsonObject link) {
        return link.get("source").getAsInt() + "-" + link.get("target").getAsInt();
    }

    @BeforeAll
    static void walkTheRoad() throws Exception {
        List<String> lines = TextLines.readAll(SharedData.require("bitext/eng-fry.mozilla.tsv.gz")).stream()
                .filter(line -> line.indexOf('\t') > 15)
                .limit(PAIRS)
                .toList();
        Path bitext = Files.writeString(folder.resolve("eng-fry.tsv"), String.join("\n", lines) + "\n");
        file = folder.resolve("fy.hydra").toString();
        project("new", "--from", "en", "--to", "fy", "--model", TestModels.stories().toString());
        project("import", bitext.toString(), "--hold-out", "20");
        project(
                "run", "--all", "--threads", "1", "--device", "cpu",
                "--set", "tokenizer.vocab-size=400", "--set", "train.steps=5", "--set", "train.batch=4",
                "--set", "evaluate.pairs=3", "--set", "evaluate.max-tokens=8");
    }

    @Test
    @Order(1)
    void everyStepIsDoneWithTheSettingsThatWereGiven() {
        assertThat(out.lines().filter(line -> !line.startsWith(" ")))
                .extracting(line -> line.split(":")[0])
                .containsExactly("tokenizer", "align", "map", "transfer", "assemble", "train", "evaluate");
        assertThat(out).contains("  hydra: chrF ", "  everything: chrF ", " to the best floor, p = ");
        assertThat(err).contains("hydra: step 5 of 5, loss ");
        assertThat(steps("id"))
                .containsExactly("base-model", "corpus", "tokenizer", "align", "map", "transfer", "assemble", "train", "evaluate");
        assertThat(steps("state")).containsOnly("done");
        assertThat(step("tokenizer").getAsJsonObject("artefact").get("name").getAsString()).isEqualTo("Tokenizer, 400 tokens");
        assertThat(step("train").getAsJsonObject("artefact").keySet()).containsExactly("id", "name", "created");
        assertThat(step("train").getAsJsonObject("artefact").get("name").getAsString()).endsWith("5 steps");
        JsonObject status = json(project("status", "--json"));
        assertThat(status.get("next").isJsonNull()).isTrue();
        assertThat(status.get("stale").getAsBoolean()).isFalse();
        assertThat(project("status")).endsWith("Next: hydra translate --project " + file + " --text TEXT" + System.lineSeparator());
        assertThat(project("run", "--all")).contains("Every step is done and up to date.");
    }

    @Test
    @Order(2)
    void theHydraInUseTranslatesInBothDirections() throws Exception {
        String model;
        try (Project open = Project.open(Path.of(file))) {
            model = open.artefacts().hydra().orElseThrow().folder().toString();
        }
        assertThat(alone()).isEqualTo(translate("--model", model, "--from", "en", "--to", "fy"));
        String back = translate("--model", model, "--from", "fy", "--to", "en");
        assertThat(alone("--from", "fy")).isEqualTo(back);
        assertThat(alone("--to", "en")).isEqualTo(back);
        assertThat(alone("--from", "fy", "--to", "en")).isEqualTo(back);
    }

    @Test
    @Order(2)
    void whatTheProjectsSentencesTeachIsChosenFromToo() {
        JsonObject there = json(translate("--project", file, "--json"));
        assertThat(there.get("origins").getAsJsonArray()).isNotEmpty();
        assertThat(there.get("confirmed").getAsBoolean()).isFalse();
        assertThat(json(translate("--project", file, "--from", "fy", "--json")).get("origins").getAsJsonArray()).isNotEmpty();
        assertThat(hydra("translate", "--project", file, "--from", "fy", "--to", "kab", "--text", "x")).isEqualTo(2);
        assertThat(hydra("translate", "--project", file, "--no-phrases", "--without-edits", "--text", "x")).isEqualTo(2);
        assertThat(err).contains("--no-phrases is for");
    }

    @Test
    @Order(3)
    void anEditIsShownAtOnceAndMakesWhatFollowsStale() {
        JsonObject link = firstLink();
        assertThat(link.keySet()).containsExactly("source", "target", "state", "confidence", "origin");
        assertThat(link.get("origin").getAsString()).isEqualTo("machine");
        assertThat(link.get("confidence").getAsDouble()).isBetween(0.4, 1.0);
        String before = alone();
        assertThat(project("links", "--pair", "1", "--remove", written(link), "--confirm"))
                .startsWith("Pair 1, confirmed")
                .contains(", rejected, edited, ");
        assertThat(firstLink().get("state").getAsString()).isEqualTo("rejected");
        assertThat(steps("state")).containsExactly("done", "done", "done", "done", "stale", "stale", "stale", "stale", "stale");
        assertThat(step("map").getAsJsonArray("why").get(0).getAsString()).contains("Links were edited since");
        JsonObject status = json(project("status", "--json"));
        assertThat(status.get("stale").getAsBoolean()).isTrue();
        assertThat(status.get("next").getAsString()).isEqualTo("map");
        assertThat(project("status")).endsWith("Next: hydra project run " + file + " --stale" + System.lineSeparator());
        assertThat(translate("--project", file, "--without-edits")).isEqualTo(before);
        assertThat(err).doesNotContain("edits");
        translate("--project", file);
        assertThat(err).containsPattern("With the edits since the Hydra was made, which change [0-9]+ of its tokens");
    }

    @Test
    @Order(4)
    void whatIsUndoneIsNoLongerStale() {
        assertThat(project("undo")).contains("Undone: Confirm a sentence");
        assertThat(project("undo")).contains("Undone: No link ");
        assertThat(steps("state")).containsOnly("done");
        translate("--project", file);
        assertThat(err).doesNotContain("edits");
        assertThat(project("redo")).contains("Done again: No link ");
        assertThat(steps("state")).contains("stale");
    }

    @Test
    @Order(5)
    void whatIsStaleIsMadeAgainAsItWasMade() {
        assertThat(project("run", "--stale", "--threads", "1", "--set", "evaluate.pairs=2").lines().filter(line -> !line.startsWith(" ")))
                .extracting(line -> line.split(":")[0])
                .containsExactly("map", "transfer", "assemble", "train", "evaluate");
        assertThat(step("train").getAsJsonObject("artefact").get("name").getAsString()).endsWith("5 steps");
        assertThat(step("evaluate").getAsJsonObject("artefact").get("name").getAsString()).isEqualTo("Translations of 2 pairs");
        assertThat(steps("state")).containsOnly("done");
        assertThat(project("run", "--stale")).contains("Nothing is out of date.");
    }

    /** Tokens of another tokenizer with as many of them are not the Hydra's. */
    @Test
    @Order(6)
    void aNewTokenizerDoesNotTouchTheRowsOfAnOlderHydra() {
        project("run", "tokenizer", "align", "map", "--set", "tokenizer.type=byte-level");
        assertThat(step("tokenizer").getAsJsonObject("artefact").get("name").getAsString()).isEqualTo("Tokenizer, 400 tokens");
        assertThat(step("transfer").get("state").getAsString()).isEqualTo("stale");
        String made = translate("--project", file, "--without-edits");
        assertThat(alone()).isEqualTo(made);
        assertThat(err).doesNotContain("edits");
    }
}
