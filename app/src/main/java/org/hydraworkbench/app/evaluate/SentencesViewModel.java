package org.hydraworkbench.app.evaluate;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.eval.Bleu;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.eval.PairedBootstrap;
import org.hydraworkbench.eval.TranslationMetric;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.measures.Battery;
import org.hydraworkbench.project.measures.MeasuredSentence;
import org.hydraworkbench.project.measures.MeasuredSystem;
import org.jspecify.annotations.Nullable;

/** The sentences of a run by one of its systems, alone or beside another one. */
public final class SentencesViewModel {

    private final Workbench workbench;
    private final ReadOnlyObjectProperty<@Nullable Evaluation> run;
    private final ObservableList<MeasuredSystem> systems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable MeasuredSystem> system = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable MeasuredSystem> compared = new SimpleObjectProperty<>();
    private final ObservableList<SentenceResult> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper difference = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable SentenceResult> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper links = new ReadOnlyStringWrapper("");
    private int asked;
    private int askedLinks;

    SentencesViewModel(Workbench workbench, ReadOnlyObjectProperty<@Nullable Evaluation> run) {
        this.workbench = workbench;
        this.run = run;
        run.subscribe(this::changeRun);
        system.subscribe(chosen -> read());
        compared.subscribe(chosen -> read());
        selected.subscribe(this::readLinks);
    }

    /** What is to be shown. */
    private record Shown(List<SentenceResult> rows, String difference) {

        static Shown of(List<MeasuredSentence> sentences, MeasuredSystem system, @Nullable MeasuredSystem other) {
            return new Shown(
                    SentenceResult.of(sentences, system, other),
                    other == null
                            ? ""
                            : difference(Chrf.chrf(), sentences, other, system) + " " + difference(Battery.bleu(sentences), sentences, other, system));
        }

        private static String difference(
                TranslationMetric metric, List<MeasuredSentence> sentences, MeasuredSystem other, MeasuredSystem system) {
            PairedBootstrap.Result result = Battery.compare(metric, sentences, other, system);
            return Texts.format(
                    "evaluate.difference",
                    metric.name(),
                    SystemFigures.signed(result.difference()),
                    SystemFigures.signed(result.differenceLow()),
                    SystemFigures.signed(result.differenceHigh()),
                    SystemFigures.probability(result.p()));
        }
    }

    /** The choices stay where the new run has them too. */
    private void changeRun(@Nullable Evaluation now) {
        MeasuredSystem before = system.get();
        MeasuredSystem beside = compared.get();
        List<MeasuredSystem> all = now == null ? List.of() : now.systems();
        asked++; // what was asked for the run before is not shown any more
        systems.setAll(all);
        system.set(before != null && all.contains(before) || now == null ? before : now.best());
        compared.set(beside != null && all.contains(beside) ? beside : null);
        read();
    }

    private void read() {
        int number = ++asked;
        Evaluation now = run.get();
        MeasuredSystem chosen = system.get();
        MeasuredSystem other = compared.get() == chosen ? null : compared.get();
        if (now == null || chosen == null || !systems.contains(chosen)) {
            show(new Shown(List.of(), ""));
            return;
        }
        workbench.jobs().query(() -> Shown.of(now.sentences(), chosen, other)).onDone(found -> {
            if (number == asked) {
                show(found);
            }
        });
    }

    private void show(Shown now) {
        rows.setAll(now.rows);
        difference.set(now.difference);
    }

    private void readLinks(@Nullable SentenceResult row) {
        int number = ++askedLinks;
        Project project = workbench.project().current().orElse(null);
        if (row == null || project == null) {
            links.set("");
            return;
        }
        workbench.jobs()
                .query(() -> links(
                        SentenceLinks.of(project, row.source(), row.reference()),
                        SentenceLinks.of(project, row.source(), row.hypothesis())))
                .onDone(found -> {
                    if (number == askedLinks) {
                        links.set(found);
                    }
                });
    }

    private static String links(SentenceLinks reference, SentenceLinks hypothesis) {
        return reference.links().isEmpty() && hypothesis.links().isEmpty()
                ? ""
                : Texts.get("evaluate.column.reference") + ": " + reference.text() + "\n" + Texts.get("evaluate.column.hypothesis") + ": "
                        + hypothesis.text();
    }

    /** The systems to choose from. */
    public ObservableList<MeasuredSystem> systems() {
        return systems;
    }

    /** The one whose translations are shown; none before something was measured. */
    public ObjectProperty<@Nullable MeasuredSystem> systemProperty() {
        return system;
    }

    /** The one that it is compared with; none for none. */
    public ObjectProperty<@Nullable MeasuredSystem> comparedProperty() {
        return compared;
    }

    MeasuredSystem system() {
        return Objects.requireNonNullElse(system.get(), MeasuredSystem.COPYING);
    }

    @Nullable MeasuredSystem compared() {
        return compared.get() == system.get() ? null : compared.get();
    }

    /** The worst first; with another system those first in which the one loses most against it. */
    public ObservableList<SentenceResult> rows() {
        return rows;
    }

    /** How far the two systems are apart and whether by chance, as sentences; empty without another one. */
    public ObservableValue<String> differenceProperty() {
        return difference.getReadOnlyProperty();
    }

    /** The sentence that is looked at. */
    public ObjectProperty<@Nullable SentenceResult> selectedProperty() {
        return selected;
    }

    /** Which words of the sentence that is looked at are answered by which; empty without one, or without an alignment. */
    public ObservableValue<String> linksProperty() {
        return links.getReadOnlyProperty();
    }
}
