package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hydraworkbench.testing.Languages.ENGLISH;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands heads and pack, as a person types them. */
class HeadsCommandTest extends CommandTest {

    private static final Pattern MEASURED = Pattern.compile("([0-9.]+) bits per byte on its own body, ([0-9.]+) on the new one");

    private String two = "";
    private String stories = "";

    @BeforeEach
    void assemble() throws Exception {
        two = SmallModels.hydra(folder).toString();
        stories = TestModels.stories().toString();
        Files.writeString(folder.resolve("text"), "Once upon a time, there was a little girl named Lily.\nShe liked to play outside in the park.\n");
    }

    /** A Hydra of another body: one number of its last norm is not what it was. */
    private String sibling(float number) throws Exception {
        Path body = folder.resolve("changed");
        PretrainedFolder.open(TestModels.stories()).copyTo(body, Progress.none());
        SmallModels.setLast(body, "model.norm.weight", number);
        assertThat(hydra("assemble", "--source", stories, "--source-lang", "en", "--target", body.toString(), "--target-lang", "kab",
                        "--out", path("sibling")))
                .as(err).isZero();
        return path("sibling");
    }

    @Test
    void headsAreAddedListedRenamedAndRemoved() {
        assertThat(hydra("heads", "add", "--model", two, "--head", stories, "--language", "fr", "--out", path("a"))).as(err).isZero();
        assertThat(hydra("heads", "rename", "--model", path("a"), "--language", "fr", "--to", "oc", "--out", path("b"))).as(err).isZero();
        assertThat(hydra("heads", "remove", "--model", path("b"), "--language", "en", "--out", path("c"))).as(err).isZero();
        assertThat(hydra("heads", "list", "--model", path("c"), "--json")).as(err).isZero();
        JsonArray heads = JsonParser.parseString(out).getAsJsonArray();
        assertThat(heads).hasSize(2);
        JsonObject occitan = heads.get(1).getAsJsonObject();
        assertThat(occitan.get("language").getAsString()).isEqualTo("oc");
        assertThat(occitan.get("tokens").getAsInt()).isEqualTo(512);
        assertThat(occitan.get("width").getAsInt()).isEqualTo(64);
        assertThat(occitan.get("output").getAsString()).isEqualTo("tied");
        assertThat(occitan.get("bytes").getAsLong()).isGreaterThan(512 * 64 * Float.BYTES);
        assertThat(occitan.getAsJsonArray("into").toString()).isEqualTo("[\"kab\"]");
        assertThat(heads.get(0).getAsJsonObject().get("body").getAsBoolean()).isTrue();
        assertThat(hydra("heads", "list", "--model", path("b"))).as(err).isZero();
        assertThat(out.lines()).hasSize(3).anyMatch(line -> line.startsWith("kab ") && line.endsWith("into en, oc; the language of the body"));
        assertThat(hydra("translate", "--model", path("c"), "--from", "oc", "--to", "kab", "--text", "One day", "--max-tokens", "3")).as(err).isZero();
    }

    @Test
    void whatIsMissingOrTooMuchIsSaidInOneSentence() {
        assertThat(hydra("heads")).isEqualTo(2);
        assertThat(hydra("heads", "add", "--model", two, "--head", stories, "--out", path("a"))).isEqualTo(2);
        assertThat(err).contains("--language is missing");
        assertThat(hydra("heads", "add", "--model", two, "--head", stories, "--of", "en", "--language", "fr", "--out", path("a"))).isEqualTo(2);
        assertThat(err).contains("--of is for a head of a Hydra");
        assertThat(hydra("heads", "add", "--model", two, "--head", path("nothing"), "--language", "fr", "--out", path("a"))).isEqualTo(3);
        assertThat(hydra("heads", "add", "--model", two, "--head", stories, "--language", "kab", "--out", path("a"))).isEqualTo(2);
        assertThat(err).contains("has a head for kab already");
        assertThat(hydra("heads", "remove", "--model", two, "--language", "kab", "--out", path("a"))).isEqualTo(2);
        assertThat(err).contains("the body has its tables as its own");
        assertThat(hydra("heads", "remove", "--model", two, "--language", "fr", "--out", path("a"))).isEqualTo(2);
        assertThat(err).contains("no head for fr, only for en, kab");
        assertThat(hydra("pack", "--model", two, "--language", "fr", "--out", path("a"))).isEqualTo(2);
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void aHeadThatLosesLittleOnAnotherBodyIsAddedAndWhatItLosesIsPrinted() throws Exception {
        String other = sibling(1.2f);
        assertThat(hydra("heads", "add", "--model", other, "--head", stories, "--language", "fr", "--check-text", path("text"), "--threads", "1",
                        "--out", path("a")))
                .as(err).isZero();
        Matcher measured = MEASURED.matcher(out);
        assertThat(measured.find()).as(out).isTrue();
        double own = Double.parseDouble(measured.group(1));
        assertThat(hydra("eval", "perplexity", "--model", stories, "--text", path("text"), "--threads", "1", "--json")).isZero();
        assertThat(JsonParser.parseString(out).getAsJsonObject().get("bits_per_byte").getAsDouble()).isBetween(own - .0006, own + .0006);
        assertThat(Double.parseDouble(measured.group(2))).isNotEqualTo(own).isLessThan(own * 1.1);
    }

    @Test
    void aHeadThatLosesMuchIsRefusedUnlessItIsWantedAnyway() throws Exception {
        String other = sibling(900);
        String[] add = {"heads", "add", "--model", other, "--head", two, "--of", "en", "--language", "fr", "--threads", "1", "--out", path("a")};
        assertThat(hydra(with(add, "--check-text", path("text")))).isEqualTo(3);
        assertThat(out).contains("bits per byte on its own body");
        assertThat(err).contains("The head of fr needs").contains("more bits per byte on the new body than on its own, and up to 10 % is taken");
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(hydra(with(add, "--check-text", path("text"), "--anyway"))).as(err).isZero();
        assertThat(hydra("heads", "add", "--model", other, "--head", two, "--of", "en", "--language", "fr", "--out", path("b"))).isZero();
        assertThat(err).contains("--check-text measures what it is worth");
    }

    @Test
    void aPackIsAddedToItsOwnBodySilentlyAndToAnotherOnlyWhenWanted() throws Exception {
        assertThat(hydra("pack", "--model", two, "--language", "en", "--out", path("en.hydrapack"))).as(err).isZero();
        assertThat(hydra("heads", "remove", "--model", two, "--language", "en", "--out", path("bare"))).isZero();
        assertThat(hydra("heads", "add", "--model", path("bare"), "--head", path("en.hydrapack"), "--out", path("full"))).as(err).isZero();
        assertThat(out).isEmpty();
        assertThat(folder.resolve("full/heads").resolve(ENGLISH.fileName()).resolve("tables.safetensors"))
                .hasSameBinaryContentAs(Path.of(two, "heads/en/tables.safetensors"));
        String[] add = {"heads", "add", "--model", sibling(1.2f), "--head", path("en.hydrapack"), "--language", "fr", "--out", path("a")};
        assertThat(hydra(add)).isEqualTo(3);
        assertThat(err).contains("was packed for another body");
        assertThat(hydra(with(add, "--check-text", path("text")))).isEqualTo(2);
        assertThat(hydra(with(add, "--anyway"))).as(err).isZero();
    }

    @Test
    void aPackWithATextIsMeasuredOnAnotherBodyWithoutItsOwn() throws Exception {
        assertThat(hydra("pack", "--model", two, "--language", "en", "--check-text", path("text"), "--threads", "1", "--out", path("en.hydrapack")))
                .as(err).isZero();
        String[] add = {"heads", "add", "--head", path("en.hydrapack"), "--language", "fr", "--threads", "1"};
        assertThat(hydra(with(add, "--model", sibling(1.2f), "--out", path("a")))).as(err).isZero();
        Matcher measured = MEASURED.matcher(out);
        assertThat(measured.find()).as(out).isTrue();
        assertThat(hydra("heads", "add", "--model", path("sibling"), "--head", two, "--of", "en", "--language", "fr", "--threads", "1", "--check-text",
                        path("text"), "--out", path("b")))
                .isZero();
        assertThat(out.strip()).as("as beside its own body").isEqualTo(measured.group());
        Folders.delete(folder.resolve("changed"));
        Folders.delete(folder.resolve("sibling"));
        assertThat(hydra(with(add, "--model", sibling(900), "--out", path("c")))).isEqualTo(3);
        assertThat(err).contains("up to 10 % is taken");
        Files.writeString(folder.resolve("text"), "a".repeat(2_000_000));
        assertThat(hydra("pack", "--model", two, "--language", "en", "--check-text", path("text"), "--out", path("d"))).isEqualTo(2);
        assertThat(err).contains("at most a million characters");
    }

    @Test
    void whatOnlyReadsIsNotTranslatedInto() throws Exception {
        SmallModels.onlyReads(Path.of(two), ENGLISH);
        assertThat(hydra("translate", "--model", two, "--from", "kab", "--to", "en", "--text", "Azul")).isEqualTo(2);
        assertThat(err).contains("reads en but cannot write it");
        assertThat(hydra("heads", "list", "--model", two)).isZero();
        assertThat(out).contains("only reads");
    }

    @Test
    void aDirectionThatAHydraWasNotMadeForIsToldButTaken() throws Exception {
        Files.writeString(folder.resolve("pairs.tsv"), "One day\tYiwen wass\n");
        assertThat(hydra("train", "--model", two, "--bitext", path("pairs.tsv"), "--directions", "there", "--plan", "embeddings", "--steps", "1",
                        "--batch", "1", "--length", "64", "--lr", "1e-3", "--threads", "1", "--out", path("tuned")))
                .as(err).isZero();
        assertThat(hydra("translate", "--model", path("tuned"), "--from", "kab", "--to", "en", "--text", "Azul", "--max-tokens", "3")).isZero();
        assertThat(err).contains("not tuned for translating from kab to en, only for en-kab");
        assertThat(hydra("translate", "--model", path("tuned"), "--from", "en", "--to", "kab", "--text", "Day", "--max-tokens", "3")).isZero();
        assertThat(err).isEmpty();
        assertThat(hydra("heads", "list", "--model", path("tuned"))).isZero();
        assertThat(out.lines()).anyMatch(line -> line.startsWith("en ") && line.endsWith("into kab, tuned into kab"))
                .anyMatch(line -> line.startsWith("kab ") && line.endsWith("into en; the language of the body"));
    }

    @Test
    void aDirectionGoesToThePublishedLayoutAndComesBack() {
        assertThat(hydra("export", "--model", two, "--published", "--from", "en", "--to", "kab", "--out", path("p"))).as(err).isZero();
        assertThat(hydra("assemble", "--published", path("p"), "--source-lang", "en", "--target-lang", "kab", "--out", path("q"))).as(err).isZero();
        String[] translate = {"translate", "--from", "en", "--to", "kab", "--text", "One day", "--max-tokens", "6", "--threads", "1"};
        assertThat(hydra(with(translate, "--model", two))).isZero();
        String before = out;
        assertThat(hydra(with(translate, "--model", path("q")))).isZero();
        assertThat(out).isEqualTo(before);
        assertThat(hydra("export", "--model", path("q"), "--lang", "en", "--out", path("r"))).isEqualTo(2);
        assertThat(err).contains("reads en but cannot write it");
        assertThat(hydra("export", "--model", two, "--published", "--from", "en", "--out", path("r"))).isEqualTo(2);
        assertThat(hydra("export", "--model", two, "--lang", "en", "--published", "--from", "en", "--to", "kab", "--out", path("r"))).isEqualTo(2);
        assertThat(hydra("assemble", "--published", stories, "--source-lang", "en", "--target-lang", "kab", "--out", path("r"))).isEqualTo(3);
        assertThat(hydra("assemble", "--source", stories, "--source-lang", "en", "--target-lang", "kab", "--out", path("r"))).isEqualTo(2);
        assertThat(folder.resolve("r")).doesNotExist();
    }

    @Test
    void aMixedPromptIsForAHydraAndAPlainModelTakesBracesAsText() {
        String[] generate = {"generate", "--max-tokens", "8", "--threads", "1"};
        assertThat(hydra(with(generate, "--model", two, "--prompt", "{en}Once upon a time{en}"))).as(err).isZero();
        String byHydra = out;
        assertThat(byHydra).isNotBlank();
        // The body is that of the plain model, and so is the head of English.
        assertThat(hydra(with(generate, "--model", stories, "--prompt", "Once upon a time"))).isZero();
        assertThat(byHydra).isEqualTo(out);
        assertThat(hydra(with(generate, "--model", stories, "--prompt", "{en}Once {{ upon"))).isZero();
        assertThat(hydra(with(generate, "--model", two, "--prompt", "Once upon a time"))).isEqualTo(2);
        assertThat(err).contains("begins with the language").contains("{en}Where is the dog?{kab}");
        assertThat(hydra(with(generate, "--model", two, "--prompt", "{en}Once{fr}"))).isEqualTo(2);
        assertThat(err).contains("no head for fr, only for en, kab");
    }
}
