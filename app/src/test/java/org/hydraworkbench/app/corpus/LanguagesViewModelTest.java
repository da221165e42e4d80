package org.hydraworkbench.app.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.text.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguagesViewModelTest {

    @TempDir
    Path folder;

    private TestBench bench;
    private Project project;
    private LanguageNames names;
    private LanguagesViewModel model;

    @BeforeEach
    void open() throws Exception {
        Path file = folder.resolve("empty.hydra");
        Project.create(file, "Empty", "en", "kab").close();
        bench = new TestBench(folder.resolve("settings"));
        names = new LanguageNames(bench.workbench.project());
        assertThat(names.of(Side.SOURCE).get()).as("while none is open").isEqualTo("Source");
        project = bench.open(file);
        model = new LanguagesViewModel(project);
    }

    @AfterEach
    void close() throws HydraException {
        bench.close();
    }

    private String languages() {
        return project.info().sourceLanguage() + " " + project.info().targetLanguage();
    }

    @Test
    void nothingIsToBeCorrectedAtFirst() {
        assertThat(model.sourceProperty().get()).isEqualTo("English (en)");
        assertThat(model.targetProperty().get()).isEqualTo("Kabyle (kab)");
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.completeProperty().get()).isFalse();
    }

    @Test
    void aCorrectedLanguageIsCalledSoEverywhereUntilItIsUndone() throws Exception {
        model.targetProperty().set("Tamazight (zgh)");
        assertThat(model.completeProperty().get()).isTrue();
        model.correct(bench.workbench.jobs());
        assertThat(languages()).isEqualTo("en zgh");
        bench.await(() -> names.of(Side.TARGET).get().equals("Standard Moroccan Tamazight"));
        bench.workbench.project().undo();
        bench.await(() -> names.of(Side.TARGET).get().equals("Kabyle"));
        assertThat(languages()).isEqualTo("en kab");
    }

    @Test
    void oneLanguageMayGetTheFormerTagOfTheOther() {
        model.sourceProperty().set("kab");
        model.targetProperty().set("zgh");
        model.correct(bench.workbench.jobs());
        assertThat(languages()).isEqualTo("kab zgh");
        assertThat(bench.told).isEmpty();
    }

    @Test
    void whatCannotBeIsSaidAsItIsTyped() {
        model.targetProperty().set("no such language");
        assertThat(model.problemProperty().get()).startsWith("“no such language” is no language that is known here.");
        model.targetProperty().set("en");
        assertThat(model.problemProperty().get()).contains("the same");
        model.sourceProperty().set("kab");
        assertThat(model.problemProperty().get()).contains("exchanged");
        assertThat(model.completeProperty().get()).isFalse();
        model.correct(bench.workbench.jobs());
        assertThat(languages()).isEqualTo("en kab");
    }
}
