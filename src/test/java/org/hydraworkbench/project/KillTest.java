package org.hydraworkbench.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.Tidied;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.work.JobRecord;
import org.hydraworkbench.testing.ChildJava;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that works on a project is killed without warning, again and again; nothing may be corrupt, and at most the action
 * in flight lost. The system property {@code hydra.kills} says how often (3; the release check uses 20).
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("hydra.kills", 3);
    private static final int WORDS = 2_000;
    private static final String SENTENCE = "word ".repeat(200).strip();

    @TempDir
    Path folder;

    @Test
    void losesAtMostTheEditInFlight() throws Exception {
        Path file = folder.resolve("test.hydra");
        TestProjects.create(folder, "word ".repeat(WORDS).strip() + "\tawal").close();
        Random random = new Random(1);
        for (int kill = 0; kill < KILLS; kill++) {
            int wanted = 1 + random.nextInt(40);
            Process child = start(Editor.class, file);
            waitForLines(wanted);
            child.destroyForcibly().waitFor();
            // Each line was printed after its edit came back; the kill fell somewhere into the next one.
            List<String> confirmed = lines();
            assertThat(confirmed).hasSizeGreaterThanOrEqualTo(wanted);
            try (Project project = Project.open(file)) {
                assertSound(project);
                int edits = project.edits().of(1).size();
                assertThat(edits).isBetween(Integer.parseInt(confirmed.getLast()), Integer.parseInt(confirmed.getLast()) + 1);
                for (int undone = 0; undone < edits; undone++) {
                    assertThat(project.history().undo()).isPresent();
                }
                assertThat(project.edits().of(1)).isEmpty();
                while (project.history().redo().isPresent()) {
                    // all of it comes back
                }
                assertThat(project.edits().of(1)).hasSize(edits);
            }
        }
    }

    @Test
    void leavesNoHalfImport() throws Exception {
        Path file = folder.resolve("test.hydra");
        TestProjects.create(folder, "dog\taqjun").close();
        Random random = new Random(2);
        Set<Long> complete = new LinkedHashSet<>(Set.of(1L));
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = start(Importer.class, file);
            waitForLines(1);
            child.waitFor(20 + random.nextInt(1500), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            try (Project project = Project.open(file)) {
                assertSound(project);
                List<CorpusInfo> corpora = project.corpora().list();
                assertThat(corpora.getFirst().pairs()).isEqualTo(1);
                long pairs = 1;
                for (CorpusInfo corpus : corpora.subList(1, corpora.size())) {
                    assertThat(corpus.pairs()).isEqualTo(30_000);
                    pairs += corpus.pairs();
                    complete.add(corpus.id());
                }
                assertThat(corpora).extracting(CorpusInfo::id).containsExactlyElementsOf(complete);
                assertThat(project.corpora().count(PairFilter.all().withExcluded(false))).isEqualTo(pairs);
                project.work().finishSearchIndexes().run(Progress.none());
                assertThat(project.corpora().search("aqjun", 10)).hasSize(1);
                assertThat(project.corpora().count(PairFilter.all().withText("awal"))).isEqualTo(pairs - 1);
                assertThat(project.jobs().list(100)).extracting(JobRecord::state).doesNotContain(JobRecord.State.RUNNING);
            }
        }
    }

    @Test
    void leavesNoHalfArtefact() throws Exception {
        Path file = folder.resolve("test.hydra");
        TestProjects.create(folder, "dog\taqjun").close();
        Random random = new Random(3);
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = start(Maker.class, file);
            waitForLines(1);
            child.waitFor(5 + random.nextInt(400), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            try (Project project = Project.open(file)) {
                assertSound(project);
                List<Artefact> made = project.artefacts().list(ArtefactKind.EVALUATION);
                for (Artefact artefact : made) {
                    assertThat(project.artefacts().verify(artefact, Progress.none())).isEmpty();
                }
                try (var folders = Files.list(project.files())) {
                    // A whole one whose row was not committed is set aside.
                    assertThat(folders.filter(each -> !each.endsWith(Tidied.FOLDER))).hasSize(made.size());
                }
            }
        }
    }

    private static void assertSound(Project project) throws Exception {
        assertThat(project.check()).isEmpty();
    }

    /** What the child has printed; a last line without its end is left out. */
    private List<String> lines() throws Exception {
        String text = Files.readString(folder.resolve("output.txt"));
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private void waitForLines(int count) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (lines().size() < count) {
            assertThat(System.nanoTime()).as("the child has printed too little after a minute").isLessThan(end);
            Thread.sleep(2);
        }
    }

    private Process start(Class<?> program, Path file) throws Exception {
        return ChildJava.of(program, "256m", file.toString())
                .redirectOutput(folder.resolve("output.txt").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Makes one edit after another and prints how many there are. */
    static final class Editor {
        public static void main(String[] arguments) throws Exception {
            try (Project project = Project.open(Path.of(arguments[0]))) {
                for (int k = project.edits().of(1).size(); k < WORDS; k++) {
                    project.edits().setLink(1, new Span(5 * k, 5 * k + 4), new Span(0, 4), LinkState.SURE);
                    System.out.println(k + 1);
                }
            }
        }
    }

    /** Imports one corpus after another; each has a line of its own, as a text is imported only once. */
    static final class Importer {
        public static void main(String[] arguments) throws Exception {
            Path file = Path.of(arguments[0]);
            Path large = file.resolveSibling("large.tsv");
            String lines = (SENTENCE + "\tawal\n").repeat(29_999);
            try (Project project = Project.open(file)) {
                System.out.println("importing");
                while (true) {
                    Files.writeString(large, "number " + System.nanoTime() + "\tawal\n" + lines);
                    project.work().importCorpus(ImportRequest.of(large)).run(Progress.none());
                }
            }
        }
    }

    /** Makes one artefact after another. */
    static final class Maker {
        public static void main(String[] arguments) throws Exception {
            try (Project project = Project.open(Path.of(arguments[0]))) {
                System.out.println("making");
                for (int k = 0; k < 10_000; k++) {
                    TestProjects.artefact(project, Slot.EVALUATION, "number " + k, "content ".repeat(10_000) + k);
                }
            }
        }
    }
}
