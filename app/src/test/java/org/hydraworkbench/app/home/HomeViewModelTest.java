package org.hydraworkbench.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.WorkspaceState;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.testing.ToyProject;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeViewModelTest {

    @TempDir
    Path folder;

    private TestBench test;
    private Workbench workbench;
    private ProjectActions actions;
    private HomeViewModel model;

    @BeforeEach
    void makeHome() {
        test = new TestBench(folder);
        workbench = test.workbench;
        actions = new ProjectActions(
                workbench,
                asked -> Optional.of(
                        new NewProjectViewModel.Request(folder.resolve("a.hydra"), "First", "en", "kab")),
                folder);
        model = new HomeViewModel(workbench, actions);
    }

    @AfterEach
    void close() throws Exception {
        test.close();
    }

    private void run(String id) {
        actions.all().stream().filter(action -> action.id().equals(id)).findFirst().ifPresent(ActionSpec::run);
    }

    @Test
    void nothingIsOpenAtFirst() {
        assertThat(model.openProperty().get()).isFalse();
        assertThat(model.stateProperty(Step.CORPUS).get().kind()).isEqualTo(WorkspaceState.Kind.EMPTY);
        assertThat(model.nextProperty().get()).isNull();
    }

    @Test
    void aNewProjectIsOpenAndTheCorpusComesNext() {
        run("project.new");
        assertThat(model.openProperty().get()).isTrue();
        assertThat(model.titleProperty().getValue()).isEqualTo("First");
        assertThat(model.subtitleProperty().getValue()).contains("English", "Kabyle", "a.hydra");
        assertThat(model.nextProperty().get()).isEqualTo(Step.CORPUS);
        assertThat(model.stateProperty(Step.ALIGNMENT).get().reason()).contains("corpus");
    }

    @Test
    void aProjectThatWasOpenIsAmongTheRecent() {
        run("project.new");
        List<List<Path>> recent = new ArrayList<>();
        model.recentProperty().subscribe(files -> recent.add(files));
        assertThat(recent.getLast()).containsExactly(folder.resolve("a.hydra").toAbsolutePath());
        model.forget(recent.getLast().getFirst());
        assertThat(recent.getLast()).isEmpty();
    }

    @Test
    void closingLetsTheProjectBeOpenedElsewhere() throws Exception {
        run("project.new");
        run("project.close");
        assertThat(model.openProperty().get()).isFalse();
        Project.open(folder.resolve("a.hydra")).close();
    }

    @Test
    void aProjectThatIsOpenElsewhereIsRefusedWithASentence() throws Exception {
        Path file = folder.resolve("b.hydra");
        try (Project elsewhere = Project.create(file, "Second", "en", "kab")) {
            actions.openFile(file);
            assertThat(model.openProperty().get()).isFalse();
            assertThat(test.told).singleElement().asString().contains("already open");
        }
    }

    @Test
    void aCopyIsAProjectOfItsOwn() throws Exception {
        run("project.new");
        test.dialogs.file = Optional.of(folder.resolve("copy.hydra"));
        run("project.saveCopy");
        try (Project copy = Project.open(folder.resolve("copy.hydra"))) {
            assertThat(copy.info().name()).isEqualTo("First");
        }
    }

    @Test
    void goingToAStepShowsItsWorkspace() {
        model.go(Step.MAPPING);
        assertThat(test.steps).containsExactly(Step.MAPPING);
    }

    @Test
    void whatIsOutOfDateIsRerunInOneGo() throws Exception {
        actions.openFile(ToyProject.make(folder));
        Project project = workbench.project().current().orElseThrow();
        assertThat(model.rerunPossibleProperty().get()).isFalse();
        List<PairRow> pairs = project.corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 5);
        project.corpora().exclude(pairs.stream().map(PairRow::id).toList(), true);
        test.await(() -> model.stateProperty(Step.MAPPING).get().kind() == WorkspaceState.Kind.STALE);
        assertThat(model.nextProperty().get()).isEqualTo(Step.ALIGNMENT);
        assertThat(model.rerunPossibleProperty().get()).isTrue();
        model.rerun();
        test.await(() -> model.stateProperty(Step.MAPPING).get().kind() == WorkspaceState.Kind.DONE);
        assertThat(model.stateProperty(Step.ALIGNMENT).get().kind()).isEqualTo(WorkspaceState.Kind.DONE);
        assertThat(model.rerunPossibleProperty().get()).isFalse();
    }
}
