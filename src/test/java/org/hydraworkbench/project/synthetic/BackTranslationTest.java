package org.hydraworkbench.project.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.choice.BackTranslator;
import org.hydraworkbench.decode.choice.BackTranslator.Reason;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackTranslationTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void learn() throws Exception {
        project = TestProjects.nouns(folder);
        CorpusInfo test = TestProjects.importLines(project, folder, "test", "See road and road.\tWali abrid d ubrid.");
        project.corpora().setRole(test.id(), CorpusRole.TEST);
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    private BackTranslation.Made make(String... lines) throws Exception {
        return new BackTranslation(project, Files.write(folder.resolve("book.txt"), List.of(lines)), 2).run(Progress.none());
    }

    @Test
    void aTextInTheSourceLanguageBecomesPairsThatTuneAHydraOnly() throws Exception {
        long training = project.corpora().count(CorpusRole.TRAINING);
        BackTranslation.Made made = make(
                "See tree and tree.", "", "See tree and tree.", "See road and road.", "See day and tree.", "See zebra and tree.", "See river and river.");
        assertThat(made.side()).isEqualTo(Side.SOURCE);
        assertThat(project.corpora().first(CorpusRole.SYNTHETIC, 9)).containsExactly(
                new SentencePair("See tree and tree.", "Wali aseklu d aseklu."), new SentencePair("See river and river.", "Wali asif d asif."));
        assertThat(made.corpus().name()).isEqualTo("book.txt, translated");
        assertThat(made.corpus().origin()).isEqualTo("book.txt, en, translated by this project");
        assertThat(made.outcome()).isEqualTo(new BackTranslator.Outcome(
                2, Map.of(Reason.BLANK, 1L, Reason.REPEATED, 1L, Reason.NAMED, 2L, Reason.UNKNOWN_WORD, 1L)));
        assertThat(project.corpora().count(CorpusRole.TRAINING)).isEqualTo(training);
    }

    @Test
    void aTextInTheTargetLanguageIsTheRightSide() throws Exception {
        assertThat(make("Wali aseklu d aseklu.", "Wali abrid d ubrid.").side()).isEqualTo(Side.TARGET);
        assertThat(project.corpora().first(CorpusRole.SYNTHETIC, 9))
                .containsExactly(new SentencePair("See tree and tree.", "Wali aseklu d aseklu."));
    }

    @Test
    void aTextOfWhichNothingComesIsRefusedAndLeavesNothing() throws Exception {
        assertThatThrownBy(() -> make("Ein Baum und noch ein Baum.")).isInstanceOf(InputException.class)
                .hasMessageContaining("does not look like English or Kabyle");
        assertThatThrownBy(() -> make(" ")).isInstanceOf(InputException.class).hasMessageContaining("is empty");
        assertThatThrownBy(() -> make("See day and tree.")).isInstanceOf(InputException.class)
                .hasMessageEndingWith("no pair could be made of it: 1 translated already or held out");
        assertThat(project.corpora().list()).hasSize(2);
    }
}
