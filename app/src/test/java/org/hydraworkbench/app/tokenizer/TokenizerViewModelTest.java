package org.hydraworkbench.app.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.hydraworkbench.app.testing.SharedFiles;
import org.hydraworkbench.app.testing.SmallProject;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.project.artefacts.Artefact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerViewModelTest {

    @TempDir
    Path folder;

    private TestBench bench;
    private TokenizerViewModel model;

    @BeforeEach
    void openProject() throws Exception {
        bench = new TestBench(folder);
        model = new TokenizerViewModel(bench.workbench);
        bench.open(SmallProject.copyInto(folder));
    }

    @AfterEach
    void closeProject() throws Exception {
        bench.close();
    }

    @Test
    void showsBothTokenizersWithTheirFiguresOnTheCorpus() {
        assertThat(model.source().languageProperty().get()).isEqualTo("en");
        assertThat(model.target().languageProperty().get()).isEqualTo("kab");
        TokenizerFacts target = model.target().factsProperty().get().orElseThrow();
        assertThat(target.size()).isEqualTo(600);
        assertThat(target.own().lines()).isGreaterThanOrEqualTo(300);
        // A tokenizer made for a language needs fewer tokens for it than one made for another.
        TokenizerFacts source = model.source().factsProperty().get().orElseThrow();
        assertThat(source.target().tokensPerWord()).isGreaterThan(target.own().tokensPerWord());
    }

    @Test
    void beginsWithASentenceOfTheCorpusCutByBoth() {
        assertThat(model.sentenceProperty().get()).isNotEmpty();
        assertThat(model.source().chips()).isNotEmpty();
        assertThat(model.target().chips()).isNotEmpty().hasSizeLessThan(model.source().chips().size());
    }

    @Test
    void typingCutsAnew() {
        model.sentenceProperty().set("aman");
        assertThat(String.join("", model.target().chips().stream().map(TokenChip::shown).toList())).isEqualTo("aman");
        model.sentenceProperty().set("");
        assertThat(model.target().chips()).isEmpty();
    }

    @Test
    void trainsWithTheSettingsAndShowsTheResult() throws Exception {
        long before = model.target().artefactProperty().get().orElseThrow().id();
        model.training().sizeProperty().set(500);
        model.training().train();
        bench.await(() -> model.target().artefactProperty().get().orElseThrow().id() != before);
        assertThat(model.target().factsProperty().get().orElseThrow().size()).isEqualTo(500);
        assertThat(model.target().choices()).hasSize(2);
    }

    @Test
    void whatWasChosenIsThereWhenTheProjectIsOpenedAgain() throws Exception {
        model.training().sizeProperty().set(777);
        model.training().splitDigitsProperty().set(false);
        Path file = bench.workbench.project().current().orElseThrow().file();
        bench.workbench.project().leave();
        TokenizerViewModel again = new TokenizerViewModel(bench.workbench);
        bench.open(file);
        bench.await(() -> again.training().sizeProperty().get() == 777);
        assertThat(again.training().splitDigitsProperty().get()).isFalse();
        assertThat(again.training().nfcProperty().get()).isTrue();
    }

    @Test
    void goesBackToAnEarlierTokenizer() throws Exception {
        Artefact first = model.target().artefactProperty().get().orElseThrow();
        model.training().sizeProperty().set(500);
        model.training().train();
        bench.await(() -> model.target().choices().size() == 2);
        model.target().choose(first);
        bench.await(() -> model.target().artefactProperty().get().map(Artefact::id).equals(Optional.of(first.id())));
        assertThat(model.target().factsProperty().get().orElseThrow().size()).isEqualTo(600);
    }

    @Test
    void takesInATokenizerFromAFolder() throws Exception {
        bench.dialogs.file = Optional.of(SharedFiles.require("models/house-5M"));
        model.source().load();
        bench.await(() -> model.source().factsProperty().get().filter(facts -> facts.size() == 5_996).isPresent());
    }

    @Test
    void proposesASizeFromTheCorpusAtOnceAndFromMeasuringWhenAsked() {
        assertThat(model.training().sizeProperty().get()).isBetween(600, 1_500);
        assertThat(model.training().canTakeProposal().get()).isFalse();
        model.training().measure();
        assertThat(model.training().measuredProperty().get()).isNotNull();
        int proposed = model.training().measuredProperty().get().proposedSize();
        model.training().sizeProperty().set(proposed + 1);
        assertThat(model.training().canTakeProposal().get()).isTrue();
        model.training().takeProposal();
        assertThat(model.training().canTakeProposal().get()).isFalse();
        assertThat(model.training().sizeProperty().get()).isEqualTo(proposed);
        assertThat(model.training().proposalProperty().get()).contains("%");
    }

    @Test
    void withoutAProjectThereIsNothing() throws Exception {
        bench.workbench.project().leave();
        assertThat(model.target().artefactProperty().get()).isEmpty();
        assertThat(model.target().chips()).isEmpty();
        assertThat(model.facts()).isEmpty();
    }
}
