package org.hydraworkbench.app.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.testing.ToyProject;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusViewModelTest {

    @TempDir
    Path folder;

    private TestBench bench;
    private CorpusViewModel model;

    @BeforeEach
    void open() throws Exception {
        Path file = folder.resolve("empty.hydra");
        Project.create(file, "Empty", "en", "kab").close();
        bench = new TestBench(folder.resolve("settings"));
        model = new CorpusViewModel(bench.workbench);
        bench.open(file);
        model.opened();
        bench.workbench.project().addListener(model::changed);
    }

    @AfterEach
    void close() throws HydraException {
        bench.close();
    }

    private void importToy() throws Exception {
        model.importFiles(List.of(ToyProject.corpus(folder)));
        model.importingProperty().get().start();
        bench.await(() -> model.rows().size() == ToyProject.lines().size());
    }

    @Test
    void thePreviewShowsTheFirstPairsAndNothingIsImportedYet() throws Exception {
        model.importFiles(List.of(ToyProject.corpus(folder)));
        ImportViewModel importing = model.importingProperty().get();
        assertThat(importing.previewProperty().get().rows()).hasSize(50);
        assertThat(importing.nameProperty().get()).isEqualTo("eng-kab.toy");
        assertThat(importing.readyBinding().get()).isTrue();
        assertThat(importing.summary()).contains("TSV", "120 pairs");
        assertThat(model.manager().list()).isEmpty();
    }

    @Test
    void anImportFillsTheTable() throws Exception {
        importToy();
        assertThat(model.importingProperty().get()).isNull();
        PairRow first = model.rows().getFirst().value();
        assertThat(first.source() + "\t" + first.target()).isEqualTo(ToyProject.lines().getFirst());
        assertThat(model.countsProperty().get()).contains("120 of 120");
    }

    @Test
    void aBadLineIsToldWithFileAndLineAndNothingIsImported() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.tsv"), "a\tb\nno tab here\n");
        model.importFiles(List.of(bad));
        ImportViewModel importing = model.importingProperty().get();
        assertThat(importing.problemProperty().get()).contains("bad.tsv:2");
        assertThat(importing.previewProperty().get().rows()).hasSize(1);
        assertThat(importing.readyBinding().get()).isFalse();
        importing.start();
        assertThat(model.manager().list()).isEmpty();
    }

    @Test
    void filesCalledByTheLanguagesOfTheProjectAreOfferedWithTheOthers() {
        model.chooseFiles();
        assertThat(bench.dialogs.kinds.getFirst().patterns()).contains("*.tsv", "*.en", "*.kab").doesNotContain("*");
    }

    @Test
    void twoPlainFilesBelongTogether() throws Exception {
        Path left = Files.writeString(folder.resolve("text.kab"), "axxam\naqjun\n");
        Path right = Files.writeString(folder.resolve("text.eng"), "house\ndog\n");
        model.importFiles(List.of(left, right));
        ImportViewModel importing = model.importingProperty().get();
        assertThat(importing.filesProperty().get()).isEqualTo(new ImportFiles.Parallel(left, right));
        assertThat(importing.swappedProperty().get()).as("never unasked").isFalse();
        assertThat(importing.doubtsProperty().get().reasons()).singleElement().asString().contains("seem to be swapped");
        importing.swappedProperty().set(true);
        assertThat(importing.doubtsProperty().get().reasons()).isEmpty();
        assertThat(importing.previewProperty().get().rows().getFirst().source()).isEqualTo("house");
        importing.start();
        bench.await(() -> model.rows().size() == 2);
        assertThat(model.rows().getFirst().value().source()).isEqualTo("house");
    }

    @Test
    void filtersAndOrderChooseTheRows() throws Exception {
        importToy();
        model.textProperty().set("woman");
        assertThat(model.rows().size()).isPositive().isLessThan(120);
        assertThat(model.rows()).allMatch(row -> row.value().source().contains("woman"));
        model.textProperty().set("");
        model.orderProperty().set(PairOrder.LONGEST_SOURCE);
        int longest = ToyProject.lines().stream().mapToInt(line -> line.indexOf('\t')).max().orElseThrow();
        assertThat(model.rows().getFirst().value().source()).hasSize(longest);
    }

    @Test
    void excludedPairsStayAndComeBackWithUndo() throws Exception {
        importToy();
        PairRow first = model.rows().getFirst().value();
        assertThat(model.corpusOf(first)).isEqualTo("eng-kab.toy");
        model.exclude(List.of(first), true);
        bench.await(() -> model.countsProperty().get().contains("1 excluded"));
        assertThat(model.rows()).hasSize(120);
        model.shownProperty().set(CorpusViewModel.Shown.EXCLUDED);
        assertThat(model.rows()).singleElement().extracting(row -> row.value().id()).isEqualTo(first.id());
        bench.workbench.project().undo();
        bench.await(() -> model.rows().isEmpty());
        assertThat(model.countsProperty().get()).contains("none excluded");
    }

    @Test
    void aTextBecomesSyntheticPairsWhenThePersonSaysSo() throws Exception {
        Path text = Files.writeString(folder.resolve("tales.txt"), "the woman sees the man loves the woman big\n");
        bench.dialogs.file = Optional.of(text);
        model.makeSynthetic();
        bench.await(() -> bench.told.stream().anyMatch(told -> told.contains("align its corpora first")));
        bench.open(ToyProject.make(folder));
        model.opened();
        bench.dialogs.confirms = false;
        model.makeSynthetic();
        bench.dialogs.confirms = true;
        model.makeSynthetic();
        bench.await(() -> model.manager().list().stream().anyMatch(corpus -> corpus.role() == CorpusRole.SYNTHETIC));
        assertThat(model.manager().list()).hasSize(2);
        assertThat(bench.dialogs.questions.getLast()).contains("tales.txt", "nothing is measured by them");
        bench.await(() -> bench.told.stream().anyMatch(told -> told.contains("One synthetic pair in “tales.txt, translated”; left out: nothing.")));
    }
}
