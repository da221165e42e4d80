package org.hydraworkbench.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.testing.TinyTokenizers;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

    private static final List<String> PIECES = List.of(
            "▁tam", "▁tamurt", "▁tamazight", "am", "amur", "mur", "ur", "▁", "t", "z", "rt", "<", "<br");

    @TempDir
    Path folder;

    private Tokenizer tokenizer;
    private Completion completion;
    private PieceIndex index;

    @BeforeEach
    void load() throws Exception {
        tokenizer = TinyTokenizers.sentencePiece(folder, Map.of("unk", "<unk>"), PIECES);
        index = new PieceIndex(tokenizer);
        completion = new Completion(index, tokenizer);
    }

    @AfterEach
    void close() {
        tokenizer.close();
    }

    @Test
    void tokensThatBeginWithItComeFirst() {
        assertThat(contributors("▁tam", Set.of("▁tamurt", "▁tamazight"))).containsExactly("▁tamazight", "▁tamurt");
    }

    @Test
    void partsInsideAKeptLongerPartAreDropped() {
        assertThat(contributors("▁tamurt", Set.of("amur", "am", "mur", "ur", "rt", "t", "▁")))
                .containsExactly("amur", "rt", "▁");
    }

    @Test
    void onlyMappedTokensTakePart() {
        assertThat(contributors("▁tamurt", Set.of("ur"))).containsExactly("ur");
        assertThat(contributors("z", Set.of())).isEmpty();
    }

    @Test
    void specialTokensBeginWithNothing() {
        assertThat(contributors("<", Set.of("<unk>", "<br"))).containsExactly("<br");
        assertThat(contributors("<unk>", Set.of("<"))).isEmpty();
    }

    @Test
    void dependentsAreThoseWhoseContributorsItCanBe() {
        assertThat(names(completion.dependents(id("▁tam")).toIntArray()))
                .containsExactlyInAnyOrder("▁", "▁tamurt", "▁tamazight");
    }

    @Test
    void wordStartsWeighDouble() {
        assertThat(completion.weight(id("▁tam"))).isEqualTo(2000);
        assertThat(completion.weight(id("am"))).isEqualTo(1000);
    }

    private List<String> contributors(String token, Set<String> mapped) {
        return names(completion.contributors(id(token), u -> mapped.contains(tokenizer.piece(u))).toIntArray());
    }

    private List<String> names(int[] ids) {
        return java.util.Arrays.stream(ids).mapToObj(tokenizer::piece).collect(Collectors.toList());
    }

    private int id(String piece) {
        return tokenizer.id(piece).orElseThrow();
    }
}
