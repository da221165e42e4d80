package org.hydraworkbench.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.app.testing.SmallProject;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.Term;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossaryViewModelTest {

    @TempDir
    Path folder;

    private TestBench bench;
    private Project project;
    private GlossaryViewModel model;

    @BeforeEach
    void openProject() throws Exception {
        bench = TestBench.inBackground(folder);
        model = new GlossaryViewModel(bench.workbench);
        project = bench.open(SmallProject.copyInto(folder));
    }

    @AfterEach
    void closeProject() throws Exception {
        bench.close();
    }

    @Test
    void aTermIsAddedTakenOutAndBroughtBack() throws Exception {
        model.sourceProperty().set("dog");
        assertThat(model.canAdd().get()).isFalse();
        model.add();
        model.targetProperty().set("aydi");
        model.add();
        bench.await(() -> model.terms().equals(List.of(new Term("dog", "aydi"))));
        bench.await(() -> model.sourceProperty().get().isEmpty() && model.targetProperty().get().isEmpty());
        model.remove(model.terms());
        bench.await(() -> model.terms().isEmpty());
        project.history().undo();
        bench.await(() -> model.terms().equals(List.of(new Term("dog", "aydi"))));
    }

    /** What was typed stays, so that it can be put right. */
    @Test
    void whatIsNoTermIsSaidAndStays() throws Exception {
        model.sourceProperty().set("dog");
        model.targetProperty().set("\u200B");
        model.add();
        bench.await(() -> !bench.told.isEmpty());
        assertThat(bench.told).singleElement().asString().contains("A term needs words");
        assertThat(model.sourceProperty().get()).isEqualTo("dog");
        assertThat(model.terms()).isEmpty();
    }
}
