package org.hydraworkbench.app.service;

import java.util.EnumSet;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.hydraworkbench.app.parts.ProjectReading;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.server.EngineTranslator;
import org.hydraworkbench.server.LocalService;
import org.jspecify.annotations.Nullable;

/** The switch of the local service: off until a person switches it on, and off again when the project is left. */
public final class ServiceViewModel {

    private final Workbench workbench;
    private final ProjectReading<Optional<ServedProject>> served;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper port = new ReadOnlyIntegerWrapper();
    private @Nullable Begun begun;

    /** A service and what it was begun for. */
    private record Begun(ServedProject what, int port, Running running) {}

    /** What answers, and where. */
    private record Listening(EngineTranslator translator, int port) {}

    /** Started and ended by commands, which are done one after the other: the next finds the port free. */
    private static final class Running {

        private @Nullable LocalService service;

        /** Starts it; the port where it listens. */
        int start(EngineTranslator translator, int port) throws HydraException {
            LocalService made = new LocalService(translator);
            try {
                made.start(port);
            } catch (HydraException e) {
                made.close();
                throw e;
            }
            service = made;
            return made.port();
        }

        void end() {
            if (service != null) {
                service.close();
            }
        }
    }

    public ServiceViewModel(Workbench workbench) {
        this.workbench = workbench;
        served = new ProjectReading<>(
                workbench,
                EnumSet.of(ProjectChange.Kind.ARTEFACTS, ProjectChange.Kind.CURRENT, ProjectChange.Kind.INFO),
                Optional.empty(),
                ServedProject::read);
        served.valueProperty().subscribe(this::settle);
        on.subscribe(this::settle);
        workbench.settings().currentProperty().subscribe(this::settle);
        workbench.project().beforeLeaving(() -> on.set(false));
    }

    /** Whether a person has it switched on. */
    public BooleanProperty onProperty() {
        return on;
    }

    /** Where it listens; 0 while it does not. */
    public ReadOnlyIntegerProperty portProperty() {
        return port.getReadOnlyProperty();
    }

    /** Whether there is something that translates. */
    public ObservableBooleanValue possible() {
        return Bindings.createBooleanBinding(() -> served.get().isPresent(), served.valueProperty());
    }

    /** Switches it on, or off. */
    public void toggle() {
        on.set(!on.get());
    }

    /** What the status bar says; empty while it is off. */
    public ObservableValue<String> standingProperty() {
        return Bindings.createStringBinding(
                () -> port.get() == 0 ? "" : Texts.format("service.standing", String.valueOf(port.get())), port);
    }

    private void settle() {
        Project project = workbench.project().projectProperty().get();
        ServedProject wanted = on.get() && project != null ? served.get().orElse(null) : null;
        int wantedPort = workbench.settings().current().servicePort();
        Begun before = begun;
        if (before == null ? wanted == null : before.what.equals(wanted) && before.port == wantedPort) {
            return;
        }
        if (before != null) {
            begun = null;
            port.set(0);
            workbench.jobs().command(before.running::end);
        }
        if (wanted != null && project != null) {
            Begun now = new Begun(wanted, wantedPort, new Running());
            begun = now;
            start(now, project);
        }
    }

    /** When it is there, what it needs is learnt before anybody asks. */
    private void start(Begun now, Project project) {
        workbench.jobs()
                .commandWithAnswer(() -> {
                    EngineTranslator translator = now.what.translator(project, workbench);
                    return new Listening(translator, now.running.start(translator, now.port));
                })
                .onDone(listening -> {
                    if (begun == now) {
                        port.set(listening.port);
                        workbench.jobs().query(progress -> {
                            EngineTranslator translator = listening.translator;
                            translator.prepare(translator.directions().getFirst(), progress);
                            return true;
                        });
                    }
                })
                .onFailed(error -> {
                    if (begun == now) {
                        begun = null;
                        on.set(false);
                    }
                });
    }
}
