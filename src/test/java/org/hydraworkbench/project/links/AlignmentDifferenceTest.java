package org.hydraworkbench.project.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignmentDifferenceTest {

    private static final AlignmentSettings WORDS = AlignmentSettings.defaults().withUnit(Unit.WORD);

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() throws Exception {
        project = Project.create(folder.resolve("test"), "Test", "en", "kab");
        Path file = Files.write(
                folder.resolve("a.tsv"),
                List.of("dog\taqjun", "the dog\taqjun", "cat\tamcic", "the cat\tamcic", "dog cat\taqjun amcic"));
        project.corpora().importFrom(ImportRequest.of(file), Progress.none());
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    private Artefact align(AlignmentSettings settings) throws Exception {
        return project.work().job(Operations.ALIGN, settings, Use.ALWAYS, Environment.plain()).run(Progress.none());
    }

    @Test
    void oneAlignmentDoesNotDifferFromItself() throws Exception {
        Artefact only = align(WORDS);
        assertThat(project.alignments().difference(only, only)).contains(new AlignmentDifference(5, 0, 0, 0));
    }

    @Test
    void countsThePairsAndTheLinksThatCameAndWent() throws Exception {
        Artefact before = align(WORDS);
        PairView pair = project.alignments().now().view(project.corpora().search("dog cat", 1).getFirst());
        EffectiveLink link = pair.links().getFirst();
        project.edits().setLink(
                pair.pair().id(),
                pair.source().segments().get(link.source()).span(),
                pair.target().segments().get(link.target()).span(),
                LinkState.REJECTED);
        Artefact after = align(WORDS.withFromLinks(true));

        AlignmentDifference found = project.alignments().difference(before, after).orElseThrow();
        Set<String> old = links(before);
        Set<String> now = links(after);
        assertThat(old).isNotEqualTo(now);
        assertThat(found.pairs()).isEqualTo(5);
        assertThat(found.added()).isEqualTo(now.stream().filter(one -> !old.contains(one)).count());
        assertThat(found.removed()).isEqualTo(old.stream().filter(one -> !now.contains(one)).count());
        assertThat(found.changed()).isPositive().isLessThanOrEqualTo(found.added() + found.removed());
    }

    private Set<String> links(Artefact alignment) throws Exception {
        AlignmentFiles files = project.alignments().open(alignment);
        Set<String> all = new HashSet<>();
        for (long id : files.ids()) {
            for (Link link : files.links(id).links()) {
                all.add(id + ":" + link.source() + "-" + link.target());
            }
        }
        return all;
    }

    @Test
    void sentencesThatAreCutOtherwiseCannotBeCompared() throws Exception {
        Artefact words = align(WORDS);
        Artefact given = align(WORDS.withUnit(Unit.GIVEN));
        assertThat(project.alignments().difference(words, given)).isEmpty();
    }
}
