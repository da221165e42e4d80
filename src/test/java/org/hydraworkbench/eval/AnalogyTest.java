package org.hydraworkbench.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.generation.Generation;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.testing.Continuations;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalogyTest {

    @TempDir
    Path folder;

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void fourWordsALineAreAQuestionOfTheCategoryAboveThem() throws Exception {
        Path sart = file("tt.txt", ": capital-country\nӘнкара Төркия Париж Франция\n\n: plural\nэт этләр песи песиләр\n");
        assertThat(AnalogyFile.read(sart)).containsExactly(
                new Analogy("capital-country", "Әнкара", "Төркия", "Париж", List.of("Франция")),
                new Analogy("plural", "эт", "этләр", "песи", List.of("песиләр")));
    }

    @Test
    void everyLineOfBatsAsksForTheAnswersOfEveryOther() throws Exception {
        Path bats = file("I01 [noun].txt", "dog\tdogs\nox\toxen/oxes\nfish\tfish/fishes\n");
        assertThat(AnalogyFile.read(bats)).hasSize(6).startsWith(
                new Analogy("I01 [noun]", "dog", "dogs", "ox", List.of("oxen", "oxes")),
                new Analogy("I01 [noun]", "dog", "dogs", "fish", List.of("fish", "fishes")),
                new Analogy("I01 [noun]", "ox", "oxen", "dog", List.of("dogs")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one two three\n", "a\tb\nc\n", "a\tb\n\tc\n", "a\t/\n"})
    void aLineOfNeitherFormIsNamed(String text) throws Exception {
        Path file = file("bad.txt", text);
        assertThatThrownBy(() -> AnalogyFile.read(file)).isInstanceOf(InputException.class).hasMessageContaining("bad.txt:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ": only a name\n", "dog\tdogs\n"})
    void aFileWithoutAQuestionIsRefused(String text) throws Exception {
        Path file = file("empty.txt", text);
        assertThatThrownBy(() -> AnalogyFile.read(file)).isInstanceOf(InputException.class).hasMessageContaining("has no analogy");
    }

    @Test
    void anAnswerIsRightLetterByLetterAndWholeWordsOnly() {
        Analogy question = new Analogy("", "ox", "oxen", "dog", List.of("dogs", "many dogs"));
        assertThat(AnalogyEvaluator.isRight(question, " dogs\ncat : cats")).isTrue();
        assertThat(AnalogyEvaluator.isRight(question, "many  dogs run")).isTrue();
        assertThat(AnalogyEvaluator.isRight(question, "dogsled")).isFalse();
        assertThat(AnalogyEvaluator.isRight(question, "Dogs")).isFalse();
        assertThat(AnalogyEvaluator.isRight(question, "many")).isFalse();
        assertThat(AnalogyEvaluator.isRight(question, "")).isFalse();
    }

    /** What the model goes on with is the right answer, anything else is not. */
    @Test
    void theModelIsAskedByOneExample() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(TestModels.stories());
                Decoder decoder = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none())) {
            int[] prompt = tokenizer.encodeIds("cat : cats\ndog :");
            int[] ids = new int[prompt.length + 1];
            ids[0] = tokenizer.special().bos().orElseThrow();
            System.arraycopy(prompt, 0, ids, 1, prompt.length);
            Generation written = Continuations.of(decoder, ids, GenerationOptions.greedy(16));
            String next = tokenizer.decode(written.ids(), true).strip().split("\\s+")[0];
            List<Analogy> questions = List.of(
                    new Analogy("known", "cat", "cats", "dog", List.of("never", next)), new Analogy("known", "cat", "cats", "dog", List.of("never")));
            assertThat(new AnalogyEvaluator(decoder, decoder.table(), tokenizer).score(questions, Progress.none()))
                    .containsExactly(new AnalogyEvaluator.Score("known", 2, 1));
        }
    }
}
