package org.hydraworkbench.hydra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.ESPERANTO;
import static org.hydraworkbench.testing.Languages.KABYLE;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MixedPromptTest {

    @TempDir
    Path folder;

    private static MixedPrompt.Part part(LanguageTag language, String text) {
        return new MixedPrompt.Part(language, text, null);
    }

    @Test
    void languagesInBracesSwitchAndTheLastAnswers() throws Exception {
        MixedPrompt prompt = MixedPrompt.parse("{en}Where is the dog?{kab}");
        assertThat(prompt.parts()).containsExactly(part(ENGLISH, "Where is the dog?"), part(KABYLE, ""));
        assertThat(prompt.answers()).isEqualTo(KABYLE);
        assertThat(MixedPrompt.parse("{eo}{en}a{{b}} {{en}{kab}c{en} ").parts())
                .containsExactly(part(ENGLISH, "a{b}} {en}"), part(KABYLE, "c"), part(ENGLISH, " "));
        assertThat(MixedPrompt.parse("{EN}").parts()).containsExactly(part(ENGLISH, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Where?", "Where?{kab}", " {en}", "{bos}{en}Where?", "{{en}"})
    void aPromptBeginsWithALanguage(String prompt) {
        assertThatThrownBy(() -> MixedPrompt.parse(prompt)).isInstanceOf(UsageException.class).hasMessageContaining("begins with the language");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{en}a{klingonese}b | {klingonese} in the prompt names no language",
        "{en}a{}b           | {} in the prompt names no language",
        "{en}f(x) { return  | none closes after",
        "{en}a{kab          | none closes after",
    })
    void whatIsInBracesIsALanguage(String prompt, String reason) {
        assertThatThrownBy(() -> MixedPrompt.parse(prompt)).isInstanceOf(UsageException.class).hasMessageContaining(reason);
    }

    @Test
    void everyPartGoesThroughItsOwnTables() throws Exception {
        try (HydraModel hydra = HydraModel.open(TestModels.runtime(), SmallModels.threeHeads(folder), Progress.none())) {
            Tokenizer english = hydra.tokenizer(ENGLISH);
            Tokenizer kabyle = hydra.tokenizer(KABYLE);
            int eos = english.special().eos().orElseThrow();
            List<PromptPart> parts = MixedPrompt.parse("{en}One day{eos}x</s>{kab}Azul{bos}{eo}").encode(hydra);
            assertThat(parts).hasSize(2);
            assertThat(parts.getFirst().table()).isSameAs(hydra.table(ENGLISH));
            assertThat(parts.getLast().table()).isSameAs(hydra.table(KABYLE));
            assertThat(parts.getFirst().ids()).isEqualTo(concat(
                    new int[] {english.special().bos().orElseThrow()}, english.encodeIds("One day"), new int[] {eos}, english.encodeIds("x</s>")));
            assertThat(english.encodeIds("x</s>")).as("what a person spells stays text").doesNotContain(eos);
            assertThat(parts.getLast().ids())
                    .isEqualTo(concat(kabyle.encodeIds("Azul"), new int[] {kabyle.special().bos().orElseThrow()}));
            assertThatThrownBy(() -> MixedPrompt.parse("{en}a{fr}").encode(hydra))
                    .isInstanceOf(UsageException.class).hasMessageContaining("no head for fr, only for en, kab, eo");
            assertThatThrownBy(() -> MixedPrompt.parse("{fr}a{en}").encode(hydra)).isInstanceOf(UsageException.class);
        }
    }

    private static int[] concat(int[]... parts) {
        return IntStream.range(0, parts.length).flatMap(k -> IntStream.of(parts[k])).toArray();
    }

    @Test
    void theUsualTemplateCanBeSpeltOut() throws Exception {
        try (HydraModel hydra = HydraModel.open(TestModels.runtime(), SmallModels.threeHeads(folder), Progress.none())) {
            List<Translation.PromptToken> usual = hydra.translate(
                            ENGLISH, ESPERANTO, "One day", PromptTemplates.find("plain"), GenerationOptions.greedy(1),
                            TranslationListener.none(), Progress.none())
                    .prompt();
            List<PromptPart> spelt = MixedPrompt.parse("{en}One day{eos}{eo}{bos}").encode(hydra);
            assertThat(spelt.stream().flatMapToInt(part -> IntStream.of(part.ids())).toArray())
                    .isEqualTo(usual.stream().mapToInt(Translation.PromptToken::id).toArray());
        }
    }

    @Test
    void whatOnlyReadsDoesNotAnswer() throws Exception {
        Path only = SmallModels.onlyReads(SmallModels.hydra(folder), ENGLISH);
        try (HydraModel hydra = HydraModel.open(TestModels.runtime(), only, Progress.none())) {
            assertThat(MixedPrompt.parse("{en}One day{kab}").encode(hydra)).hasSize(1);
            assertThatThrownBy(() -> MixedPrompt.parse("{kab}Azul{en}").encode(hydra))
                    .isInstanceOf(UsageException.class).hasMessageContaining("cannot write it");
        }
    }
}
