package org.hydraworkbench.align.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.testing.LinkFiles;
import org.hydraworkbench.testing.NamedPipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkFileTest {

    @TempDir
    Path folder;

    @Test
    void scoresAreJoinedToTheirLinks() throws Exception {
        try (LinkFile file = open("0-0 1?1\n\n0-1\n", "0\t0\t0\t0.5\n2\t0\t1\t0.25\n")) {
            assertThat(file.next(2, 2).links())
                    .containsExactly(new Link(0, 0, LinkState.SURE, 0.5f), Link.possible(1, 1));
            assertThat(file.next(1, 1)).isEqualTo(Alignment.empty());
            assertThat(file.next(1, 2).links()).containsExactly(new Link(0, 1, LinkState.SURE, 0.25f));
            file.requireEnd();
        }
    }

    @Test
    void scoresAreWrittenAsTheyAreRead() throws Exception {
        StringWriter out = new StringWriter();
        LinkFile.writeScores(7, new Alignment(java.util.List.of(new Link(1, 2, LinkState.SURE, 0.125f))), out);
        assertThat(out).hasToString("7\t1\t2\t0.125\n");
    }

    @Test
    void aScoreWithoutItsLinkIsNamed() throws Exception {
        try (LinkFile file = open("0-0\n", "0\t1\t1\t0.5\n")) {
            assertThatThrownBy(() -> file.next(2, 2))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("scores.tsv:1:")
                    .hasMessageContaining("no link 1-1");
        }
    }

    @Test
    void tooFewAndTooManyLinesAreNamed() throws Exception {
        try (LinkFile file = open("0-0\n", null)) {
            file.next(1, 1);
            assertThatThrownBy(() -> file.next(1, 1)).hasMessageContaining("has only 1 lines");
        }
        try (LinkFile file = open("0-0\n0-0\n", null)) {
            file.next(1, 1);
            assertThatThrownBy(file::requireEnd).hasMessageContaining("there are only 1 pairs");
        }
    }

    @Test
    void aBrokenScoreLineIsNamed() throws Exception {
        for (String line : new String[] {"0\t0\t0", "0\t0\t0\tx", "0\t0\t0\t2", "0 0 0 0.5"}) {
            try (LinkFile file = open("0-0\n", line + "\n")) {
                assertThatThrownBy(() -> file.next(1, 1)).as(line).hasMessageContaining("scores.tsv:1:");
            }
        }
    }

    private LinkFile open(String links, String scores) throws HydraException, java.io.IOException {
        Path scoreFile = scores == null ? null : Files.writeString(folder.resolve("scores.tsv"), scores);
        return LinkFile.open(Files.writeString(folder.resolve("links.txt"), links), null, scoreFile);
    }

    @Test
    void aPipeLosesNothing() throws Exception {
        Path pipe = NamedPipe.make(folder.resolve("pipe"));
        var feeding = NamedPipe.feed(pipe, "0-0 1-1\n".repeat(30_000).getBytes(StandardCharsets.UTF_8));
        assertThat(LinkFiles.readAll(pipe)).hasSize(30_000).allMatch(alignment -> alignment.links().size() == 2);
        feeding.join();
    }

    @Test
    void aPairIsNamedWhereTheFileSaysSomethingOfIt() throws Exception {
        String giza = "# Sentence pair (%d) source length 1 target length 1 alignment score : 1\ny \nNULL ({ 1 }) x ({ }) \n";
        assertThat(named("2 1 1\n4 0 1\n")).containsExactly(false, true, false, true, false);
        assertThat(named(giza.formatted(2) + giza.formatted(4))).containsExactly(false, true, false, true, false);
        assertThat(named("0-0\n\n\n0-0\n\n")).containsExactly(true, true, true, true, true);
    }

    private List<Boolean> named(String links) throws IOException, HydraException {
        List<Boolean> named = new ArrayList<>();
        try (LinkFile file = LinkFile.open(Files.writeString(folder.resolve("links.txt"), links), null, null)) {
            for (int pair = 0; pair < 5; pair++) {
                file.next(1, 1);
                named.add(file.named());
            }
        }
        return named;
    }
}
