package org.hydraworkbench.model.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.tokenizer.Tokenizer;

class TextStreamTest {

    private static List<Tokenizer> tokenizers = List.of();

    @BeforeContainer
    static void load() throws Exception {
        List<Tokenizer> loaded = new ArrayList<>();
        for (String name : List.of("bytes", "unigram", "wordpiece")) {
            loaded.add(Tokenizer.load(TestModels.resource("/org/hydraworkbench/tokenizer/" + name + ".tokenizer.json")));
        }
        Path stories = TestModels.stories();
        loaded.add(Tokenizer.load(stories));
        tokenizers = loaded;
    }

    @AfterContainer
    static void close() {
        tokenizers.forEach(Tokenizer::close);
    }

    @Provide
    Arbitrary<Tokenizer> tokenizers() {
        return Arbitraries.integers().between(0, 3).map(k -> tokenizers.get(k));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts = Arbitraries.oneOf(
                Arbitraries.of(" ", "  ", "\n", "\n\n", "'", "-", "12", "😀", "é", "azul", " the dog", "ɣef", "мир", "北京", ". ", " ,"),
                Arbitraries.strings().withCharRange(' ', '\u03ff').ofMaxLength(6));
        return parts.list().ofMinSize(1).ofMaxSize(12).map(list -> String.join("", list));
    }

    /** Single bytes come as whole characters: those of a sequence that is none change what the bytes before them say. */
    private static int[] ids(Tokenizer tokenizer, int[] numbers) {
        return Arrays.stream(numbers)
                .map(number -> number % tokenizer.size())
                .flatMap(id -> tokenizer.isByte(id)
                        ? Stream.of("<0xE2>", "<0x82>", "<0xAC>").mapToInt(piece -> tokenizer.id(piece).orElseThrow())
                        : IntStream.of(id))
                .toArray();
    }

    private static String withoutUnfinished(String text) {
        return text.replaceAll("\\uFFFD+$", "");
    }

    /** Also of tokens that no text has: pieces of characters, special tokens in the middle. */
    @Property(tries = 1000)
    void whatIsShownTogetherIsTheTextOfAll(@ForAll("tokenizers") Tokenizer tokenizer, @ForAll("numbers") int[] numbers) throws Exception {
        int[] ids = ids(tokenizer, numbers);
        TextStream stream = new TextStream(tokenizer, StopTexts.NONE);
        StringBuilder shown = new StringBuilder();
        for (int id : ids) {
            shown.append(stream.add(id));
        }
        shown.append(stream.end());
        assertThat(shown.toString()).isEqualTo(stream.text()).isEqualTo(withoutUnfinished(tokenizer.decode(ids, true)));
    }

    @Provide
    Arbitrary<int[]> numbers() {
        return Arbitraries.integers().between(0, 1 << 20).array(int[].class).ofMaxSize(25);
    }

    /** Whatever the borders of tokens are: a text that ends it is not shown, nor any of it, and what stands before it is. */
    @Property(tries = 1000)
    void nothingOfATextThatEndsItIsShown(
            @ForAll("tokenizers") Tokenizer tokenizer, @ForAll("texts") String text, @ForAll("texts") String more, @ForAll int seed)
            throws Exception {
        int[] ids = tokenizer.encodeIds(text + more);
        String all = withoutUnfinished(tokenizer.decode(ids, true));
        if (all.isEmpty()) {
            return;
        }
        int from = Math.floorMod(seed, all.length());
        int length = 1 + Math.floorMod(seed / 31, Math.min(6, all.length() - from));
        StopTexts stops = StopTexts.of(tokenizer, List.of(all.substring(from, from + length), "never there"));
        String expected = all.substring(0, stops.find(all));
        TextStream stream = new TextStream(tokenizer, stops);
        StringBuilder shown = new StringBuilder();
        for (int id : ids) {
            shown.append(stream.add(id));
            assertThat(expected).startsWith(shown.toString());
        }
        shown.append(stream.end());
        assertThat(stream.isEnded()).isTrue();
        assertThat(shown.toString()).isEqualTo(expected);
    }

    /** The search sees the end with the token that completes it. */
    @Property(tries = 300)
    void theEndIsSeenWithTheTokenThatCompletesIt(@ForAll("tokenizers") Tokenizer tokenizer, @ForAll("texts") String text) throws Exception {
        int[] ids = tokenizer.encodeIds(text);
        String all = withoutUnfinished(tokenizer.decode(ids, true));
        if (all.length() < 2) {
            return;
        }
        StopTexts stops = StopTexts.of(tokenizer, List.of(all.substring(all.length() / 2, Math.min(all.length(), all.length() / 2 + 3))));
        StopTexts.State state = stops.start(new int[0]);
        TextStream stream = new TextStream(tokenizer, stops);
        for (int id : ids) {
            stream.add(id);
            state = stops.after(state, id);
            assertThat(state.isEnded()).isEqualTo(stream.isEnded());
            if (stream.isEnded()) {
                return;
            }
        }
        assertThat(stream.isEnded()).isTrue();
    }

    @Example
    void textGrowsByWholeCharacters() throws Exception {
        Tokenizer tokenizer = tokenizers.getLast();
        TextStream stream = new TextStream(tokenizer, StopTexts.NONE);
        assertThat(stream.add(tokenizer.id("▁a").orElseThrow())).isEqualTo("a");
        assertThat(stream.add(tokenizer.id("<0xE2>").orElseThrow())).isEmpty();
        assertThat(stream.add(tokenizer.id("<0x82>").orElseThrow())).isEmpty();
        assertThat(stream.add(tokenizer.id("<0xAC>").orElseThrow())).isEqualTo("€");
        assertThat(stream.text()).isEqualTo("a€");
    }

    @Example
    void whatMayBecomeAnEndIsHeldBackUntilItDoesNot() throws Exception {
        Tokenizer tokenizer = tokenizers.getLast();
        int[] before = tokenizer.encodeIds("Tom");
        TextStream stream = new TextStream(tokenizer, StopTexts.of(tokenizer, List.of(" and so")), before);
        String shown = "";
        for (int id : tokenizer.encodeIds("Tom and she")) {
            shown = stream.text();
            stream.add(id);
        }
        assertThat(shown).doesNotContain(" and");
        stream.end();
        assertThat(stream.text()).endsWith(" and she");
    }

    /** After a prompt a word begins with its space. */
    @Example
    void whatIsShownGoesOnWithWhatStandsBefore() throws Exception {
        Tokenizer tokenizer = tokenizers.getLast();
        int[] before = tokenizer.encodeIds("Once upon");
        int[] all = tokenizer.encodeIds("Once upon a time");
        int[] rest = Arrays.copyOfRange(all, before.length, all.length);
        assertThat(TextStream.textOf(tokenizer, StopTexts.NONE, before, rest)).isEqualTo(" a time");
        assertThat(TextStream.textOf(tokenizer, StopTexts.NONE, new int[0], rest)).isEqualTo("a time");
    }
}
