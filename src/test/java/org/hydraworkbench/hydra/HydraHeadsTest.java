package org.hydraworkbench.hydra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.ESPERANTO;
import static org.hydraworkbench.testing.Languages.KABYLE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.model.generation.Generation;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.testing.Continuations;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HydraHeadsTest {

    private static final GenerationOptions SHORT = GenerationOptions.greedy(12);

    @TempDir
    Path folder;

    private Path three = Path.of("");

    @BeforeEach
    void assemble() throws Exception {
        three = SmallModels.threeHeads(folder);
    }

    private static Translation translate(HydraModel model, LanguageTag from, LanguageTag to, String text) throws Exception {
        PromptTemplate plain = model.manifest().templates().getFirst();
        return model.translate(from, to, text, plain, SHORT, TranslationListener.none(), Progress.none());
    }

    /** Against the tables of the models that the heads came from. */
    @Test
    void everyLanguageIsReadAndWrittenThroughItsOwnTables() throws Exception {
        try (HydraModel model = HydraModel.open(TestModels.runtime(), three, Progress.none());
                Decoder kabyle = Decoder.load(TestModels.runtime(), folder.resolve("target"), Progress.none());
                Decoder esperanto = Decoder.load(TestModels.runtime(), folder.resolve("untied"), Progress.none());
                Tokenizer ofKabyle = Tokenizer.load(folder.resolve("target"));
                Tokenizer ofEsperanto = Tokenizer.load(folder.resolve("untied"))) {
            assertThat(model.languages()).containsExactly(ENGLISH, KABYLE, ESPERANTO);
            Translation there = translate(model, KABYLE, ESPERANTO, "Azul fell-awen");
            int[] read = there.prompt().stream().filter(each -> each.language().equals(KABYLE)).mapToInt(Translation.PromptToken::id).toArray();
            int[] text = ofKabyle.encodeIds("Azul fell-awen");
            assertThat(Arrays.copyOfRange(read, 1, 1 + text.length)).isEqualTo(text);
            int[] begun = there.prompt().stream().filter(each -> each.language().equals(ESPERANTO)).mapToInt(Translation.PromptToken::id).toArray();
            assertThat(begun).containsExactly(ofEsperanto.special().bos().orElseThrow());
            Generation expected = Continuations.of(
                    kabyle,
                    List.of(new PromptPart(kabyle.table(), read), new PromptPart(esperanto.table(), begun)),
                    esperanto.table(),
                    SHORT.withStopIds(java.util.Set.of(ofEsperanto.special().eos().orElseThrow())));
            assertThat(there.tokens().stream().mapToInt(Translation.Token::id).toArray()).isEqualTo(expected.ids()).isNotEmpty();
            assertThat(translate(model, ENGLISH, KABYLE, "One day").tokens()).allMatch(each -> each.language().equals(KABYLE) && each.id() < 320);
        }
    }

    @Test
    void whatStaysIsSharedAndTheOldHydraIsAsItWas() throws Exception {
        Path before = folder.resolve("hydra");
        assertThat(HydraManifest.read(before).languages()).containsExactly(ENGLISH, KABYLE);
        for (String same : List.of("body/model.safetensors", "body/config.json", "heads/kab/tables.safetensors", "heads/en/tokenizer.json")) {
            assertThat(Files.isSameFile(before.resolve(same), three.resolve(same))).as(same).isTrue();
        }
        assertThat(before.resolve("heads/eo")).doesNotExist();
    }

    @Test
    void aHeadIsRemovedAndTheRestTranslatesAsBefore() throws Exception {
        Path two = folder.resolve("two");
        HydraHeads.remove(three, ENGLISH, two);
        assertThat(two.resolve("heads/en")).doesNotExist();
        try (HydraModel all = HydraModel.open(TestModels.runtime(), three, Progress.none());
                HydraModel less = HydraModel.open(TestModels.runtime(), two, Progress.none())) {
            assertThat(less.languages()).containsExactly(KABYLE, ESPERANTO);
            assertThat(translate(less, KABYLE, ESPERANTO, "Azul")).isEqualTo(translate(all, KABYLE, ESPERANTO, "Azul"));
            assertThatThrownBy(() -> translate(less, ENGLISH, KABYLE, "Hello"))
                    .isInstanceOf(UsageException.class).hasMessageContaining("no head for en, only for kab, eo");
        }
    }

    @Test
    void theBodysOwnLanguageStays() {
        assertThatThrownBy(() -> HydraHeads.remove(three, KABYLE, folder.resolve("out")))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll("the body has its tables as its own", "hydra export --lang", "hydra assemble");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aRenamedHeadIsTheSameUnderAnotherTag() throws Exception {
        Path named = folder.resolve("named");
        LanguageTag northern = LanguageTag.parse("kab-Tfng");
        HydraManifest.read(three).withDirections(List.of(new LanguagePair(ENGLISH, KABYLE))).write(three);
        HydraHeads.rename(three, KABYLE, northern, named);
        HydraManifest manifest = HydraManifest.read(named);
        assertThat(manifest.bodyLanguage()).isEqualTo(northern);
        assertThat(manifest.directions()).containsExactly(new LanguagePair(ENGLISH, northern));
        assertThat(named.resolve("heads/kab")).doesNotExist();
        try (HydraModel old = HydraModel.open(TestModels.runtime(), three, Progress.none());
                HydraModel now = HydraModel.open(TestModels.runtime(), named, Progress.none())) {
            assertThat(translate(now, ENGLISH, northern, "One day").text()).isEqualTo(translate(old, ENGLISH, KABYLE, "One day").text());
        }
        assertThatThrownBy(() -> HydraHeads.rename(three, KABYLE, ENGLISH, folder.resolve("out")))
                .isInstanceOf(UsageException.class).hasMessageContaining("has a head for en already");
    }

    @Test
    void onlyAHeadOfAnotherBodyIsLookedAtAndMayBeRefused() throws Exception {
        Path sibling = folder.resolve("sibling");
        PretrainedFolder.open(TestModels.stories()).copyTo(sibling, Progress.none());
        SmallModels.setLast(sibling, "model.norm.weight", 7);
        List<Path> looked = new ArrayList<>();
        HydraHeads.SiblingCheck refuse = hydra -> {
            looked.add(hydra);
            assertThat(HydraManifest.read(hydra).languages()).contains(LanguageTag.parse("fr"));
            throw new InputException("Too bad.");
        };
        Path out = folder.resolve("out");
        try (HeadSource same = HeadSource.open(TestModels.stories(), null);
                HeadSource other = HeadSource.open(sibling, null)) {
            HydraHeads.add(three, same, LanguageTag.parse("de"), refuse, out, Progress.none());
            assertThat(looked).isEmpty();
            Path refused = folder.resolve("refused");
            assertThatThrownBy(() -> HydraHeads.add(three, other, LanguageTag.parse("fr"), refuse, refused, Progress.none()))
                    .hasMessage("Too bad.");
            assertThat(looked).hasSize(1);
            assertThat(refused).doesNotExist();
            assertThatThrownBy(() -> HydraHeads.add(out, same, ENGLISH, refuse, refused, Progress.none()))
                    .isInstanceOf(UsageException.class).hasMessageContaining("has a head for en already");
        }
    }

    @Test
    void aHeadIsTakenFromAnotherHydraWithWhatItWasMadeFor() throws Exception {
        HydraManifest.read(three)
                .withDirections(List.of(new LanguagePair(ESPERANTO, KABYLE), new LanguagePair(ENGLISH, KABYLE)))
                .write(three);
        Path two = folder.resolve("hydra");
        HydraManifest.read(two).withDirections(List.of(new LanguagePair(KABYLE, ENGLISH))).write(two);
        LanguageTag tag = LanguageTag.parse("eo-x-old");
        assertThatThrownBy(() -> HeadSource.open(three, null)).isInstanceOf(UsageException.class).hasMessageContaining("--of");
        try (HeadSource source = HeadSource.open(three, ESPERANTO)) {
            HydraHeads.add(two, source, tag, hydra -> {}, folder.resolve("out"), Progress.none());
        }
        assertThat(HydraManifest.read(folder.resolve("out")).directions())
                .containsExactly(new LanguagePair(KABYLE, ENGLISH), new LanguagePair(tag, KABYLE));
    }
}
