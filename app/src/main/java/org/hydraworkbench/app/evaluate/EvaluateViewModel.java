package org.hydraworkbench.app.evaluate;

import java.util.ArrayList;
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
import org.hydraworkbench.base.ProgramVersion;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/** What to measure, the figures of everything measured, and the sentences of the one that is looked at. */
public final class EvaluateViewModel {

    private static final EvaluationSettings DEFAULTS = EvaluationSettings.defaults();

    private final Workbench workbench;
    private final ProjectReading<EvaluateState> state;
    private final ObjectProperty<CorpusRole> purpose = new SimpleObjectProperty<>(DEFAULTS.role());
    private final ObjectProperty<Integer> pairs = new SimpleObjectProperty<>(DEFAULTS.pairs());
    private final ObjectProperty<Integer> beams = new SimpleObjectProperty<>(DEFAULTS.beams());
    private final ObjectProperty<Integer> maxTokens = new SimpleObjectProperty<>(DEFAULTS.maxTokens());
    private final ChosenSettings<EvaluationSettings> kept;
    private final ObjectProperty<@Nullable SystemFigures> selected = new SimpleObjectProperty<>();
    private final ObservableList<SystemFigures> figures = FXCollections.observableArrayList();
    private final ObservableList<SentenceResult> sentences = FXCollections.observableArrayList();
    private int asked;

    public EvaluateViewModel(Workbench workbench) {
        this.workbench = workbench;
        state = new ProjectReading<>(
                workbench,
                EnumSet.of(ProjectChange.Kind.ARTEFACTS, ProjectChange.Kind.CURRENT),
                EvaluateState.NONE,
                EvaluateState::read);
        state.valueProperty().subscribe(found -> {
            figures.setAll(figures(found.evaluations()));
            showSentences();
        });
        selected.subscribe(figure -> showSentences());
        kept = new ChosenSettings<>(workbench, Operations.EVALUATE, EnumSet.of(ProjectChange.Kind.CURRENT), this::show);
        List.<ObservableValue<?>>of(purpose, pairs, beams, maxTokens).forEach(setting -> setting.subscribe(this::changed));
    }

    private void changed() {
        kept.changed(settings());
    }

    private void show(EvaluationSettings settings) {
        purpose.set(settings.role());
        pairs.set(settings.pairs());
        beams.set(settings.beams());
        maxTokens.set(settings.maxTokens());
    }

    private EvaluationSettings settings() {
        return DEFAULTS.withRole(purpose.get()).withPairs(pairs.get()).withBeams(beams.get()).withMaxTokens(maxTokens.get());
    }

    /** Each model's figures, and those of copying once for each test they were measured on. */
    private static List<SystemFigures> figures(List<Evaluation> evaluations) {
        List<SystemFigures> rows = new ArrayList<>();
        evaluations.forEach(one -> rows.add(one.model()));
        for (Evaluation one : evaluations) {
            SystemFigures copying = one.copying();
            if (copying != null && !rows.contains(copying)) {
                rows.add(copying);
            }
        }
        return rows;
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

    /** The row whose sentences are shown; the newest evaluation's when there is none. */
    public ObjectProperty<@Nullable SystemFigures> selectedProperty() {
        return selected;
    }

    /** What was measured: models first, newest on top, then baselines. */
    public ObservableList<SystemFigures> figures() {
        return figures;
    }

    /** The sentences of the evaluation that is looked at, the worst first. */
    public ObservableList<SentenceResult> sentences() {
        return sentences;
    }

    public ObservableBooleanValue canRun() {
        return Bindings.createBooleanBinding(
                () -> state.get().hydra().isPresent() && missing().isEmpty(), state.valueProperty(), purpose);
    }

    /** Why nothing can be measured with the chosen pairs, as sentences; empty when it can, or while no project is open. */
    ObservableValue<String> missingProperty() {
        return Bindings.createStringBinding(this::missing, state.valueProperty(), purpose);
    }

    private String missing() {
        return state.get().missing().getOrDefault(purpose.get(), "");
    }

    public ObservableBooleanValue canExport() {
        return Bindings.isNotEmpty(figures);
    }

    private Optional<Evaluation> shown() {
        SystemFigures figure = selected.get();
        List<Evaluation> all = state.get().evaluations();
        return all.stream()
                .filter(one -> one.model().equals(figure))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private void showSentences() {
        int number = ++asked;
        Optional<Evaluation> evaluation = shown();
        if (evaluation.isEmpty()) {
            sentences.clear();
            return;
        }
        workbench.jobs().query(() -> evaluation.get().sentences()).onDone(found -> {
            if (number == asked) {
                sentences.setAll(found);
            }
        });
    }

    /** Measures the Hydra in use. */
    public void run() {
        workbench.project().current().ifPresent(project -> {
            workbench.jobs()
                    .submit(
                            Step.EVALUATE,
                            JobRunner.Lane.TENSOR,
                            project.work().job(Operations.EVALUATE, settings(), Use.ALWAYS, workbench.environment()));
        });
    }

    /** Makes a Hydra the one that is measured, and translates; can be undone. */
    public void choose(Artefact hydra) {
        boolean other = state.get().hydra().filter(now -> now.id() == hydra.id()).isEmpty();
        workbench.project().current().filter(project -> other).ifPresent(project ->
                workbench.jobs().command(() -> project.artefacts().use(hydra)));
    }

    /** Saves all figures and the sentences shown as one page. */
    public void saveHtml() {
        save("evaluation.html", FileKind.of("HTML", "*.html"), report().html());
    }

    /** Saves all figures and the sentences shown as tab-separated text. */
    public void saveTsv() {
        save("evaluation.tsv", FileKind.of("TSV", "*.tsv"), report().tsv());
    }

    private EvaluationReport report() {
        List<String> facts = new ArrayList<>();
        shown().ifPresent(one -> {
            facts.add(Texts.format("evaluate.report.sentences", one.model().name(), one.model().test()));
            facts.addAll(one.signatures());
        });
        facts.add(Texts.data("evaluate.report.version", ProgramVersion.get()));
        Map<Side, LanguageTag> languages = new EnumMap<>(Side.class);
        workbench.project().current().ifPresent(project -> {
            for (Side side : Side.values()) {
                languages.put(side, project.info().language(side));
            }
        });
        return new EvaluationReport(
                Texts.format("evaluate.report.title", workbench.project().nameProperty().get()), facts, figures, sentences, languages);
    }

    private void save(String name, FileKind kind, String text) {
        workbench.dialogs().saveFile(Texts.get("evaluate.report.save"), name, List.of(kind)).ifPresent(file -> workbench
                .jobs()
                .command(() -> PlotFiles.writeText(text, file))
                .onDone(done -> workbench.notices().status(Texts.format("evaluate.report.saved", file))));
    }

    /** Facts of the project for the explanation of this step. */
    List<String> facts() {
        return state.get().evaluations().stream()
                .limit(1)
                .map(one -> Texts.format("evaluate.fact", one.model().name(), one.model().chrf()))
                .toList();
    }
}
