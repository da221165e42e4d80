package org.hydraworkbench.app.translate;

import java.util.EnumSet;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.hydraworkbench.app.parts.ProjectReading;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.measures.DecodingGain;
import org.hydraworkbench.project.work.Operations;

/** What translations are chosen by: learning it, and which of what was learnt is used. */
public final class WeightsViewModel {

    private final Workbench workbench;
    private final ProjectReading<WeightsState> state;
    private final ObservableBooleanValue learning;

    public WeightsViewModel(Workbench workbench) {
        this.workbench = workbench;
        state = new ProjectReading<>(
                workbench,
                EnumSet.of(
                        ProjectChange.Kind.ARTEFACTS,
                        ProjectChange.Kind.CURRENT,
                        ProjectChange.Kind.CORPORA,
                        ProjectChange.Kind.INFO),
                WeightsState.NONE,
                WeightsState::read);
        learning = Bindings.createBooleanBinding(
                () -> workbench.steps().doingProperty().get().containsKey(Operations.TUNE_DECODING.id()),
                workbench.steps().doingProperty());
    }

    ReadOnlyObjectProperty<WeightsState> stateProperty() {
        return state.valueProperty();
    }

    /** Whether they can be learnt now. */
    public ObservableBooleanValue canLearn() {
        return Bindings.createBooleanBinding(
                () -> workbench.project().current().isPresent() && state.get().missing().isEmpty() && !learning.get(),
                state.valueProperty(),
                workbench.project().projectProperty(),
                learning);
    }

    /** What those in use gained, how sure that is, and why they are out of date; or why none can be learnt. */
    public ObservableValue<String> toldProperty() {
        return state.valueProperty().map(found -> {
            String gain = found.gain().map(WeightsViewModel::told).orElse("");
            return String.join(" ", gain, found.stale(), found.missing()).strip();
        });
    }

    private static String told(DecodingGain gain) {
        String how = gain.isUsual() ? "none" : gain.low() > 0 ? "better" : "unsure";
        return Texts.format(
                "translate.weights.gain." + how,
                gain.measured(),
                gain.chrfBefore(),
                gain.chrfAfter(),
                gain.low(),
                gain.high(),
                gain.bleuBefore(),
                gain.bleuAfter());
    }

    /** Learns them from the pairs for development, and uses them. */
    public void learn() {
        workbench.project().current().filter(project -> canLearn().get()).ifPresent(project -> workbench
                .jobs()
                .query(() -> project.work().usual(Operations.TUNE_DECODING))
                .onDone(settings -> workbench
                        .jobs()
                        .submit(
                                Step.TRANSLATE,
                                project.work().job(Operations.TUNE_DECODING, settings, Use.ALWAYS, workbench.environment()))));
    }

    /** Uses some that were learnt, or the program's own; can be undone. */
    public void use(Optional<Artefact> weights) {
        boolean other = !state.get().inUse().map(Artefact::id).equals(weights.map(Artefact::id));
        workbench.project().current().filter(project -> other).ifPresent(project -> workbench.jobs().command(() -> {
            if (weights.isPresent()) {
                project.artefacts().use(weights.get());
            } else {
                project.artefacts().useNone(Slot.decoding(project.info()));
            }
        }));
    }
}
