package org.hydraworkbench.project.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.Term;
import org.hydraworkbench.testing.TestProjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossaryTest {

    @TempDir
    Path folder;

    private Project project;
    private Glossary glossary;

    @BeforeEach
    void open() throws Exception {
        project = TestProjects.empty(folder);
        glossary = project.glossary();
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void wordsHaveOneTranslationAndCapitalsMakeNoOtherTerm() throws Exception {
        assertThat(glossary.add(" river ", "asif")).isTrue();
        assertThat(glossary.add("river", "asif")).isFalse();
        assertThat(glossary.add("River", "iɣzer")).isTrue();
        assertThat(glossary.add("day", "ass")).isTrue();
        assertThat(glossary.list()).containsExactly(new Term("day", "ass"), new Term("River", "iɣzer"));
        assertThat(glossary.remove("RIVER")).isTrue();
        assertThat(glossary.remove("river")).isFalse();
        assertThat(glossary.list()).containsExactly(new Term("day", "ass"));
    }

    @Test
    void severalTermsGoAndComeBackAsOneAction() throws Exception {
        glossary.add("river", "asif");
        glossary.add("day", "ass");
        glossary.add("tree", "aseklu");
        assertThat(glossary.remove(List.of("Tree", "day", "tree", "moon"))).isTrue();
        assertThat(glossary.remove(List.of())).isFalse();
        assertThat(glossary.list()).containsExactly(new Term("river", "asif"));
        project.history().undo();
        assertThat(glossary.list()).hasSize(3);
    }

    @Test
    void everyChangeIsTakenBackAlsoWhenTheProjectWasClosedMeanwhile() throws Exception {
        glossary.add("river", "asif");
        glossary.add("River", "iɣzer");
        glossary.remove("river");
        Path file = project.file();
        project.close();
        project = Project.open(file);
        glossary = project.glossary();
        assertThat(glossary.list()).isEmpty();
        project.history().undo();
        assertThat(glossary.list()).containsExactly(new Term("River", "iɣzer"));
        project.history().undo();
        assertThat(glossary.list()).containsExactly(new Term("river", "asif"));
        project.history().undo();
        assertThat(glossary.list()).isEmpty();
        project.history().redo();
        assertThat(glossary.list()).containsExactly(new Term("river", "asif"));
    }

    @Test
    void aFileIsTakenInAsOneAction() throws Exception {
        glossary.add("river", "asif");
        glossary.add("day", "ass");
        Path file = Files.writeString(folder.resolve("terms.tsv"), "river\tasif\nday\twass\n\ntree\taseklu\nTree\ttaddagt\n");
        assertThat(glossary.importFrom(file)).isEqualTo(2);
        assertThat(glossary.list()).containsExactly(new Term("day", "wass"), new Term("river", "asif"), new Term("Tree", "taddagt"));
        project.history().undo();
        assertThat(glossary.list()).containsExactly(new Term("day", "ass"), new Term("river", "asif"));
    }

    @Test
    void whatHasNoWordsIsNoTerm() throws Exception {
        assertThatThrownBy(() -> glossary.add("river", " \t"))
                .isInstanceOf(InputException.class)
                .hasMessage("A term needs words and their translation; one of “river” and “” has none.");
        Path file = Files.writeString(folder.resolve("terms.tsv"), "river\tasif\nday\n");
        assertThatThrownBy(() -> glossary.importFrom(file)).isInstanceOf(InputException.class).hasMessageContaining("terms.tsv:2");
        assertThat(glossary.list()).isEmpty();
    }
}
