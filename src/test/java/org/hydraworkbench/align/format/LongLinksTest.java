package org.hydraworkbench.align.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A million characters in one field, or as many links of one pair as make a million characters. Work that grows with the square of that
 * takes hours, so the limit of time says nothing of how fast the machine is.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongLinksTest {

    private static final int MILLION = 1_000_000;
    private static final int LINKS = 100_000;

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Links of one form, in which # is the number of the link. */
    private static String joined(String form, String between, int first) {
        return joined(form, between, first, LINKS);
    }

    private static String joined(String form, String between, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(k -> form.replace("#", Integer.toString(k)))
                .collect(Collectors.joining(between));
    }

    private static Alignment first(Path file, LinkFormat format) throws Exception {
        try (LinkReader reader = LinkReader.open(file, format)) {
            return reader.next(LinkReader.UNKNOWN, LinkReader.UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({"PHARAOH,#-#", "PHARAOH,#?#:1.5e-1", "PHARAOH_SP,#-#P", "TALP,#p#"})
    void manyLinksOfOnePair(LinkFormat format, String link) throws Exception {
        Path file = write("links", joined(link, " ", 0) + "\n");
        assertThat(first(file, format).links()).hasSize(LINKS);
        assertThat(first(file, null).links()).hasSize(LINKS);
    }

    @Test
    void manyLinksOfOnePairInTheOtherFormats() throws Exception {
        assertThat(first(write("naacl", "1 1 1\n" + joined("1 # #", "\n", 2) + "\n"), null).links()).hasSize(LINKS + 1);
        String words = "w ".repeat(LINKS);
        String third = "NULL ({ }) " + joined("w ({ # })", " ", 1);
        Path giza = write("giza", "# Sentence pair (1) source length " + LINKS + " target length " + LINKS + " alignment score : 1\n"
                + words + "\n" + third + "\n");
        assertThat(first(giza, null).links()).hasSize(LINKS);
    }

    /** Each score once looked through all links of its pair. */
    @Test
    void theConfidencesOfManyLinks() throws Exception {
        Path links = write("links", joined("#-#", " ", 0, 5 * LINKS) + "\n");
        Path scores = write("scores", joined("0\t#\t#\t.5", "\n", 0, 5 * LINKS) + "\n");
        try (LinkFile file = LinkFile.open(links, null, scores)) {
            assertThat(file.next().links()).hasSize(5 * LINKS).allMatch(link -> link.confidence() == .5f);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", " ", "-", "?", "0-", "1 ", ".", "({ ", "})", "\t", "e", "a\t"})
    void aFieldWithoutEnd(String part) throws Exception {
        String field = part.repeat(MILLION / part.length());
        for (LinkFormat format : LinkFormat.values()) {
            refused(() -> first(write("links", field + "\n"), format));
            refused(() -> first(write("links", "0-0 " + field + " x\n"), format));
            refused(() -> first(write("links", "1 1 1 " + field + " x\n"), format));
        }
        refused(() -> first(write("links", field + "x\n"), null));
        Path link = write("link", "0-0\n");
        for (String score : List.of(field, "0\t0\t0\t" + field, field + "\t0\t0\t1")) {
            refused(() -> {
                try (LinkFile file = LinkFile.open(link, null, write("scores", score + "\n"))) {
                    file.next();
                }
            });
        }
        Segmenter given = Segmenter.of(Unit.GIVEN, null);
        for (String entry : List.of(field + "x\ty", "x\t" + field + "y")) {
            refused(() -> SupervisionFiles.glossary(write("glossary", entry + "\n"), given, given, AlignmentMethod.HMM_FERTILITY));
        }
    }

    private interface Reading {
        void read() throws Exception;
    }

    /** What is no link at all is refused, in a sentence that a person can read to its end. */
    private static void refused(Reading reading) throws Exception {
        try {
            reading.read();
        } catch (InputException e) {
            assertThat(e.getMessage()).hasSizeLessThan(1000);
        }
    }
}
