package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.settings.TokenizerSettings;
import org.hydraworkbench.project.work.Operation;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code hydra project} and what it refuses; the whole road is walked by {@link ProjectRoadTest}. */
class ProjectCommandTest extends CommandTest {

    private static final String PAIRS = String.join("\n",
            "The house is red.\tAxxam d azeggaɣ.", "The dog sees the house.\tAqjun yettwali axxam.",
            "A dog eats bread.\tAqjun itett aɣrum.", "The cat sees a bird.\tAmcic yettwali afrux.",
            "The bird eats.\tAfrux itett.", "The house is old.\tAxxam d aqdim.", "The cat is old.\tAmcic d aqdim.",
            "A bird sees the dog.\tAfrux yettwali aqjun.") + "\n";

    private String file = "";

    @BeforeEach
    void makeProject() throws Exception {
        file = path("p.hydra");
        write("pairs.tsv", PAIRS);
        assertThat(hydra("project", "new", file, "--from", "en", "--to", "kab", "--name", "Kabyle by hand")).isZero();
        assertThat(out).contains(file);
    }

    private JsonObject status() {
        assertThat(hydra("project", "status", file, "--json")).isZero();
        return JsonParser.parseString(out).getAsJsonObject();
    }

    private String state(String step) {
        return status().getAsJsonArray("steps").asList().stream()
                .map(one -> one.getAsJsonObject())
                .filter(one -> one.get("id").getAsString().equals(step))
                .map(one -> one.get("state").getAsString())
                .findFirst()
                .orElseThrow();
    }

    private void assertOneSentence() {
        assertThat(out).isEmpty();
        assertThat(err.lines().filter(line -> !line.startsWith("Try: "))).hasSize(1).allMatch(line -> line.startsWith("hydra: "));
    }

    @Test
    void aNewProjectWaitsForAModelAndForText() {
        JsonObject status = status();
        assertThat(status.keySet()).containsExactly("project", "steps", "next", "stale");
        JsonObject project = status.getAsJsonObject("project");
        assertThat(project.keySet()).containsExactly("name", "from", "to", "file");
        assertThat(project.get("name").getAsString()).isEqualTo("Kabyle by hand");
        assertThat(project.get("from").getAsString()).isEqualTo("en");
        assertThat(project.get("to").getAsString()).isEqualTo("kab");
        assertThat(project.get("file").getAsString()).isEqualTo(file);
        assertThat(status.getAsJsonArray("steps").asList()).extracting(step -> step.getAsJsonObject().get("id").getAsString())
                .containsExactly("base-model", "corpus", "tokenizer", "align", "map", "transfer", "assemble", "train", "evaluate");
        assertThat(status.get("next").getAsString()).isEqualTo("base-model");
        assertThat(status.get("stale").getAsBoolean()).isFalse();
        JsonObject tokenizer = status.getAsJsonArray("steps").get(2).getAsJsonObject();
        assertThat(tokenizer.keySet()).containsExactly("id", "name", "state", "artefact", "why");
        assertThat(tokenizer.get("state").getAsString()).isEqualTo("waiting");
        assertThat(tokenizer.get("artefact").isJsonNull()).isTrue();
        assertThat(tokenizer.getAsJsonArray("why").get(0).getAsString()).contains("import a corpus");
        assertThat(hydra("project", "status", file)).isZero();
        assertThat(out).startsWith("Kabyle by hand: English (en) to Kabyle (kab)")
                .endsWith("Next: hydra project run " + file + " base-model --set base-model.folder=DIR" + System.lineSeparator());
    }

    @Test
    void sentencesAreHeldOutOfWhatIsTrainedOn() {
        assertThat(hydra("project", "hold-out", file, "--pairs", "2")).isEqualTo(3);
        assertThat(err).contains("trains on no text yet");
        assertThat(hydra("project", "import", file, path("pairs.tsv"))).isZero();
        assertThat(hydra("project", "hold-out", file, "--pairs", "2", "--role", "train")).isEqualTo(2);
        assertThat(hydra("project", "hold-out", file, "--pairs", "2", "--role", "synthetic")).isEqualTo(2);
        assertThat(err).contains("held out for test or for dev");
        assertThat(hydra("project", "hold-out", file, "--pairs", "5")).isEqualTo(3);
        assertThat(err).contains("8 different source sentences; at most 4 of them can be held out for test");
        assertThat(hydra("project", "hold-out", file, "--pairs", "2", "--role", "dev")).isZero();
        assertThat(out.strip()).isEqualTo("Corpus 2, “Held out for development”: 2 pairs for development");
        assertThat(hydra("project", "undo", file)).isZero();
        assertThat(out.strip()).isEqualTo("Undone: Hold out 2 sentences for development");
    }

    @Test
    void theGlossaryIsChangedAndShown() throws Exception {
        assertThat(hydra("project", "glossary", file)).isZero();
        assertThat(out).isEmpty();
        write("terms.tsv", "house\taxxam\nday\tass\n");
        assertThat(hydra("project", "glossary", file, "--import", path("terms.tsv"), "--add", "dog=aqjun", "--add", "House=taddart", "--list"))
                .isZero();
        assertThat(out).isEqualTo("day\tass\ndog\taqjun\nHouse\ttaddart\n");
        assertThat(hydra("project", "glossary", file, "--remove", "dog", "--remove", "cow")).isZero();
        assertThat(out).isEmpty();
        assertThat(err).contains("There is no term “cow”.");
        assertThat(hydra("project", "undo", file)).isZero();
        assertThat(hydra("project", "glossary", file)).isZero();
        assertThat(out).contains("dog\taqjun");
        for (String wrong : List.of("dog", "=aqjun", "dog=", " = ")) {
            assertThat(hydra("project", "glossary", file, "--add", wrong)).as(wrong).isEqualTo(2);
            assertOneSentence();
        }
        write("terms.tsv", "house axxam\n");
        assertThat(hydra("project", "glossary", file, "--import", path("terms.tsv"))).isEqualTo(3);
        assertThat(err).contains("terms.tsv:1");
    }

    @Test
    void aNewProjectHasItsModelOrIsNotThere() {
        String other = path("other.hydra");
        assertThat(hydra("project", "new", other, "--from", "en", "--to", "kab", "--model", path("nowhere"))).isEqualTo(3);
        assertThat(err).contains("nowhere");
        assertThat(folder.resolve("other.hydra")).doesNotExist();
        assertThat(folder.resolve("other.files")).doesNotExist();
        assertThat(hydra("project", "new", other, "--from", "en", "--to", "kab", "--model", TestModels.stories().toString())).isZero();
        file = other;
        assertThat(state("base-model")).isEqualTo("done");
        assertThat(status().getAsJsonObject("project").get("name").getAsString()).isEqualTo("other");
        assertThat(status().get("next").getAsString()).isEqualTo("corpus");
        assertThat(hydra("project", "status", file)).isZero();
        assertThat(out).endsWith("Next: hydra project import " + file + " BITEXT" + System.lineSeparator());
    }

    @Test
    void whatTheFileDoesNotListIsKeptAndTold() throws IOException {
        Path training = Files.createDirectories(folder.resolve("p.files/training-99"));
        Files.writeString(training.resolve("checkpoint"), "days of work");
        assertThat(hydra("project", "status", file)).isZero();
        assertThat(err).contains("training-99", "set-aside");
        assertThat(folder.resolve("p.files/set-aside/training-99/checkpoint")).hasContent("days of work");
        assertThat(hydra("project", "status", file)).isZero();
        assertThat(err).isEmpty();
    }

    @Test
    void newRefusesWhatMakesNoProject() throws IOException {
        byte[] before = Files.readAllBytes(Path.of(file));
        assertThat(hydra("project", "new", file, "--from", "en", "--to", "kab")).isEqualTo(2);
        assertThat(err).contains("p.hydra: there is a file of this name already");
        assertThat(Path.of(file)).hasBinaryContent(before);
        assertThat(hydra("project", "new", path("x.hydra"), "--from", "en", "--to", "en")).isEqualTo(2);
        assertThat(hydra("project", "new", path("x.hydra"), "--from", "en", "--to", "kabyle")).isEqualTo(2);
        assertThat(err).contains("kabyle");
        assertThat(hydra("project", "new", path("x.hydra"), "--from", "en")).isEqualTo(2);
        assertThat(err).contains("--to");
        assertThat(hydra("project", "new", path("x.hydra"), "--from", "en", "--to", "kab", "--name", " ")).isEqualTo(2);
        assertThat(hydra("project", "new", folder.toString(), "--from", "en", "--to", "kab")).isEqualTo(2);
        assertThat(folder.resolve("x.hydra")).doesNotExist();
        assertThat(hydra("project")).isEqualTo(2);
        assertThat(hydra("project", "open", file)).isEqualTo(2);
    }

    static List<List<String>> everyCommand() {
        return List.of(
                List.of("project", "status", "FILE"), List.of("project", "status", "FILE", "--json"),
                List.of("project", "import", "FILE", "pairs.tsv"), List.of("project", "run", "FILE", "--all"),
                List.of("project", "run", "FILE", "align"), List.of("project", "links", "FILE", "--pair", "1", "--confirm"),
                List.of("project", "undo", "FILE"), List.of("project", "redo", "FILE"), List.of("project", "history", "FILE"),
                List.of("translate", "--project", "FILE", "--text", "x", "--device", "cpu"));
    }

    private int hydraOn(String name, List<String> command) {
        return hydra(command.stream().map(word -> word.equals("FILE") ? path(name) : word).toArray(String[]::new));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(place -> String.valueOf(place.getFileName())).sorted().toList();
        }
    }

    private void assertRefusedWithoutATrace(String name, List<String> command, String reason) throws IOException {
        List<String> names = names();
        byte[] before = names.contains(name) ? Files.readAllBytes(folder.resolve(name)) : new byte[0];
        assertThat(hydraOn(name, command)).isEqualTo(3);
        assertOneSentence();
        assertThat(err).contains(name).contains(reason);
        assertThat(names()).isEqualTo(names);
        assertThat(names.contains(name) ? Files.readAllBytes(folder.resolve(name)) : new byte[0]).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void aMissingFileIsBadInput(List<String> command) throws IOException {
        assertRefusedWithoutATrace("missing.hydra", command, "there is no such file");
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void theFileOfAnotherProgramIsBadInput(List<String> command) throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + path("other.hydra"));
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE recipe (name TEXT)");
        }
        assertRefusedWithoutATrace("other.hydra", command, "is not a Hydra Workbench project");
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void aProjectOfANewerVersionIsBadInput(List<String> command) throws Exception {
        try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = newer.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertRefusedWithoutATrace("p.hydra", command, "newer version of the program");
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void aProjectThatIsOpenElsewhereIsHeldByAnother(List<String> command) throws Exception {
        try (Project open = Project.open(Path.of(file))) {
            assertThat(hydraOn("p.hydra", command)).isEqualTo(4);
            assertOneSentence();
            assertThat(err).contains("p.hydra").contains("already open");
            assertThat(open.history().entries(1)).isEmpty();
        }
    }

    @Test
    void aPartIsHeldOutOfWhatIsImported() {
        assertThat(hydra("project", "import", file, path("pairs.tsv"), "--hold-out", "2", "--name", "Tales", "--licence", "CC0")).isZero();
        assertThat(out.lines()).containsExactly(
                "Corpus 1, “Tales”: 4 pairs for training",
                "Corpus 2, “Tales, development”: 2 pairs for development",
                "Corpus 3, “Tales, test”: 2 pairs for test");
        assertThat(hydra("project", "status", file)).isZero();
        assertThat(out).contains("4 pairs for training, 2 pairs for development, 2 pairs for test");
    }

    @Test
    void twoFilesAreReadLineByLineAndSwapped() throws Exception {
        write("kab.txt", "axxam\naqjun\n");
        write("en.txt", "house\ndog\n");
        assertThat(hydra("project", "import", file, path("kab.txt"), path("en.txt"), "--swap", "--role", "dev")).isZero();
        assertThat(out).contains("Corpus 1, “kab.txt”: 2 pairs for development");
        assertThat(hydra("project", "links", file, "--pair", "2", "--json")).isZero();
        JsonObject pair = JsonParser.parseString(out).getAsJsonObject();
        assertThat(pair.getAsJsonObject("source").get("text").getAsString()).isEqualTo("dog");
        assertThat(pair.getAsJsonObject("target").get("text").getAsString()).isEqualTo("aqjun");
    }

    @Test
    void importRefusesWhatItCannotRead() throws IOException {
        write("short.txt", "axxam\n");
        write("long.txt", "house\ndog\n");
        assertThat(hydra("project", "import", file, path("none.tsv"))).isEqualTo(3);
        assertThat(err).contains("none.tsv");
        assertThat(hydra("project", "import", file, path("long.txt"), path("short.txt"))).isEqualTo(3);
        assertThat(hydra("project", "import", file)).isEqualTo(2);
        assertThat(hydra("project", "import", file, path("pairs.tsv"), "--role", "exam")).isEqualTo(2);
        assertThat(err).contains("--role exam: there are the roles " + CorpusRole.CODES.list() + ".");
        assertThat(hydra("project", "import", file, path("pairs.tsv"), "--hold-out", "-1")).isEqualTo(2);
        assertThat(hydra("project", "import", file, path("pairs.tsv"), "--hold-out", "1", "--role", "test")).isEqualTo(2);
        assertThat(hydra("project", "import", file, path("pairs.tsv"), "--hold-out", "3")).isEqualTo(3);
        assertThat(err).contains("at most 2");
        assertThat(hydra("project", "import", file, path("pairs.tsv"), "--name", "")).isEqualTo(2);
        assertThat(state("corpus")).isEqualTo("ready");
        assertThat(hydra("project", "import", file, path("pairs.tsv"))).isZero();
        assertThat(hydra("project", "import", file, path("pairs.tsv"))).isEqualTo(3);
        assertThat(err).contains("in the project already");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "run FILE | --stale",
        "run FILE align --all | Name steps",
        "run FILE --stale --all | one of --stale and --all",
        "run FILE aline | There is no step “aline”",
        "run FILE corpus | hydra project import",
        "run FILE align --set passes=3 | STEP.option=value",
        "run FILE align --set align.passes | STEP.option=value",
        "run FILE align --set aline.passes=3 | There is no step “aline”",
        "run FILE align --set align.speed=3 | --set align.speed: there is no such field; there are model, unit, symmetrization",
        "run FILE align --set align.passes=many | --set align.passes: \"many\" cannot be used; it must be a whole number",
        "run FILE align --set align.threshold=2 | from 0.0 to 1.0",
        "run FILE align --set align.model=ibm4 | hmm-fertility",
        "run FILE assemble --set assemble.speed=3 | --set assemble.speed: there is no such field; there are none.",
        "run FILE align --set map.method=reference | none of the steps that are named",
        "run FILE --all --resume | steps that are named",
        "run FILE train --resume --restart | one of the two",
        "run FILE train --resume --set train.steps=3 | --set is for a new one",
        "run FILE align --threads -1 | --threads",
        "links FILE --pair one | --pair",
        "links FILE | --pair",
        "links FILE --pair 1 --add 0:0 | i-j",
        "links FILE --pair 1 --remove 0-x | i-j",
        "links FILE --pair 1 --add 0-0 --remove 0-0 | both name 0-0",
        "links FILE --pair 1 --add 4-3 | 4-3: the source side has 4 units",
        "links FILE --pair 1 --add 0-3 | 0-3: the target side has 3 units",
        "history FILE --limit 0 | --limit",
    })
    void wrongUseIsToldBeforeAnythingIsDone(String command, String reason) throws Exception {
        write("four.tsv", "The house is red\tAxxam d azeggaɣ\n");
        assertThat(hydra("project", "import", file, path("four.tsv"))).isZero();
        assertThat(hydraOn("p.hydra", Stream.concat(Stream.of("project"), Stream.of(command.split(" "))).toList())).isEqualTo(2);
        assertThat(err).contains(reason).endsWith("--help" + System.lineSeparator());
        assertOneSentence();
        try (Project open = Project.open(Path.of(file))) {
            assertThat(open.jobs().list(10)).extracting(job -> job.kind()).containsExactly("import");
            assertThat(open.history().entries(1)).isEmpty();
        }
    }

    @Test
    void theStepsAndTheRolesThereAreAreNamed() {
        List<String> steps = Operations.all().stream().map(Operation::id).toList();
        assertThat(steps).contains("align", "train");
        assertThat(hydra("project", "run", file, "aline")).isEqualTo(2);
        assertThat(err).contains("There is no step “aline”; there are " + String.join(", ", steps) + ".");
        assertThat(hydra("project", "run", "--help")).isZero();
        assertThat(out.replaceAll("\\s+", "")).as("however it is broken into lines").contains(steps);
        assertThat(hydra("project", "import", "--help")).isZero();
        assertThat(out.replaceAll("\\s+", " ")).contains("for: train, dev, test");
    }

    @Test
    void allStopsWhereAPersonIsNeeded() {
        assertThat(hydra("project", "run", file, "--stale")).isZero();
        assertThat(out).contains("Nothing is out of date.");
        assertThat(hydra("project", "run", file, "--all")).isEqualTo(3);
        assertThat(err).contains("Stopped at “Base model”").contains("--set base-model.folder=DIR");
        String model = "base-model.folder=" + TestModels.stories();
        assertThat(hydra("project", "run", file, "--all", "--set", model, "--set", "train.steps=1")).isEqualTo(3);
        assertThat(out).startsWith("base-model: stories260K (no. ").hasLineCount(1);
        assertThat(err).contains("Stopped at “Corpus”").contains("hydra project import " + file + " BITEXT");
        assertThat(state("base-model")).isEqualTo("done");
    }

    @Test
    void aStepSaysWhatItNeedsFirst() {
        assertThat(hydra("project", "run", file, "assemble")).isEqualTo(3);
        assertThat(err).contains("This needs a base model first. This needs a model with new tables first.");
        assertThat(hydra("project", "run", file, "base-model")).isEqualTo(3);
        assertThat(err).contains("Which model?");
        assertThat(hydra("project", "run", file, "train", "--resume")).isEqualTo(3);
        assertThat(err).contains("none to go on with");
        assertThat(state("assemble")).isEqualTo("waiting");
    }

    @Test
    void namedStepsAreDoneInTheirOrderAndTheirSettingsStay() throws Exception {
        write("more.txt", "Azul fell-awen.\n");
        write("text.txt", "Ar tufat.\n");
        assertThat(hydra("project", "import", file, path("pairs.tsv"))).isZero();
        assertThat(hydra(
                        "project", "run", file, "tokenizer", "base-model", "align",
                        "--set", "base-model.folder=" + TestModels.stories(),
                        "--set", "tokenizer.vocab-size=310", "--set", "tokenizer.min-frequency=1",
                        "--set", "tokenizer.texts=" + path("more.txt") + "," + path("text.txt"),
                        "--set", "align.model=hmm-fertility", "--set", "align.model=ibm1"))
                .isZero();
        assertThat(out.lines()).extracting(line -> line.split(":")[0]).containsExactly("tokenizer", "base-model", "align");
        assertThat(hydra("project", "run", file, "tokenizer", "--set", "tokenizer.nfc=false")).isZero();
        try (Project open = Project.open(Path.of(file))) {
            TokenizerSettings used = open.work().usual(Operations.TOKENIZER);
            assertThat(used.texts()).containsExactly(Path.of(path("more.txt")), Path.of(path("text.txt")));
            assertThat(used.options().vocabularySize()).isEqualTo(310);
            assertThat(used.options().nfc()).isFalse();
            assertThat(open.work().usual(Operations.ALIGN).options().model().optionName()).isEqualTo("ibm1");
        }
        assertThat(state("align")).isEqualTo("stale");
        assertThat(hydra("project", "run", file, "--stale", "--set", "map.min-count=2")).isZero();
        assertThat(out).startsWith("align: ");
        assertThat(err).contains("--set for “map” was not used");
        assertThat(state("align")).isEqualTo("done");
    }

    @Test
    void aPairWithoutAnAlignmentIsShownByWords() {
        assertThat(hydra("project", "import", file, path("pairs.tsv"))).isZero();
        assertThat(hydra("project", "links", file, "--pair", "5", "--add", "1-0", "--add", "1-0")).isZero();
        assertThat(out.lines()).containsExactly(
                "Pair 5, edited",
                "source   0 The  1 bird  2 eats  3 .",
                "target   0 Afrux  1 itett  2 .",
                "    1-0  bird – Afrux, sure, edited, confidence 0.00");
        assertThat(hydra("project", "links", file, "--pair", "5", "--add", "1-0")).isZero();
        assertThat(err).contains("nothing was changed");
        assertThat(hydra("project", "links", file, "--pair", "77")).isEqualTo(3);
        assertThat(err).contains(file + ": There is no pair 77");
    }

    @Test
    void whatWasDoneIsUndoneAndDoneAgain() {
        assertThat(hydra("project", "undo", file)).isZero();
        assertThat(out).contains("There is nothing to undo.");
        assertThat(hydra("project", "history", file)).isZero();
        assertThat(out).contains("Nothing was done yet.");
        assertThat(hydra("project", "import", file, path("pairs.tsv"))).isZero();
        assertThat(hydra("project", "links", file, "--pair", "1", "--add", "1-0", "--confirm")).isZero();
        assertThat(hydra("project", "undo", file)).isZero();
        assertThat(out).isEqualTo("Undone: Confirm a sentence" + System.lineSeparator());
        assertThat(hydra("project", "history", file, "--json")).isZero();
        JsonObject history = JsonParser.parseString(out).getAsJsonObject();
        assertThat(history.keySet()).containsExactly("actions");
        JsonObject newest = history.getAsJsonArray("actions").get(0).getAsJsonObject();
        assertThat(newest.keySet()).containsExactly("name", "author", "time", "undone");
        assertThat(newest.get("name").getAsString()).isEqualTo("Confirm a sentence");
        assertThat(newest.get("undone").getAsBoolean()).isTrue();
        assertThat(hydra("project", "history", file, "--limit", "1")).isZero();
        assertThat(out).hasLineCount(1).contains("Confirm a sentence (undone)");
        assertThat(hydra("project", "redo", file)).isZero();
        assertThat(out).isEqualTo("Done again: Confirm a sentence" + System.lineSeparator());
        assertThat(hydra("project", "redo", file)).isZero();
        assertThat(out).contains("There is nothing to redo.");
    }

    @Test
    void translateNeedsAHydraAndADirection() throws IOException {
        assertThat(hydra("translate", "--project", file, "--text", "x")).isEqualTo(3);
        assertThat(err).contains("no Hydra yet").contains("hydra project run " + file + " --all");
        assertThat(hydra("translate", "--project", file, "--model", path("m"), "--text", "x")).isEqualTo(2);
        assertThat(hydra("translate", "--model", path("m"), "--without-edits", "--text", "x")).isEqualTo(2);
        assertThat(hydra("translate", "--text", "x", "--from", "en", "--to", "kab")).isEqualTo(2);
        assertThat(hydra("translate", "--model", path("m"), "--to", "kab", "--text", "x")).isEqualTo(2);
        assertThat(err).contains("--from");
        assertThat(hydra("translate", "--project", file, "--from", "kabyle", "--text", "x")).isEqualTo(2);
        byte[] before = Files.readAllBytes(Path.of(file));
        write("in.txt", "x\n");
        assertThat(hydra("translate", "--project", file, "--in", path("in.txt"), "--out", file)).isEqualTo(2);
        assertThat(Path.of(file)).hasBinaryContent(before);
    }
}
