package org.hydraworkbench.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The binary files of models and links. */
class AlignmentFilesTest {

    @TempDir
    Path folder;

    private Aligned outcome;

    @BeforeEach
    void alignFewPairs() throws Exception {
        outcome = align(AlignOptions.defaults());
    }

    private static Aligned align(AlignOptions options) throws HydraException {
        Segmenter spaces = Segmenter.of(Unit.GIVEN, null);
        return Aligned.of(
                List.of(
                        new SentencePair("the house", "axxam"),
                        new SentencePair("", "ulac"),
                        new SentencePair("the book is here", "adlis da"),
                        new SentencePair("a book", "adlis")),
                spaces,
                spaces,
                options);
    }

    @Test
    void aModelReadBackGivesTheSameProbabilities() throws Exception {
        Path file = folder.resolve("model.align");
        ModelFile.save(outcome.model(), file);
        AlignmentModel model = ModelFile.load(file);
        List<String> source = List.of("the", "book", "is", "here");
        List<String> target = List.of("adlis", "da", "ulac");
        assertThat(Asked.posteriors(model, source, target)).usingRecursiveComparison()
                .isEqualTo(Asked.posteriors(outcome.model(), source, target));
        assertThat(model.source().size()).isEqualTo(6);
        assertThat(model.target().form(0)).isEqualTo("axxam");
    }

    @Test
    void linksReadBackAreTheSame() throws Exception {
        Path file = folder.resolve("links");
        outcome.links().save(file);
        Links links = Links.load(file);
        assertThat(links.size()).isEqualTo(4);
        for (int p = 0; p < 4; p++) {
            assertThat(links.get(p)).isEqualTo(outcome.links().get(p));
        }
    }

    @ParameterizedTest
    @EnumSource(AlignmentMethod.class)
    void aDamagedModelIsAnErrorThatNamesTheFileOrGivesProbabilities(AlignmentMethod method) throws Exception {
        Path file = folder.resolve("model.align");
        ModelFile.save(align(AlignOptions.defaults().withModel(method)).model(), file);
        byte[] bytes = Files.readAllBytes(file);
        int refused = 0;
        for (int at = 0; at < bytes.length; at++) {
            for (int bit : isAmongZeros(bytes, at) ? new int[0] : new int[] {0x01, 0x40, 0x80}) {
                byte[] damaged = bytes.clone();
                damaged[at] ^= (byte) bit;
                Files.write(file, damaged);
                refused += isRefused(file) ? 1 : 0;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    /** Most of a file are counts of jumps that no one made: a few of these are enough. */
    private static boolean isAmongZeros(byte[] bytes, int at) {
        boolean zeros = at % 61 != 0;
        for (int k = Math.max(0, at - 8); zeros && k < Math.min(bytes.length, at + 8); k++) {
            zeros = bytes[k] == 0;
        }
        return zeros;
    }

    /** Whether a file cannot be loaded; when it can, what it makes of sentences must be probabilities. */
    private static boolean isRefused(Path file) {
        try {
            AlignmentModel model = ModelFile.load(file);
            List<String> source = List.of("the", "book", "is");
            List<String> target = List.of("axxam", "adlis", "new");
            for (PairPosteriors found : List.of(Asked.posteriors(model, source, target), Asked.posteriorsOfTrained(model, source, target))) {
                assertThat(areProbabilities(found.forward()) && areProbabilities(found.reverse())).isTrue();
            }
            return false;
        } catch (HydraException e) {
            assertThat(e).isInstanceOf(InputException.class).hasMessageContaining(file.toString());
            return true;
        }
    }

    private static boolean areProbabilities(float[][] values) {
        boolean possible = true;
        for (float[] row : values) {
            for (float value : row) {
                possible &= value >= 0 && value < 1.001f;
            }
        }
        return possible;
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "auto", ""})
    void aModelOfAKindThatThereIsNotNamesTheFile(String kind) throws Exception {
        Path file = folder.resolve("model.align");
        BinaryOutput.write(file, "HYDALIGN", 1, out -> {
            out.putString(kind);
            out.putInt(0);
            out.putInt(0);
        });
        assertThatThrownBy(() -> ModelFile.load(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("names no model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"given::", "given", "given:x", "guven:2", "given:2:", "", ":"})
    void aPortableModelOfUnitsThatThereAreNotNamesTheFile(String units) throws Exception {
        Path file = folder.resolve("portable.align");
        BinaryOutput.write(file, "HYDMODEL", 1, out -> {
            out.putString("word:1");
            out.putString(units);
            ModelFile.write(outcome.model(), out);
        });
        assertThatThrownBy(() -> PortableModel.load(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("names units that there are not");
    }

    @Test
    void aPortableModelReadBackKnowsItsUnits() throws Exception {
        Path file = folder.resolve("portable.align");
        Segmenter words = Segmenter.of(Unit.WORD, null);
        Segmenter spaces = Segmenter.of(Unit.GIVEN, null);
        PortableModel.of(outcome.model(), words, spaces).save(file);
        PortableModel read = PortableModel.load(file);
        read.requireUnits(words, spaces);
        assertThatThrownBy(() -> read.requireUnits(spaces, spaces))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("source units of the kind 'word'");
    }

    @ParameterizedTest
    @EnumSource(AlignmentMethod.class)
    void aModelThatHadNoUsablePairCanBeSavedAndLoaded(AlignmentMethod method) throws Exception {
        Path file = folder.resolve("model.align");
        Segmenter spaces = Segmenter.of(Unit.GIVEN, null);
        Aligned learnt = Aligned.of(
                List.of(new SentencePair("the house", ""), new SentencePair("", "axxam")),
                spaces,
                spaces,
                AlignOptions.defaults().withModel(method));
        ModelFile.save(learnt.model(), file);
        PairPosteriors found = Asked.posteriors(ModelFile.load(file), List.of("the"), List.of("axxam"));
        assertThat(found.forward()[0][0]).isBetween(0f, 1f);
    }

    @Test
    void linksAreNoModel() throws Exception {
        Path file = folder.resolve("links");
        outcome.links().save(file);
        assertThatThrownBy(() -> ModelFile.load(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString());
    }
}
