package org.hydraworkbench.app.transfer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import org.hydraworkbench.app.parts.ProjectReading;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.settings.FolderSettings;
import org.hydraworkbench.project.settings.NoSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.transfer.TransferMethod;
import org.hydraworkbench.transfer.TransferOptions;

/** The base model, the methods to try, what came of them, and which one is used. */
public final class TransferViewModel {

    private final Workbench workbench;
    private final ProjectReading<TransferState> state;
    private final ObservableSet<TransferMethod> methods =
            FXCollections.observableSet(EnumSet.of(TransferMethod.TRANS_TOKENIZATION));
    private final BooleanProperty matchNorms = new SimpleBooleanProperty();
    private final BooleanProperty spelling = new SimpleBooleanProperty(true);
    private final ObjectProperty<Integer> seed = new SimpleObjectProperty<>(0);
    private final ObservableMap<Long, Measured> measured = FXCollections.observableHashMap();
    private final ObservableList<TransferState.Result> results = FXCollections.observableArrayList();
    private final StringProperty token = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Neighbours>> neighbours = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final BooleanProperty measuring = new SimpleBooleanProperty();
    private int asked;

    public TransferViewModel(Workbench workbench) {
        this.workbench = workbench;
        state = new ProjectReading<>(
                workbench,
                EnumSet.of(
                        ProjectChange.Kind.ARTEFACTS,
                        ProjectChange.Kind.CURRENT,
                        ProjectChange.Kind.EDITS,
                        ProjectChange.Kind.CORPORA),
                TransferState.NONE,
                TransferState::read);
        state.valueProperty().subscribe(found -> {
            results.setAll(found.results());
            missing.set(missing(found));
            findNeighbours();
        });
        state.valueProperty().map(TransferState::usual).subscribe(usual -> spelling.set(usual.options().spellingShare() > 0));
        methods.subscribe(() -> missing.set(missing(state.get())));
        token.subscribe(text -> findNeighbours());
        workbench.project().projectProperty().subscribe(project -> measured.clear());
    }

    private String missing(TransferState found) {
        if (found.base().isEmpty()) {
            return Texts.get("transfer.missing.base");
        }
        if (found.targetTokenizer().isEmpty()) {
            return Texts.get("transfer.missing.tokenizer");
        }
        if (found.mapping().isEmpty() && methods.contains(TransferMethod.TRANS_TOKENIZATION)) {
            return Texts.get("transfer.missing.mapping");
        }
        return methods.isEmpty() ? Texts.get("transfer.missing.method") : "";
    }

    /** Whether a project is open of which nothing is known yet. */
    public ReadOnlyBooleanProperty unreadProperty() {
        return state.unreadProperty();
    }

    public ReadOnlyObjectProperty<TransferState> stateProperty() {
        return state.valueProperty();
    }

    /** The methods that {@link #run} tries. */
    public ObservableSet<TransferMethod> methods() {
        return methods;
    }

    /** Whether half of each row comes of the token's spelling, and the head begins at half its scale. */
    public BooleanProperty spellingProperty() {
        return spelling;
    }

    /** Whether rows are stretched to the lengths of their source rows. */
    public BooleanProperty matchNormsProperty() {
        return matchNorms;
    }

    /** What random rows begin from. */
    public ObjectProperty<Integer> seedProperty() {
        return seed;
    }

    /** What is lacking before a transfer can run, as a sentence; empty when nothing is. */
    public ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** What transfers made, newest first. */
    public ObservableList<TransferState.Result> results() {
        return results;
    }

    /** Figures of results, by their ids. */
    public ObservableMap<Long, Measured> measured() {
        return measured;
    }

    /** The token whose neighbours are looked up. */
    public StringProperty tokenProperty() {
        return token;
    }

    public ReadOnlyObjectProperty<Optional<Neighbours>> neighboursProperty() {
        return neighbours.getReadOnlyProperty();
    }

    public ObservableBooleanValue canRun() {
        return missing.isEmpty();
    }

    public ObservableBooleanValue canMeasure() {
        return Bindings.createBooleanBinding(
                () -> !results.isEmpty() && !measuring.get() && state.get().measurable(), results, measuring, state.valueProperty());
    }

    /** Why nothing can be measured, as a sentence; empty when it can, or there is nothing to measure. */
    ObservableValue<String> notMeasurableProperty() {
        return state.valueProperty().map(found ->
                found.measurable() || found.results().isEmpty() ? "" : Texts.get("transfer.measure.noText"));
    }

    public ObservableBooleanValue canAssemble() {
        return Bindings.createBooleanBinding(() -> state.get().current().isPresent(), state.valueProperty());
    }

    /** Asks for a folder and takes the model in it into the project. */
    public void loadBase() {
        workbench.project().current().ifPresent(project -> workbench
                .dialogs()
                .openFolder(Texts.get("transfer.base.title"))
                .ifPresent(folder -> workbench.jobs()
                        .submit(
                                Step.TRANSFER,
                                project.work()
                                        .job(
                                                Operations.BASE_MODEL,
                                                new FolderSettings(folder),
                                                Use.ALWAYS,
                                                workbench.environment()))));
    }

    /**
     * Makes new tables with each of the methods, one after another. The result of one method is used, since it was asked for by
     * itself; several are made to be compared, and replace nothing.
     */
    public void run() {
        TransferOptions options = (spelling.get() ? TransferOptions.improved() : TransferOptions.defaults()).withMatchNorms(matchNorms.get()).withSeed(seed.get());
        Deque<TransferSettings> waiting = new ArrayDeque<>();
        for (TransferMethod method : TransferMethod.values()) {
            if (methods.contains(method)) {
                waiting.add(TransferSettings.defaults().withMethod(method).withOptions(options));
            }
        }
        runNext(waiting, waiting.size() == 1 ? Use.ALWAYS : Use.IF_NONE);
    }

    /** Where nothing is in use, the first is used from then on, so the next must not overtake it. */
    private void runNext(Deque<TransferSettings> waiting, Use use) {
        TransferSettings next = waiting.poll();
        if (next != null) {
            workbench.project().current().ifPresent(project -> workbench
                    .jobs()
                    .submit(
                            Step.TRANSFER,
                            project.work().job(Operations.TRANSFER, next, use, workbench.environment()))
                    .onDone(made -> runNext(waiting, use)));
        }
    }

    /** What running does: make and use the result of one method, or compare several. */
    public ObservableValue<String> runTextProperty() {
        return Bindings.createStringBinding(
                () -> methods.size() == 1
                        ? Texts.get("transfer.run.one")
                        : Texts.format("transfer.run.several", methods.size()),
                methods);
    }

    /** Measures the results that were not measured yet. */
    public void measure() {
        workbench.project().current().ifPresent(project -> {
            List<Artefact> waiting = new ArrayList<>();
            results.stream()
                    .map(TransferState.Result::artefact)
                    .filter(artefact -> !measured.containsKey(artefact.id()))
                    .forEach(waiting::add);
            if (!waiting.isEmpty() && !measuring.get()) {
                measuring.set(true);
                workbench.jobs()
                        .submit(
                                Step.TRANSFER,
                                JobRunner.Lane.TENSOR,
                                new Measuring(project, waiting, workbench.settings().current()))
                        .onDone((Map<Long, Measured> found) -> measured.putAll(found))
                        .onEnded(() -> measuring.set(false));
            }
        });
    }

    /** Makes a result the one that is used; can be undone. */
    public void use(TransferState.Result result) {
        workbench.project()
                .current()
                .ifPresent(project -> workbench.jobs().command(() -> project.artefacts().use(result.artefact())));
    }

    /** Puts the base model and the result in use together as a Hydra. */
    public void assemble() {
        workbench.project()
                .current()
                .ifPresent(project -> workbench.jobs().submit(Step.TRANSFER, project.work().job(Operations.ASSEMBLE, new NoSettings(), Use.ALWAYS, workbench.environment())));
    }

    private void findNeighbours() {
        int number = ++asked;
        TransferState now = state.get();
        String text = token.get().strip();
        if (text.isEmpty() || now.base().isEmpty() || now.current().isEmpty()) {
            neighbours.set(Optional.empty());
            return;
        }
        Artefact base = now.base().get();
        Artefact used = now.current().get();
        workbench.jobs().query(() -> Neighbours.find(base.folder(), used.folder(), text)).onDone(found -> {
            if (number == asked) {
                neighbours.set(Optional.of(found));
            }
        });
    }

    /** Facts of the project for the explanation of this step. */
    List<String> facts() {
        return state.get().current().stream()
                .map(used -> Texts.format("transfer.fact", used.name(), results.size()))
                .toList();
    }
}
