package org.hydraworkbench.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.app.shell.Target;
import org.hydraworkbench.app.testing.Copies;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.testing.ToyProject;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.mapping.Origin;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.links.PairView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingViewModelTest {

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private TestBench bench;
    private Project project;
    private MappingViewModel model;

    @BeforeAll
    static void make() throws Exception {
        ToyProject.make(made);
    }

    @BeforeEach
    void open() throws Exception {
        Copies.copy(made, folder);
        bench = new TestBench(folder.resolve("settings"));
        model = new MappingViewModel(bench.workbench);
        project = bench.open(folder.resolve("toy.hydra"));
        model.opened();
        bench.workbench.project().addListener(model::changed);
        model.setVisible(true);
    }

    @AfterEach
    void close() throws HydraException {
        bench.close();
    }

    private TokenLine token(String name) {
        return model.lines().stream().filter(line -> line.token().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void everyTargetTokenHasALine() {
        assertThat(model.emptyProperty().get()).isFalse();
        assertThat(model.lines()).hasSize(model.statsProperty().get().tokens());
        assertThat(model.mixture(token("▁aqjun")).shares().getFirst().token()).isEqualTo("▁dog");
    }

    @Test
    void filtersByKindAndText() {
        model.kindProperty().set(TokenKind.SPECIAL);
        assertThat(model.lines()).isNotEmpty().allMatch(line -> line.origin() == Origin.SPECIAL);
        model.kindProperty().set(TokenKind.ALL);
        model.textProperty().set("aqj");
        assertThat(model.lines()).isNotEmpty().allMatch(line -> line.token().contains("aqj"));
    }

    @Test
    void aTokenRestsOnSentencesThatOpenInTheAlignment() {
        model.selectedProperty().set(token("▁aqjun"));
        assertThat(model.examplesProperty().get()).isNotEmpty().allMatch(pair -> pair.target().contains("aqjun"));
        PairRow example = model.examplesProperty().get().getFirst();
        model.openPair(example);
        assertThat(bench.shown).containsExactly(new Target.Pair(example.id()));
    }

    @Test
    void anEditOfALinkChangesTheRow() throws Exception {
        TokenLine before = token("▁aqjun");
        model.selectedProperty().set(before);
        long pair = model.examplesProperty().get().getFirst().id();
        PairView view = project.alignments().now().view(pair);
        int dog = view.target().forms()[0].contains("aqjun") ? 0 : 2;
        project.edits().setLink(
                pair,
                view.source().segments().getLast().span(),
                view.target().segments().get(dog).span(),
                LinkState.SURE);
        bench.await(() -> !token("▁aqjun").row().equals(before.row()));
        assertThat(model.selectedProperty().get()).as("stays selected").isEqualTo(token("▁aqjun"));
    }

    @Test
    void revealsATokenWhenTheMappingIsThere() {
        int id = token("▁aqjun").id();
        model.kindProperty().set(TokenKind.SPECIAL);
        model.reveal(id);
        assertThat(model.kindProperty().get()).isEqualTo(TokenKind.ALL);
        assertThat(model.selectedProperty().get()).isNotNull().extracting(TokenLine::id).isEqualTo(id);
    }
}
