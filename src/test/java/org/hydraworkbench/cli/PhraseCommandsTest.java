package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Arrays;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.phrase.PhraseWeights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Translating by the phrases of a bitext, and learning what by. */
class PhraseCommandsTest extends CommandTest {

    private static final String[] NOUNS = {"house axxam", "book adlis", "day ass", "man argaz", "tree aseklu", "river asif", "road abrid"};

    @BeforeEach
    void writeBitexts() throws Exception {
        StringBuilder memory = new StringBuilder();
        StringBuilder dev = new StringBuilder();
        for (int k = 0; k < NOUNS.length; k++) {
            for (int n = 0; n < NOUNS.length; n++) {
                String[] one = NOUNS[k].split(" ");
                String[] other = NOUNS[n].split(" ");
                (k == n ? dev : memory).append("See " + one[0] + " and " + other[0] + ".\tWali " + one[1] + " d " + other[1] + ".\n");
            }
        }
        Files.writeString(folder.resolve("memory.tsv"), memory.toString().repeat(3));
        Files.writeString(folder.resolve("dev.tsv"), dev);
        Files.writeString(folder.resolve("lines"), "See tree and tree.\n\nRiver, and “road”?\n");
    }

    private int dev() throws Exception {
        return Files.readAllLines(folder.resolve("dev.tsv")).size();
    }

    private int translate(String... more) {
        return hydra(with(new String[] {"translate", "--memory", path("memory.tsv"), "--from", "en", "--to", "kab", "--threads", "1"}, more));
    }

    @Test
    void aTextIsTranslatedWithoutAnyModel() {
        assertThat(translate("--text", "See tree and tree.")).isZero();
        assertThat(out).isEqualToIgnoringNewLines("Wali aseklu d aseklu.");
    }

    /** The aligner would never cross these words, so the links are obeyed. */
    @Test
    void linksThatAreGivenAreObeyed() throws Exception {
        Files.writeString(folder.resolve("two.tsv"), "red dog\tazeggaɣ aqjun\nred dog\tazeggaɣ aqjun\ndog\taqjun\n");
        Files.writeString(folder.resolve("crossed"), "0-1 1-0\n0-1 1-0\n0-0\n");
        assertThat(hydra("translate", "--memory", path("two.tsv"), "--from", "en", "--to", "kab", "--threads", "1", "--text", "red")).isZero();
        assertThat(out.strip()).isEqualTo("azeggaɣ");
        assertThat(hydra("translate", "--memory", path("two.tsv"), "--links", path("crossed"), "--from", "en", "--to", "kab",
                        "--threads", "1", "--no-judge", "--text", "red"))
                .as(err)
                .isZero();
        assertThat(out.strip()).isEqualTo("aqjun");
        Files.writeString(folder.resolve("one"), "red\n");
        assertThat(hydra("baseline", "gloss", "--memory", path("two.tsv"), "--links", path("crossed"), "--in", path("one"), "--out", path("made")))
                .isZero();
        assertThat(Files.readString(folder.resolve("made")).strip()).isEqualTo("aqjun");
    }

    @Test
    void aSavedModelLinksAMemoryAtOnce() throws Exception {
        assertThat(hydra("align", "--bitext", path("memory.tsv"), "--unit", "word", "--save-model", path("model"), "--out", path("links"),
                        "--threads", "1"))
                .as(err)
                .isZero();
        assertThat(translate("--align-model", path("model"), "--unit", "word", "--text", "See tree and tree.")).as(err).isZero();
        assertThat(out.strip()).isEqualTo("Wali aseklu d aseklu.");
        assertThat(translate("--links", path("links"), "--unit", "word", "--text", "See tree and tree.")).as(err).isZero();
        assertThat(out.strip()).isEqualTo("Wali aseklu d aseklu.");
        Files.writeString(folder.resolve("sure.tsv"), "See tree and tree.\tWali ttejra d ttejra.\n");
        assertThat(translate("--links", path("links"), "--unit", "word", "--confirmed", path("sure.tsv"), "--text", "See tree and tree.")).isZero();
        assertThat(out.strip()).isEqualTo("Wali ttejra d ttejra.");
        assertThat(translate("--align-model", path("model"), "--text", "See tree.")).isEqualTo(2);
        assertThat(err).contains("choose the unit 'word'");
    }

    /** Not the name of a file whose lines are more arguments. */
    @Test
    void aTextThatBeginsWithAnAtIsAText() {
        assertThat(translate("--text", "@" + path("lines"))).as(err).isZero();
        assertThat(out).contains("@");
    }

    @Test
    void whichPhraseBecameWhichIsTold() {
        assertThat(translate("--text", "See tree and Xyz.", "--json")).isZero();
        assertThat(out).contains("\"text\": \"Wali aseklu d Xyz.\"", "\"source\": \"Xyz\"", "\"target\": \"Xyz\"");
    }

    @Test
    void aFileIsTranslatedLineByLine() throws Exception {
        assertThat(translate("--in", path("lines"), "--out", path("made"))).isZero();
        assertThat(Files.readAllLines(folder.resolve("made"))).hasSize(3).startsWith("Wali aseklu d aseklu.", "");
    }

    @Test
    void weightsAreLearntAndUsed() throws Exception {
        assertThat(hydra("tune-decoding", "--memory", path("memory.tsv"), "--dev", path("dev.tsv"), "--beam", "4", "--threads", "2",
                        "--out", path("decoding.json")))
                .isZero();
        assertThat(Files.readString(folder.resolve("decoding.json"))).contains("\"version\": 1", "\"target-given-source\": ", "\"like-neighbours\": ");
        double[] learnt = Decoding.read(folder.resolve("decoding.json")).phrases().values();
        assertThat(size(learnt)).as("a person's pairs count as much as before beside them")
                .isCloseTo(size(Decoding.usual().phrases().values()), within(1e-9));
        assertThat(translate("--decoding", path("decoding.json"), "--text", "See tree and tree.")).isZero();
        assertThat(out).isEqualToIgnoringNewLines("Wali aseklu d aseklu.");
    }

    @Test
    void theWeightsOfPhrasesCanBeLeftAsTheyAre() throws Exception {
        assertThat(hydra("tune-decoding", "--memory", path("memory.tsv"), "--dev", path("dev.tsv"), "--beam", "4", "--threads", "2",
                        "--judge-only", "--out", path("decoding.json")))
                .isZero();
        Decoding learnt = Decoding.read(folder.resolve("decoding.json"));
        assertThat(learnt.phrases()).isEqualTo(Decoding.usual().phrases());
        assertThat(learnt.judges().alone()).isNotEqualTo(Decoding.usual().judges().alone());
    }

    @Test
    void theBestByPhrasesIsTakenWithoutAChoice() {
        assertThat(translate("--no-judge", "--text", "See tree and Xyz.", "--json")).isZero();
        assertThat(out).contains("\"text\": \"Wali aseklu d Xyz.\"", "\"score\": ").doesNotContain("confidence");
    }

    @Test
    void whatAPersonConfirmedIsObeyed() throws Exception {
        Files.writeString(folder.resolve("sure.tsv"), "See tree and tree.\tWali ttejra d ttejra.\n");
        assertThat(translate("--confirmed", path("sure.tsv"), "--text", "See tree and tree.", "--json")).isZero();
        assertThat(out).contains("\"text\": \"Wali ttejra d ttejra.\"", "\"confirmed\": true");
    }

    @Test
    void aTermOfAGlossaryIsObeyedByTheChoiceAndByPhrasesAlone() throws Exception {
        Files.writeString(folder.resolve("terms.tsv"), "tree\taṣekkur\n\nriver and road\tabrid n wasif\n");
        assertThat(translate("--glossary", path("terms.tsv"), "--text", "See tree and book.")).isZero();
        assertThat(out.strip()).isEqualTo("Wali aṣekkur d adlis.");
        assertThat(translate("--glossary", path("terms.tsv"), "--no-judge", "--text", "See river and road.")).isZero();
        assertThat(out.strip()).isEqualTo("Wali abrid n wasif.");
        Files.writeString(folder.resolve("terms.tsv"), "tree aṣekkur\n");
        assertThat(translate("--glossary", path("terms.tsv"), "--text", "See tree and book.")).isEqualTo(3);
        assertThat(err).contains("terms.tsv:1", "0 tabs");
    }

    @Test
    void howSureItIsIsWrittenBesideEveryLine() throws Exception {
        assertThat(translate("--in", path("lines"), "--out", path("made"), "--scores", path("scores.tsv"))).isZero();
        assertThat(Files.readAllLines(folder.resolve("scores.tsv")))
                .hasSize(3)
                .first()
                .isEqualTo("line\tconfidence\tlog_probability");
        assertThat(Files.readAllLines(folder.resolve("scores.tsv")).get(2)).matches("3\t\\d+\\.\\d\\d\t-\\d\\.\\d{4}");
    }

    @Test
    void aMemoryMayBeATableInAnotherEncodingWithAHead() throws Exception {
        StringBuilder table = new StringBuilder("id;target;source\n");
        int number = 0;
        for (String line : Files.readAllLines(folder.resolve("memory.tsv"))) {
            String[] sides = line.replace("abrid", "àbrid").split("\t");
            table.append(number++).append(';').append(sides[1]).append(';').append(sides[0]).append('\n');
        }
        Files.write(folder.resolve("table.csv"), table.toString().getBytes(Charset.forName("windows-1252")));
        assertThat(hydra("translate", "--memory", path("table.csv"), "--encoding", "windows-1252", "--columns", "3,2", "--skip-head",
                        "--from", "en", "--to", "kab", "--threads", "1", "--text", "See road and road."))
                .isZero();
        assertThat(out).isEqualToIgnoringNewLines("Wali àbrid d àbrid.");
    }

    private static double size(double[] weights) {
        return Arrays.stream(weights, 0, PhraseWeights.Feature.CONFIRMED.ordinal()).map(Math::abs).sum();
    }

    @ParameterizedTest
    @CsvSource({
        "copy, See tree and tree.|River and “road”?",
        "nearest, Wali abrid d aseklu.|Wali asif d abrid.",
        "gloss, Wali aseklu d aseklu.|Asif d “abrid”?"
    })
    void baselinesAreWrittenLineByLine(String kind, String expected) throws Exception {
        Files.writeString(folder.resolve("some"), "See tree and tree.\nRiver and “road”?\n\n");
        String[] command = {"baseline", kind, "--in", path("some"), "--out", path("made")};
        assertThat(hydra(kind.equals("copy") ? command : with(command, "--memory", path("memory.tsv")))).isZero();
        assertThat(String.join("|", Files.readAllLines(folder.resolve("made")))).isEqualTo(expected + "|");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2 | translate --from en --to kab --text x | Give a Hydra",
        "3 | translate --memory memory.tsv --model nix --from en --to kab --text x | nix",
        "2 | translate --memory memory.tsv --from en --to kab --no-neighbours --text x | --no-neighbours is for a Hydra",
        "2 | translate --model nix --from en --to kab --no-neighbours --text x | --no-neighbours is for a Hydra",
        "2 | translate --memory memory.tsv --from en --to kab --no-judge --in dev.tsv --out made --scores s.tsv | --no-judge gives no scores",
        "2 | translate --model nix --from en --to kab --no-judge --text x | --no-judge needs --memory",
        "2 | translate --model nix --from en --to kab --in lines --out made --scores made.tsv | --scores needs --memory",
        "2 | translate --model nix --from en --to kab --decoding wrong.json --text x | --decoding needs --memory",
        "2 | translate --model nix --from en --to kab --confirmed dev.tsv --text x | go with --memory",
        "2 | translate --memory memory.tsv --from en --to kab --in lines --out made --scores lines | lines",
        "2 | tune-decoding --memory memory.tsv --dev dev.tsv --model nix --out made | --from",
        "2 | translate --model nix --from en --to kab --links lines --text x | go with --memory",
        "2 | translate --memory memory.tsv --links lines --align-model lines --from en --to kab --text x | leave one of the two out",
        "2 | translate --memory memory.tsv --link-format talp --from en --to kab --text x | --links, which is missing",
        "2 | translate --memory memory.tsv --unit word --from en --to kab --text x | both are missing",
        "2 | translate --memory memory.tsv --links dev.links --unit token --from en --to kab --text x | needs --source-tokenizer",
        "2 | baseline nearest --memory memory.tsv --links dev.links --in lines --out made | Only sentences are looked for",
        "3 | translate --memory dev.tsv --links short.links --from en --to kab --text x | short.links: has only 1 lines, there are more pairs",
        "3 | translate --memory dev.tsv --links far.links --from en --to kab --text x | far.links:2",
        "3 | tune-decoding --memory dev.tsv --links long.links --dev dev.tsv --out made | long.links:",
        "3 | baseline gloss --memory memory.tsv --align-model lines --in lines --out made | lines",
        "2 | translate --memory memory.tsv --to kab --text x | needs --from and --to",
        "2 | translate --memory memory.tsv --from en --to e_! --text x | e_!",
        "2 | translate --memory memory.tsv --from en --to kab --text x --top-p 0.5 | --top-p: for a Hydra",
        "2 | translate --memory memory.tsv --from en --to kab --in lines --out memory.tsv | memory.tsv",
        "2 | tune-decoding --dev dev.tsv --out made | --memory is missing",
        "2 | tune-decoding --memory memory.tsv --dev dev.tsv --out dev.tsv | dev.tsv",
        "2 | baseline best --in lines --out made | there is copy, nearest or gloss",
        "2 | baseline gloss --in lines --out made | gloss needs --memory",
        "2 | baseline copy --memory memory.tsv --in lines --out made | copy needs no --memory",
        "3 | baseline nearest --memory empty --in lines --out made | empty: is empty",
        "3 | translate --memory empty --from en --to kab --text x | empty",
        "3 | translate --memory memory.tsv --decoding lines --from en --to kab --text x | is not JSON",
        "3 | translate --memory memory.tsv --decoding wrong.json --from en --to kab --text x | phrases.target-given-source: true cannot be used",
        "3 | tune-decoding --memory memory.tsv --dev empty --out made | empty"
    })
    void whatCannotBeIsRefusedInASentence(int code, String command, String message) throws Exception {
        Files.writeString(folder.resolve("empty"), "");
        Files.writeString(folder.resolve("dev.links"), "0-0\n".repeat(dev()));
        Files.writeString(folder.resolve("short.links"), "0-0\n");
        Files.writeString(folder.resolve("far.links"), "0-0\n0-77\n");
        Files.writeString(folder.resolve("long.links"), "0-0\n".repeat(dev() + 1));
        Files.writeString(folder.resolve("wrong.json"), "{\"version\": 1, \"phrases\": {\"target-given-source\": true}}");
        String[] words = command.split(" ");
        for (int k = 1; k < words.length; k++) {
            boolean ofText = words[k - 1].equals("--text");
            words[k] = !ofText && Files.exists(folder.resolve(words[k])) ? path(words[k]) : words[k];
        }
        assertThat(hydra(words)).isEqualTo(code);
        assertThat(err.lines().filter(line -> line.contains(message))).hasSize(1);
        assertThat(folder.resolve("made")).doesNotExist();
    }

    private int backTranslate(String... more) {
        return hydra(with(
                new String[] {"back-translate", "--memory", path("memory.tsv"), "--from", "en", "--to", "kab", "--threads", "1",
                    "--in", path("text"), "--out", path("made.tsv")},
                more));
    }

    /** Held out: the first of dev; known already: one of the memory; never seen: Xyz. */
    @Test
    void pairsAreMadeOfWhatIsNeitherKnownNorHeldOutNorCannotBe() throws Exception {
        Files.writeString(folder.resolve("text"), """
                See tree and river and road.
                See house and house.

                See house and book.
                See Xyz and book.
                See tree and river and road.
                See man.
                """);
        assertThat(backTranslate("--without", path("dev.tsv"))).as(err).isZero();
        assertThat(Files.readAllLines(folder.resolve("made.tsv")))
                .containsExactly("See tree and river and road.\tWali aseklu d asif d abrid.", "See man.\tWali argaz.");
        assertThat(err).contains("Made 2 pairs; left out: 1 blank, 1 repeated, 2 translated already or held out, 1 with a word that was never seen.");

        assertThat(backTranslate("--swap", "--most", "1")).isZero();
        assertThat(Files.readAllLines(folder.resolve("made.tsv"))).containsExactly("Wali aseklu d asif d abrid.\tSee tree and river and road.");
    }

    @Test
    void whereNoPairCanBeMadeNothingIsWritten() throws Exception {
        Files.writeString(folder.resolve("text"), "Xyz.\n");
        assertThat(backTranslate()).isEqualTo(3);
        assertThat(err).contains("No pair could be made: 1 with a word that was never seen.");
        assertThat(folder.resolve("made.tsv")).doesNotExist();
        assertThat(hydra("back-translate", "--in", path("text"), "--out", path("made.tsv"))).isEqualTo(2);
    }
}
