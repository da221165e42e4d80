package org.hydraworkbench.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.app.home.Overview.Act;
import org.hydraworkbench.app.home.Overview.Next;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Settings;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.LeaveQuestion;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Target;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.WorkspaceState;
import org.hydraworkbench.app.testing.SharedFiles;
import org.hydraworkbench.app.testing.SmallProject;
import org.hydraworkbench.app.testing.Steps;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.testing.ToyProject;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.project.work.Operations;
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
                new NewProjectDraft(),
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

    private Project project() {
        return workbench.project().current().orElseThrow();
    }

    private Next.Do next() {
        assertThat(model.overview().next()).isInstanceOf(Next.Do.class);
        return (Next.Do) model.overview().next();
    }

    private String nextId() {
        return nextOf(model);
    }

    private static String nextOf(HomeViewModel home) {
        return home.overview().next() instanceof Next.Do next ? next.step().id() : "";
    }

    private WorkspaceState state(String step) {
        return model.overview().rows().stream()
                .filter(row -> row.id().equals(step))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void nothingIsOpenAtFirst() {
        assertThat(model.openProperty().get()).isFalse();
        assertThat(model.overview().rows()).isEmpty();
        assertThat(model.overview().next()).isEqualTo(new Next.Unknown());
    }

    @Test
    void aNewProjectListsAllStepsAndTheBaseModelComesFirst() {
        run("project.new");
        assertThat(model.openProperty().get()).isTrue();
        assertThat(model.titleProperty().getValue()).isEqualTo("First");
        assertThat(model.subtitleProperty().getValue()).contains("English", "Kabyle", "a.hydra");
        assertThat(model.overview().rows())
                .extracting(Overview.Row::name)
                .containsExactly(
                        "Base model", "Corpus", "Tokenizer", "Alignment", "Mapping", "New tables", "Hydra", "Training",
                        "Evaluation");
        assertThat(model.overview().done()).isZero();
        assertThat(next().step().id()).isEqualTo("base-model");
        assertThat(next().workspace()).contains(Step.TRANSFER);
        assertThat(state("align").kind()).isEqualTo(WorkspaceState.Kind.EMPTY);
        assertThat(state("align").details()).contains("import a corpus");
    }

    /** The whole way by nothing but the button of what comes next; text is given where only a person can give it. */
    @Test
    void pressingNextAloneLeadsFromAnEmptyProjectToAMeasuredTranslator() throws Exception {
        run("project.new");
        test.dialogs.file = Optional.of(SharedFiles.require("models/stories260K"));
        assertThat(next().act()).isEqualTo(Act.CHOOSE_MODEL);
        model.doNext();
        test.await(() -> nextId().equals("corpus"));

        assertThat(next().act()).isEqualTo(Act.IMPORT);
        model.doNext();
        assertThat(test.shown).containsExactly(new Target.Action("corpus.import"));
        Path corpus = Files.write(folder.resolve("text.tsv"), ToyProject.lines());
        project().work().importCorpus(ImportRequest.of(corpus)).run(Progress.none());
        List<String> done = new ArrayList<>();
        for (String step : List.of("tokenizer", "align", "map", "transfer", "assemble")) {
            test.await(() -> nextId().equals(step));
            assertThat(next().act()).isEqualTo(Act.RUN);
            model.doNext();
            done.add(step);
        }
        test.await(() -> nextId().equals("train"));
        assertThat(model.overview().done()).isEqualTo(2 + done.size());
        // the usual 300 steps are too many for a test
        TrainingSettings few = TrainingSettings.defaults().with(options -> options.withSteps(2).withBatch(2, 64).withRate(1e-3, 1));
        new Steps(project()).make(Operations.TRAIN, few);

        test.await(() -> nextId().equals("evaluate"));
        assertThat(next().act()).as("there is no text for test, and Evaluate offers to hold some out").isEqualTo(Act.NONE);
        assertThat(next().sentence()).contains("hold some of the training pairs out for it");
        List<String> others = ToyProject.lines().subList(0, 3).stream().map(line -> "So " + line).toList(); // what is trained on measures nothing
        Path held = Files.write(folder.resolve("test.tsv"), others);
        project().work()
                .importCorpus(ImportRequest.of(held).withRole(CorpusRole.TEST))
                .run(Progress.none());
        test.await(() -> nextId().equals("evaluate") && next().act() == Act.RUN);
        model.doNext();
        test.await(() -> model.overview().next().equals(new Next.Nothing()));
        assertThat(model.overview().done()).isEqualTo(9);
        assertThat(project().artefacts().current(Slot.EVALUATION)).isPresent();
        assertThat(test.told).noneMatch(text -> text.contains("failed"));
        model.doNext();
        assertThat(test.steps).last().isEqualTo(Step.TRANSLATE);
    }

    @Test
    void anEditPutsAllThatFollowsFromItOutOfDateAndRerunGoesThroughItToTheMeasure() throws Exception {
        actions.openFile(SmallProject.copyInto(folder));
        TrainingSettings few = TrainingSettings.defaults().with(options -> options.withSteps(2).withBatch(2, 64).withRate(1e-3, 1));
        new Steps(project()).make(Operations.TRAIN, few);
        test.await(() -> nextId().equals("evaluate"));
        model.doNext();
        test.await(() -> model.overview().next().equals(new Next.Nothing()));
        long before = project().artefacts().current(Slot.EVALUATION).orElseThrow().id();
        long hydra = project().artefacts().current(Slot.TUNED_HYDRA).orElseThrow().id();

        PairRow pair = project().corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 1).getFirst();
        project().edits().confirm(pair.id(), true);
        var view = project().alignments().now().view(pair.id());
        project().edits().setLink(
                pair.id(),
                view.source().segments().getFirst().span(),
                view.target().segments().getLast().span(),
                LinkState.SURE);
        test.await(() -> model.overview().stale() == 5);
        assertThat(next().step().id()).isEqualTo("map");
        assertThat(next().sentence()).contains("Mapping is out of date.", "Links were edited since");

        model.rerun();
        test.await(() -> model.overview().next().equals(new Next.Nothing()));
        assertThat(project().artefacts().current(Slot.EVALUATION).orElseThrow().id()).isGreaterThan(before);
        assertThat(project().artefacts().current(Slot.TUNED_HYDRA).orElseThrow().id()).isGreaterThan(hydra);
        assertThat(test.told).anyMatch(text -> text.startsWith("5 were made again: Mapping from links, "));
    }

    @Test
    void whileAStepIsDoneItsRowShowsItAndNextNamesNoOther() throws Exception {
        TestBench background = TestBench.inBackground(folder.resolve("background"));
        try {
            HomeViewModel home = new HomeViewModel(background.workbench, actions);
            Project open = background.open(SmallProject.copyInto(folder.resolve("background")));
            new Steps(open).make(Operations.TRAIN, TrainingSettings.defaults().with(options -> options.withSteps(2).withBatch(2, 64).withRate(1e-3, 1)));
            long[] ids = open.corpora().ids(PairFilter.all(), PairOrder.CORPUS);
            open.corpora().exclude(List.of(ids[0]), true);
            background.await(() -> home.overview().stale() > 0);
            home.rerun();
            assertThat(home.overview().next()).isInstanceOf(Next.Working.class);
            background.await(() -> home.overview().rows().stream()
                    .anyMatch(row -> row.id().equals("train") && row.doing() != null));
            assertThat(home.overview().next()).isInstanceOf(Next.Working.class);
            assertThat(background.workbench.steps().stateProperty(Step.TRAINING).get().kind())
                    .isEqualTo(WorkspaceState.Kind.RUNNING);
            background.await(() -> nextOf(home).equals("evaluate"));
            assertThat(home.overview().rows()).allMatch(row -> row.doing() == null);
        } finally {
            background.close();
        }
    }

    @Test
    void aTrainingThatWasInterruptedIsNamedAndGoneOnWith() throws Exception {
        Path place = Files.createDirectory(folder.resolve("background"));
        TestBench background = TestBench.inBackground(place);
        try {
            HomeViewModel home = new HomeViewModel(background.workbench, actions);
            Project open = background.open(SmallProject.copyInto(place));
            JobRunner jobs = background.workbench.jobs();
            TrainingSettings many = TrainingSettings.defaults().with(options -> options.withSteps(5_000).withBatch(2, 48).withRate(1e-3, 1));
            JobRun<Artefact> run = jobs.submit(
                    Step.TRAINING, open.work().job(Operations.TRAIN, many, Use.ALWAYS, background.workbench.environment()));
            background.await(() -> background.workbench.training().present() != null && !run.doingProperty().get().isEmpty());
            assertThat(home.interruptedProperty().getValue()).as("it is going on").isEmpty();

            background.dialogs.confirms = false;
            assertThat(LeaveQuestion.agreed(jobs, background.dialogs, "Quit anyway")).isFalse();
            assertThat(background.dialogs.asked).last().isEqualTo("A job is still running");
            assertThat(background.dialogs.questions).last().asString().contains("“Train 5,000 steps” stops", "can be gone on with");
            run.cancel();
            background.await(() -> home.interruptedProperty().getValue().isPresent());
            assertThat(home.interruptedProperty().getValue().orElseThrow().sentence())
                    .matches("“Train 5,000 steps” was interrupted at step [1-9][0-9,]* of 5,000\\. It goes on from there\\.");

            home.goOn();
            background.await(() -> home.interruptedProperty().getValue().isEmpty());
            assertThat(jobs.active()).isEqualTo(1);
        } finally {
            background.close();
        }
    }

    @Test
    void rerunSaysWhereItStopped() throws Exception {
        actions.openFile(ToyProject.make(folder));
        test.await(() -> nextId().equals("base-model"));
        List<PairRow> pairs = project().corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 1000);
        project().corpora().exclude(pairs.stream().map(PairRow::id).toList(), true);
        test.await(() -> model.overview().stale() == 2);
        model.rerun();
        assertThat(test.told).last().asString().contains("Stopped at “Alignment”", "all pairs for training are excluded");
    }

    @Test
    void whatIsOutOfDateIsRerunInOneGo() throws Exception {
        actions.openFile(ToyProject.make(folder));
        List<PairRow> pairs = project().corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 5);
        project().corpora().exclude(pairs.stream().map(PairRow::id).toList(), true);
        test.await(() -> model.overview().stale() == 2);
        assertThat(state("map").kind()).isEqualTo(WorkspaceState.Kind.STALE);
        model.rerun();
        test.await(() -> model.overview().stale() == 0);
        assertThat(state("align").kind()).isEqualTo(WorkspaceState.Kind.DONE);
        assertThat(state("map").kind()).isEqualTo(WorkspaceState.Kind.DONE);
    }

    @Test
    void aProjectThatWasOpenIsAmongTheRecent() {
        run("project.new");
        List<List<Settings.Recent>> recent = new ArrayList<>();
        model.recentProperty().subscribe(projects -> recent.add(projects));
        Path file = folder.resolve("a.hydra").toAbsolutePath();
        assertThat(recent.getLast()).containsExactly(new Settings.Recent(file, project().info().name()));
        model.forget(file);
        assertThat(recent.getLast()).isEmpty();
    }

    @Test
    void aLostFolderOfTheProjectIsOneSentenceAndNoticedWhenItReturns() throws Exception {
        actions.openFile(ToyProject.make(folder));
        test.await(() -> nextId().equals("base-model"));
        assertThat(model.lostProperty().getValue()).isEmpty();
        Path files = project().files();
        Path away = Files.move(files, files.resolveSibling("away"));
        model.refresh();
        assertThat(model.lostProperty().getValue()).contains(files);
        assertThat(state("align").reason()).isEqualTo("The project’s folder is missing.");
        assertThat(state("align").details()).isEmpty();
        Files.move(away, files);
        model.refresh();
        assertThat(model.lostProperty().getValue()).isEmpty();
        assertThat(state("align").kind()).isEqualTo(WorkspaceState.Kind.DONE);
    }

    @Test
    void whatWasTypedForANewProjectIsThereUntilItIsMade() {
        List<String> found = new ArrayList<>();
        ProjectActions asking = new ProjectActions(
                workbench,
                form -> {
                    found.add(form.nameProperty().get() + ", " + form.targetProperty().get());
                    form.nameProperty().set("Second");
                    form.targetProperty().set("kab");
                    return found.size() == 2 ? form.request() : Optional.empty();
                },
                new NewProjectDraft(),
                folder);
        ActionSpec create = asking.all().stream().filter(action -> action.id().equals("project.new")).findFirst().orElseThrow();
        create.run();
        create.run();
        assertThat(project().info().name()).isEqualTo("Second");
        create.run();
        assertThat(found).containsExactly(", ", "Second, kab", ", ");
    }

    @Test
    void theStepOfTheCorpusSaysHowManyPairsThereAre() throws Exception {
        actions.openFile(ToyProject.make(folder));
        test.await(() -> state("corpus").kind() == WorkspaceState.Kind.DONE);
        assertThat(state("corpus").text()).isEqualTo("120 pairs for training");
        Path more = Files.write(folder.resolve("more.tsv"), ToyProject.lines().subList(0, 7));
        project().work().importCorpus(ImportRequest.of(more).withRole(CorpusRole.TEST)).run(Progress.none());
        test.await(() -> state("corpus").text().equals("120 pairs for training, 7 for test"));
    }

    @Test
    void aNewProjectIsOfferedAPlaceThatAPersonSees() throws Exception {
        List<String> offered = new ArrayList<>();
        ProjectActions asking = new ProjectActions(
                workbench,
                asked -> {
                    offered.add(asked.folderProperty().get());
                    return Optional.empty();
                },
                new NewProjectDraft(),
                folder.resolve("Hydra projects"));
        ActionSpec create = asking.all().stream().filter(action -> action.id().equals("project.new")).findFirst().orElseThrow();
        create.run();
        Path seen = Files.createDirectory(folder.resolve("texts"));
        workbench.settings().update(now -> now.withRecent(seen.resolve("a.hydra"), ""));
        create.run();
        Path hidden = Files.createDirectories(folder.resolve(".local").resolve("share"));
        workbench.settings().update(now -> now.withoutRecent(seen.resolve("a.hydra")).withRecent(hidden.resolve("demo.hydra"), ""));
        create.run();
        String home = folder.resolve("Hydra projects").toString();
        assertThat(offered).containsExactly(home, seen.toString(), home);
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
}
