package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.hydraworkbench.align.Aligned;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.links.AlignmentFiles;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.testing.SharedData;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project of 300 real sentence pairs whose bitext is aligned in several parts. */
class AlignInPartsTest {

    private static final int PAIRS = 300;
    private static final AlignOptions OPTIONS =
            AlignOptions.defaults().withThreads(1).withPasses(8).withCellsAPart(4_000);

    @TempDir
    private Path folder;

    private List<String> lines = List.of();
    private Project project;

    @BeforeEach
    void align() throws Exception {
        lines = TextLines.readAll(SharedData.require("bitext/eng-kab.tatoeba.train.tsv.gz"));
        project = TestProjects.create(folder, lines.subList(0, PAIRS).toArray(String[]::new));
        TestProjects.make(project, Operations.ALIGN, settings());
    }

    @AfterEach
    void close() throws Exception {
        if (project != null) {
            project.close();
        }
    }

    private static AlignmentSettings settings() {
        return AlignmentSettings.defaults().withUnit(Unit.WORD).withOptions(OPTIONS);
    }

    private AlignmentFiles files() throws Exception {
        return project.alignments().now().files().orElseThrow();
    }

    @Test
    void everyPairHasTheLinksThatItsPartGivesIt() throws Exception {
        List<Integer> firsts = new ArrayList<>();
        Aligned expected = expected(firsts);
        assertThat(firsts).hasSizeGreaterThan(2);
        AlignmentFiles files = files();
        assertThat(files.ids()).containsExactly(LongStream.rangeClosed(1, PAIRS).toArray());
        for (int pair = 0; pair < PAIRS; pair++) {
            assertThat(files.links(pair + 1)).isEqualTo(expected.links().get(pair));
        }
        assertThat(files.model().source().size()).isEqualTo(expected.model().source().size());
    }

    /** The same pairs aligned in the same parts, outside a project. */
    private Aligned expected(List<Integer> firsts) throws Exception {
        Segmenter words = Segmenter.of(Unit.WORD, null);
        List<SentencePair> pairs = lines.subList(0, PAIRS).stream()
                .map(line -> line.split("\t"))
                .map(sides -> new SentencePair(sides[0], sides[1]))
                .toList();
        return Aligned.of(
                PairSource.of(pairs),
                words,
                words,
                part -> {
                    firsts.add(part.first());
                    return TrainingData.of(part.bitext());
                },
                OPTIONS);
    }

    @Test
    void aPairOfALaterPartGetsTheLinksThatWereConfirmed() throws Exception {
        long late = pairWithLinks(PAIRS - 10);
        reject(late, files().links(late).links().getFirst());
        int last = project.alignments().now().view(late).target().size() - 1;
        say(late, 0, last, LinkState.SURE);
        project.edits().confirm(late, true);
        List<Link> holding = project.alignments().now().effective(late).stream()
                .filter(link -> link.state() != LinkState.REJECTED)
                .map(link -> Link.sure(link.source(), link.target()))
                .toList();
        TestProjects.make(project, Operations.ALIGN, settings());
        assertThat(files().links(late).links()).isEqualTo(holding);
        TestProjects.make(project, Operations.ALIGN, settings().withFromLinks(true));
        assertThat(files().links(late).links()).isEqualTo(holding);
    }

    @Test
    void aLinkThatWasRejectedInALaterPartDoesNotComeBack() throws Exception {
        long late = pairWithLinks(PAIRS - 20);
        Link wrong = files().links(late).links().getFirst();
        reject(late, wrong);
        for (boolean fromLinks : new boolean[] {false, true}) {
            TestProjects.make(project, Operations.ALIGN, settings().withFromLinks(fromLinks));
            assertThat(files().links(late).state(wrong.source(), wrong.target())).isNull();
        }
    }

    @Test
    void trainingStartsFromTheLinksOfThePartsOwnPairs() throws Exception {
        Links before = links();
        TestProjects.make(project, Operations.ALIGN, settings().withFromLinks(true));
        double kept = kept(before, links());
        TestProjects.make(project, Operations.ALIGN, settings().withOptions(OPTIONS.withSeed(2)));
        assertThat(kept).isGreaterThan(0.9).isGreaterThan(kept(before, links()) + 0.01);
    }

    @Test
    void pairsOfWhichNoLinkIsKnownAreLearntFromNothing() throws Exception {
        CorpusInfo old = project.corpora().list().getFirst();
        TestProjects.importLines(project, folder, "more", lines.subList(PAIRS, 2 * PAIRS).toArray(String[]::new));
        project.corpora().remove(old.id());
        TestProjects.make(project, Operations.ALIGN, settings().withFromLinks(true));
        Links fromLinks = links();
        TestProjects.make(project, Operations.ALIGN, settings());
        assertThat(fromLinks.size()).isEqualTo(PAIRS);
        assertThat(fromLinks).usingRecursiveComparison().isEqualTo(links());
    }

    /** The first pair from {@code id} on that has links. */
    private long pairWithLinks(long id) throws Exception {
        AlignmentFiles files = files();
        return LongStream.rangeClosed(id, PAIRS)
                .filter(pair -> !files.links(pair).links().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private void reject(long pair, Link link) throws Exception {
        say(pair, link.source(), link.target(), LinkState.REJECTED);
    }

    private void say(long pair, int source, int target, LinkState state) throws Exception {
        PairView view = project.alignments().now().view(pair);
        project.edits()
                .setLink(
                        pair,
                        view.source().segments().get(source).span(),
                        view.target().segments().get(target).span(),
                        state);
    }

    /** The links in use, in the order of the pairs. */
    private Links links() throws Exception {
        AlignmentFiles files = files();
        Links.Builder links = new Links.Builder();
        for (long id : files.ids()) {
            links.add(files.links(id));
        }
        return links.build();
    }

    /** Which part of the links is still there. */
    private static double kept(Links before, Links after) {
        int same = 0;
        for (int pair = 0; pair < before.size(); pair++) {
            for (Link link : before.get(pair).links()) {
                same += after.get(pair).state(link.source(), link.target()) == null ? 0 : 1;
            }
        }
        return (double) same / before.total();
    }
}
