package org.hydraworkbench.align.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.testing.LinkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkFormatTest {

    /** A pair's words and links. */
    record Pair(List<String> source, List<String> target, Alignment links) {}

    private static Path file;

    @TempDir
    Path folder;

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("links", ".txt");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 300)
    void everyFormatReadsBackWhatItWrote(@ForAll("corpora") List<Pair> corpus, @ForAll LinkFormat format) throws Exception {
        Files.writeString(file, write(corpus, format, format.hasConfidences()));
        assertThat(read(corpus, format)).isEqualTo(corpus.stream().map(pair -> kept(pair.links(), format)).toList());
    }

    @Property(tries = 200)
    void theFormatIsToldByTheContent(@ForAll("corpora") List<Pair> corpus, @ForAll LinkFormat format, @ForAll boolean confidences)
            throws Exception {
        Assume.that(corpus.stream().anyMatch(pair -> !pair.links().links().isEmpty()));
        Files.writeString(file, write(corpus, format, confidences && format.hasConfidences()));
        LinkFormat expected = format.numbersPairs() ? format : LinkFormat.PHARAOH;
        try (LinkReader reader = LinkReader.open(file, null)) {
            assertThat(reader.format()).isEqualTo(expected);
        }
    }

    @Property(tries = 200)
    void anIndexBeyondItsSideIsNamedInEveryFormat(@ForAll("corpora") List<Pair> corpus, @ForAll LinkFormat format) throws Exception {
        int last = -1;
        for (int p = 0; p < corpus.size(); p++) {
            last = corpus.get(p).links().links().isEmpty() ? last : p;
        }
        Assume.that(last >= 0);
        Files.writeString(file, write(corpus, format, false));
        List<Integer> most = new ArrayList<>();
        for (Pair pair : corpus) {
            most.add(pair.links().links().stream().mapToInt(Link::target).max().orElse(0));
        }
        int wrong = last;
        assertThatThrownBy(() -> {
                    try (LinkReader reader = LinkReader.open(file, format)) {
                        for (int p = 0; p <= wrong; p++) {
                            Pair pair = corpus.get(p);
                            reader.next(pair.source().size(), p == wrong ? most.get(p) : pair.target().size());
                        }
                    }
                })
                .isInstanceOf(InputException.class)
                .hasMessageMatching("(?s).*links.*\\.txt:[0-9]+: .*pair " + (format.numbersPairs() ? wrong + 1 : wrong) + "\\b.*");
    }

    @Property(tries = 500)
    void noTextEndsInAnythingButLinksOrAnInputError(
            @ForAll("lines") List<String> lines, @ForAll LinkFormat format) throws Exception {
        Files.writeString(file, String.join("\n", lines));
        try (LinkReader reader = LinkReader.open(file, format)) {
            Alignment alignment = reader.next(5, 5);
            for (int p = 0; p < 200 && alignment != null; p++) {
                assertThat(alignment.links()).allMatch(link -> link.source() < 5 && link.target() < 5);
                alignment = reader.next(5, 5);
            }
        } catch (InputException e) {
            assertThat(e.getMessage()).startsWith(file + ":");
        }
    }

    @Provide
    Arbitrary<List<Pair>> corpora() {
        Arbitrary<List<String>> words = Arbitraries.of("a", "({", "})", "3", "NULL", "x({", "été", "語", "#", "1-1")
                .list()
                .ofMaxSize(6);
        return Combinators.combine(words, words, Arbitraries.longs())
                .as((source, target, seed) -> new Pair(source, target, links(source.size(), target.size(), seed)))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of(
                        "# Sentence pair (1) source length 2 target length 2 alignment score : 0.1",
                        "# Sentence pair (3) source length 0 target length 1 alignment score : 1",
                        "a b", "NULL ({ 1 }) x ({ }) y ({ 2 })", "NULL ({ })", "NULL ({ 9 })", "1 1 1", "2 1 7 P 0.5", "3 0 1",
                        "0-0 1p1", "4-4:0.5", "7?1", "", "({ ({ ({", "1 1 1 X")
                .list()
                .ofMaxSize(8);
    }

    private static Alignment links(int n, int m, long seed) {
        java.util.Random random = new java.util.Random(seed);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                if (random.nextInt(3) == 0) {
                    LinkState state = random.nextBoolean() ? LinkState.SURE : LinkState.POSSIBLE;
                    links.add(new Link(i, j, state, random.nextInt(4) == 0 ? 1e-5f * random.nextFloat() : random.nextFloat()));
                }
            }
        }
        return Alignment.of(links);
    }

    /** What a format can hold of the links. */
    private static Alignment kept(Alignment links, LinkFormat format) {
        return Alignment.of(links.links().stream()
                .map(link -> new Link(
                        link.source(),
                        link.target(),
                        format != LinkFormat.GIZA ? link.state() : LinkState.SURE,
                        format.hasConfidences() ? link.confidence() : 1f))
                .toList());
    }

    private static String write(List<Pair> corpus, LinkFormat format, boolean confidences) throws IOException {
        StringWriter out = new StringWriter();
        LinkWriter writer = format.writer(out, confidences);
        for (Pair pair : corpus) {
            writer.write(pair.links(), pair.source(), pair.target());
        }
        return out.toString();
    }

    private static List<Alignment> read(List<Pair> corpus, LinkFormat format) throws HydraException {
        List<Alignment> all = new ArrayList<>();
        try (LinkFile links = LinkFile.open(file, format, null)) {
            for (Pair pair : corpus) {
                all.add(links.next(pair.source().size(), pair.target().size()));
            }
            links.requireEnd();
        }
        return all;
    }

    @Test
    void eachFormatHasItsWayOfWriting() throws IOException {
        List<Pair> corpus = List.of(
                new Pair(
                        List.of("the", "house"),
                        List.of("das", "Haus", "da"),
                        Alignment.of(List.of(
                                new Link(0, 0, LinkState.SURE, 0.83f),
                                new Link(1, 1, LinkState.POSSIBLE, 0.5f),
                                new Link(1, 0, LinkState.REJECTED, 1f)))),
                new Pair(List.of(), List.of("x"), Alignment.empty()));
        Map<LinkFormat, String> plain = Map.of(
                LinkFormat.PHARAOH, "0-0 1?1\n\n",
                LinkFormat.PHARAOH_SP, "0-0S 1-1P\n\n",
                LinkFormat.TALP, "0-0 1p1\n\n",
                LinkFormat.NAACL, "1 1 1 S\n1 2 2 P\n",
                LinkFormat.GIZA, """
                        # Sentence pair (1) source length 2 target length 3 alignment score : 1
                        das Haus da\s
                        NULL ({ 3 }) the ({ 1 }) house ({ 2 })\s
                        # Sentence pair (2) source length 0 target length 1 alignment score : 1
                        x\s
                        NULL ({ 1 })\s
                        """);
        for (LinkFormat format : LinkFormat.values()) {
            assertThat(write(corpus, format, false)).as(format.optionName()).isEqualTo(plain.get(format));
        }
        assertThat(write(corpus, LinkFormat.PHARAOH, true)).isEqualTo("0-0:0.83 1?1:0.5\n\n");
        assertThat(write(corpus, LinkFormat.PHARAOH_SP, true)).isEqualTo("0-0S:0.83 1-1P:0.5\n\n");
        assertThat(write(corpus, LinkFormat.TALP, true)).isEqualTo("0-0:0.83 1p1:0.5\n\n");
        assertThat(write(corpus, LinkFormat.NAACL, true)).isEqualTo("1 1 1 S 0.83\n1 2 2 P 0.5\n");
    }

    @Test
    void whatAFormatCannotTellApartIsCounted() throws IOException {
        LinkWriter writer = LinkFormat.GIZA.writer(new StringWriter(), false);
        writer.write(Alignment.of(List.of(Link.possible(0, 0), Link.sure(0, 1))), List.of("a"), List.of("b", "c"));
        assertThat(writer.unmarked()).isEqualTo(1);
        assertThatThrownBy(() -> LinkFormat.GIZA.writer(new StringWriter(), true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFormWithASpaceStaysOneWord() throws IOException {
        assertThat(write(
                        List.of(new Pair(List.of("a b"), List.of(""), Alignment.of(List.of(Link.sure(0, 0))))), LinkFormat.GIZA, false))
                .contains("\n_ \nNULL ({ }) a_b ({ 1 }) \n");
    }

    @Test
    void aFileThatLooksLikeNoFormatIsRefusedWithItsLine() throws IOException {
        Path strange = Files.writeString(folder.resolve("strange.txt"), "\n\nthe house ||| das Haus\n");
        assertThatThrownBy(() -> LinkReader.open(strange, null))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("strange.txt:3:")
                .hasMessageContaining("the house ||| das Haus")
                .hasMessageContaining("pharaoh, pharaoh-sp, talp, naacl, giza");
    }

    @Test
    void aFileOfEmptyLinesHasPairsWithoutLinks() throws Exception {
        assertThat(LinkFiles.readAll(Files.writeString(folder.resolve("none.txt"), "\n\n"))).hasSize(2).allMatch(Alignment.empty()::equals);
        assertThat(LinkFiles.readAll(Files.writeString(folder.resolve("empty.txt"), ""))).isEmpty();
    }

    @Test
    void namesAreThoseOfTheCommandLine() throws UsageException {
        assertThat(LinkFormat.parse("pharaoh-sp")).isEqualTo(LinkFormat.PHARAOH_SP);
        assertThatThrownBy(() -> LinkFormat.parse("moses")).isInstanceOf(UsageException.class).hasMessageContaining("naacl");
    }
}
