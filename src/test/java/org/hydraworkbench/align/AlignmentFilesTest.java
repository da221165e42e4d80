package org.hydraworkbench.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The binary files of models and links. */
class AlignmentFilesTest {

    @TempDir
    Path folder;

    private BitextAligner.Outcome outcome;

    @BeforeEach
    void align() throws Exception {
        Segmenter spaces = Segmenter.of(Unit.GIVEN, null);
        outcome = BitextAligner.align(
                PairSource.of(List.of(
                        new SentencePair("the house", "axxam"),
                        new SentencePair("", "ulac"),
                        new SentencePair("the book is here", "adlis da"),
                        new SentencePair("a book", "adlis"))),
                spaces,
                spaces,
                AlignOptions.defaults(),
                Progress.none());
    }

    @Test
    void aModelReadBackGivesTheSameProbabilities() throws Exception {
        Path file = folder.resolve("model.align");
        outcome.model().save(file);
        AlignmentModel model = AlignmentModel.load(file);
        List<String> source = List.of("the", "book", "is", "here");
        List<String> target = List.of("adlis", "da", "ulac");
        assertThat(model.posteriors(source, target)).usingRecursiveComparison()
                .isEqualTo(outcome.model().posteriors(source, target));
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

    @Test
    void aDamagedModelIsAnErrorThatNamesTheFile() throws Exception {
        Path file = folder.resolve("model.align");
        outcome.model().save(file);
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 12; at < bytes.length; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= (byte) 0x80;
            Files.write(file, damaged);
            try {
                AlignmentModel.load(file).posteriors(List.of("the"), List.of("axxam"));
            } catch (org.hydraworkbench.base.HydraException e) {
                assertThat(e).isNotInstanceOf(org.hydraworkbench.base.CancelledException.class);
            }
        }
    }

    @Test
    void linksAreNoModel() throws Exception {
        Path file = folder.resolve("links");
        outcome.links().save(file);
        assertThatThrownBy(() -> AlignmentModel.load(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString());
    }
}
