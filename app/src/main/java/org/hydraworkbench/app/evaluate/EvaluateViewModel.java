package org.hydraworkbench.app.evaluate;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hydraworkbench.app.parts.ChosenSettings;
import org.hydraworkbench.app.parts.ProjectReading;
import org.hydraworkbench.app.plot.PlotFiles;
import org.hydraworkbench.app.shell.FileKind;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.measures.MeasuredSystem;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/** What to measure, everything that was measured, and the figures of the one that is looked at. */
public final class EvaluateViewModel {

    private static final EvaluationSettings DEFAULTS = EvaluationSettings.defaults();

    private final Workbench workbench;
    private final ProjectReading<EvaluateState> state;
    private final ObjectProperty<CorpusRole> purpose = new SimpleObjectProperty<>(DEFAULTS.role());
    private final ObjectProperty<Integer> pairs = new SimpleObjectProperty<>(DEFAULTS.pairs());
    private final ObjectProperty<Integer> beams = new SimpleObjectProperty<>(DEFAULTS.beams());
    private final ObjectProperty<Integer> maxTokens = new SimpleObjectProperty<>(DEFAULTS.maxTokens());
    private final ChosenSettings<EvaluationSettings> kept;
    private final ObjectProperty<@Nullable Evaluation> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Evaluation> shown = new SimpleObjectProperty<>();
    private final ObservableList<Evaluation> runs = FXCollections.observableArrayList();
    private final ObservableList<SystemFigures> figures = FXCollections.observableArrayList();
    private final SentencesViewModel sentences;
    private long seed = DEFAULTS.seed();

    public EvaluateViewModel(Workbench workbench) {
        this.workbench = workbench;
        sentences = new SentencesViewModel(workbench, shown);
        state = new ProjectReading<>(
                workbench,
                EnumSet.of(ProjectChange.Kind.ARTEFACTS, ProjectChange.Kind.CURRENT, ProjectChange.Kind.CORPORA),
                EvaluateState.NONE,
                EvaluateState::read);
        state.valueProperty().subscribe(found -> {
            runs.setAll(found.evaluations());
            showSelected();
        });
        selected.subscribe(evaluation -> showSelected());
        kept = new ChosenSettings<>(workbench, Operations.EVALUATE, EnumSet.of(ProjectChange.Kind.CURRENT), this::show);
        List.<ObservableValue<?>>of(purpose, pairs, beams, maxTokens).forEach(setting -> setting.subscribe(this::changed));
    }

    private void changed() {
        kept.changed(settings());
    }

    private void show(EvaluationSettings settings) {
        seed = settings.seed();
        purpose.set(settings.role());
        pairs.set(settings.pairs());
        beams.set(settings.beams());
        maxTokens.set(settings.maxTokens());
    }

    private EvaluationSettings settings() {
        return new EvaluationSettings(purpose.get(), pairs.get(), seed, beams.get(), maxTokens.get());
    }

    /** The run that is selected, or the newest. */
    private void showSelected() {
        Evaluation chosen = selected.get();
        Evaluation now = chosen != null && runs.contains(chosen) ? chosen : runs.stream().findFirst().orElse(null);
        figures.setAll(now == null ? List.of() : now.figures());
        shown.set(now);
    }

    /** Whether a project is open of which nothing is known yet. */
    ReadOnlyBooleanProperty unreadProperty() {
        return state.unreadProperty();
    }

    ReadOnlyObjectProperty<EvaluateState> stateProperty() {
        return state.valueProperty();
    }

    public ObjectProperty<CorpusRole> purposeProperty() {
        return purpose;
    }

    /** How many pairs are translated at most. */
    public ObjectProperty<Integer> pairsProperty() {
        return pairs;
    }

    public ObjectProperty<Integer> beamsProperty() {
        return beams;
    }

    public ObjectProperty<Integer> maxTokensProperty() {
        return maxTokens;
    }

    /** Everything that was measured, newest on top. */
    public ObservableList<Evaluation> runs() {
        return runs;
    }

    /** The run that a person selected; none is the newest. */
    public ObjectProperty<@Nullable Evaluation> selectedProperty() {
        return selected;
    }

    /** The run whose figures and sentences are shown; none before something was measured. */
    public ReadOnlyObjectProperty<@Nullable Evaluation> shownProperty() {
        return shown;
    }

    /** The systems of the run that is shown, floors first. */
    public ObservableList<SystemFigures> figures() {
        return figures;
    }

    /** The sentences of the run that is shown. */
    public SentencesViewModel sentences() {
        return sentences;
    }

    /** How the run that is shown was measured, as sentences; empty before something was. */
    ObservableValue<String> factsProperty() {
        return shown.map(run -> String.join(" ", run.facts())).orElse("");
    }

    /** That translations with the Hydra are worse than without it, as a sentence; empty where they are not. */
    ObservableValue<String> harmProperty() {
        return shown.map(Evaluation::harm).orElse("");
    }

    /** Whether the chosen pairs can be measured with, and are not just now. */
    public ObservableBooleanValue canRun() {
        return Bindings.createBooleanBinding(
                () -> "".equals(state.get().missing().get(purpose.get()))
                        && !workbench.steps().doingProperty().get().containsKey(Operations.EVALUATE.id()),
                state.valueProperty(),
                purpose,
                workbench.steps().doingProperty());
    }

    /** Why nothing can be measured with the chosen pairs, as sentences; empty when it can, or while no project is open. */
    ObservableValue<String> missingProperty() {
        return Bindings.createStringBinding(
                () -> state.get().missing().getOrDefault(purpose.get(), ""), state.valueProperty(), purpose);
    }

    public ObservableBooleanValue canExport() {
        return Bindings.isNotEmpty(figures);
    }

    /** Measures every system that the project can run. */
    public void run() {
        workbench.project().current().ifPresent(project -> workbench.jobs()
                .submit(
                        Step.EVALUATE,
                        JobRunner.Lane.TENSOR,
                        project.work().job(Operations.EVALUATE, settings(), Use.ALWAYS, workbench.environment())));
    }

    /** Makes a Hydra the one that is measured, and translates; can be undone. */
    public void choose(Artefact hydra) {
        boolean other = state.get().hydra().filter(now -> now.id() == hydra.id()).isEmpty();
        workbench.project().current().filter(project -> other).ifPresent(project ->
                workbench.jobs().command(() -> project.artefacts().use(hydra)));
    }

    /** Saves the figures, plots and sentences shown as one page. */
    public void saveHtml() {
        report().ifPresent(report -> save("evaluation.html", FileKind.of("HTML", "*.html"), report.html()));
    }

    /** Saves the figures and sentences shown as tab-separated text. */
    public void saveTsv() {
        report().ifPresent(report -> save("evaluation.tsv", FileKind.of("TSV", "*.tsv"), report.tsv()));
    }

    private Optional<EvaluationReport> report() {
        Map<Side, LanguageTag> languages = new EnumMap<>(Side.class);
        workbench.project().current().ifPresent(project -> {
            for (Side side : Side.values()) {
                languages.put(side, project.info().language(side));
            }
        });
        String title = Texts.format("evaluate.report.title", workbench.project().nameProperty().get());
        return Optional.ofNullable(shown.get()).map(run -> new EvaluationReport(
                title, run, List.copyOf(runs), sentences.system(), sentences.compared(), sentences.differenceProperty().getValue(),
                List.copyOf(sentences.rows()), languages));
    }

    private void save(String name, FileKind kind, String text) {
        workbench.dialogs().saveFile(Texts.get("evaluate.report.save"), name, List.of(kind)).ifPresent(file -> workbench
                .jobs()
                .command(() -> PlotFiles.writeText(text, file))
                .onDone(done -> workbench.notices().status(Texts.format("evaluate.report.saved", file))));
    }

    /** Facts of the project for the explanation of this step. */
    List<String> facts() {
        return runs.stream()
                .limit(1)
                .map(one -> {
                    MeasuredSystem best = one.best();
                    return Texts.format("evaluate.fact", SystemFigures.name(best), one.chrf(best));
                })
                .toList();
    }
}
