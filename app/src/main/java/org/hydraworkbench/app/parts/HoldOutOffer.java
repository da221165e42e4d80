package org.hydraworkbench.app.parts;

import java.util.EnumSet;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;

/** Offers to hold sentences out of what is trained on, where there is no text for what they are wanted for. */
public final class HoldOutOffer {

    private static final int USUAL = 200;

    private final Workbench workbench;
    private final ObservableValue<CorpusRole> role;
    private final ProjectReading<Map<CorpusRole, Long>> pairs;
    private final IntegerProperty number = new SimpleIntegerProperty(1);

    /** @param role what they are wanted for; not training */
    public HoldOutOffer(Workbench workbench, ObservableValue<CorpusRole> role) {
        this.workbench = workbench;
        this.role = role;
        pairs = new ProjectReading<>(workbench, EnumSet.of(ProjectChange.Kind.CORPORA), Map.of(), HoldOutOffer::read);
        pairs.valueProperty().subscribe(found -> number.set(Math.clamp(training(found) / 10, 1, USUAL)));
    }

    private static Map<CorpusRole, Long> read(Project project) throws HydraException {
        return Map.of(
                CorpusRole.TRAINING, project.corpora().count(CorpusRole.TRAINING),
                CorpusRole.DEVELOPMENT, project.corpora().count(CorpusRole.DEVELOPMENT),
                CorpusRole.TEST, project.corpora().count(CorpusRole.TEST));
    }

    private static long training(Map<CorpusRole, Long> found) {
        return found.getOrDefault(CorpusRole.TRAINING, 0L);
    }

    /** Whether there is none of such text, and some that is trained on. */
    public ObservableValue<Boolean> offeredProperty() {
        return Bindings.createBooleanBinding(
                () -> training(pairs.get()) > 1 && pairs.get().getOrDefault(role.getValue(), 0L) == 0,
                pairs.valueProperty(),
                role);
    }

    /** What they are wanted for. */
    ObservableValue<CorpusRole> roleProperty() {
        return role;
    }

    /** How many are held out; a tenth of those that are trained on to begin with, {@value #USUAL} at most. */
    public IntegerProperty numberProperty() {
        return number;
    }

    /** The most that can be held out; the same sentences in several pairs make it fewer, which is said when it is tried. */
    ObservableValue<Integer> mostProperty() {
        return pairs.valueProperty().map(found -> (int) Math.clamp(training(found) / 2, 1, Integer.MAX_VALUE));
    }

    /** Holds them out, and says what is to be done again. */
    public void holdOut() {
        CorpusRole wanted = role.getValue();
        workbench.project().current().ifPresent(project -> {
            JobRun<CorpusInfo> run = workbench.jobs().submit(Step.CORPUS, project.work().holdOut(wanted, number.get()));
            run.onDone(made -> workbench.notices().status(Texts.format("holdOut.done." + wanted.code(), made.pairs())));
        });
    }
}
