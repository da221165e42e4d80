package org.hydraworkbench.app.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorporaViewModelTest {

    @TempDir
    Path folder;

    private TestBench bench;
    private CorpusViewModel pairs;
    private CorporaViewModel model;

    @BeforeEach
    void open() throws Exception {
        Path file = folder.resolve("two.hydra");
        try (Project project = Project.create(file, "Two", "en", "kab")) {
            project.corpora().importFrom(request("animals", "dog\taqjun", "cat\tamcic"), Progress.none());
            project.corpora().importFrom(request("houses", "house\taxxam"), Progress.none());
        }
        bench = new TestBench(folder.resolve("settings"));
        pairs = new CorpusViewModel(bench.workbench);
        model = pairs.manager();
        bench.open(file);
        pairs.opened();
        bench.workbench.project().addListener(pairs::changed);
        model.choose(model.list().getFirst());
    }

    private ImportRequest request(String name, String... lines) throws Exception {
        return ImportRequest.of(Files.write(folder.resolve(name + ".tsv"), List.of(lines))).withName(name);
    }

    @AfterEach
    void close() throws HydraException {
        bench.close();
    }

    private CorpusInfo chosen() {
        CorpusInfo corpus = model.chosenProperty().get();
        assertThat(corpus).isNotNull();
        return corpus;
    }

    @Test
    void theSentencesOfACorpusCanBeShownUnlessTheyAreShownAlready() {
        ActionSpec show = CorpusActions.of(pairs).show();
        assertThat(show.enabled().get()).isTrue();
        show.run();
        assertThat(pairs.corpusProperty().get()).isEqualTo(chosen());
        assertThat(show.enabled().get()).isFalse();
        model.choose(model.list().getLast());
        assertThat(show.enabled().get()).isTrue();
    }

    @Test
    void aCorpusGetsAnotherNameAndStaysChosen() throws Exception {
        bench.dialogs.text = Optional.of(" Beasts ");
        model.rename();
        bench.await(() -> model.list().getFirst().name().equals("Beasts"));
        assertThat(chosen().name()).isEqualTo("Beasts");
        bench.workbench.project().undo();
        bench.await(() -> chosen().name().equals("animals"));
    }

    @Test
    void aNameMustNotBeEmpty() {
        bench.dialogs.text = Optional.of(" ");
        model.rename();
        assertThat(bench.told).containsExactly("A corpus needs a name.");
    }

    @Test
    void theUseAndTheLicenceChange() throws Exception {
        model.use(CorpusRole.TEST);
        bench.await(() -> chosen().role() == CorpusRole.TEST);
        bench.dialogs.text = Optional.of("CC0");
        model.licence();
        bench.await(() -> chosen().licence().equals("CC0"));
    }

    @Test
    void removingAsksAndCanBeUndone() throws Exception {
        pairs.corpusProperty().set(chosen());
        bench.dialogs.confirms = false;
        model.remove();
        assertThat(bench.dialogs.asked).containsExactly("Remove the corpus?");
        bench.dialogs.confirms = true;
        model.remove();
        bench.await(() -> model.list().size() == 1);
        assertThat(model.chosenProperty().get()).isNull();
        assertThat(pairs.corpusProperty().get()).as("nothing of what is gone is shown").isNull();
        bench.await(() -> pairs.rows().size() == 1);
        bench.workbench.project().undo();
        bench.await(() -> model.list().size() == 2 && pairs.rows().size() == 3);
    }

    @Test
    void actionsArePossibleWhereTheyDoSomething() {
        CorpusActions actions = CorpusActions.of(pairs);
        assertThat(actions.roles())
                .hasSameSizeAs(CorpusRole.values())
                .extracting(ActionSpec::text, action -> action.enabled().get())
                .startsWith(
                        tuple("Use the corpus for training", false),
                        tuple("Use the corpus for development", true),
                        tuple("Use the corpus for test", true));
        model.choose(null);
        assertThat(actions.all()).extracting(ActionSpec::enabled).noneMatch(enabled -> enabled.get());
    }

    @Test
    void theSentencesOfTheChosenCorpusAreShown() {
        model.choose(model.list().getLast());
        CorpusActions.of(pairs).show().run();
        assertThat(pairs.rows()).singleElement().extracting(row -> row.value().source()).isEqualTo("house");
    }
}
