package org.hydraworkbench.app.parts;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.work.Operation;

/**
 * The settings of the next run of an operation. What a person chooses stays with the project: it is there when that is opened again, and
 * Home's button works by it too. Until then the usual ones are shown. Belongs to the JavaFX thread.
 *
 * @param <S> what can be chosen
 */
public final class ChosenSettings<S> {

    private final Workbench workbench;
    private final Operation<S> operation;
    private boolean showing;
    private boolean chosen;

    /**
     * @param news the changes after which other settings may be the usual ones
     * @param show shows settings to the person
     */
    public ChosenSettings(Workbench workbench, Operation<S> operation, Set<ProjectChange.Kind> news, Consumer<S> show) {
        this.workbench = workbench;
        this.operation = operation;
        ProjectReading<Optional<S>> usual =
                new ProjectReading<>(workbench, news, Optional.empty(), project -> Optional.of(project.work().usual(operation)));
        usual.valueProperty().subscribe(found -> {
            if (!chosen && found.isPresent()) {
                showing = true;
                show.accept(found.get());
                showing = false;
            }
        });
    }

    /** The settings are others now; those that a person gave them are kept. */
    public void changed(S settings) {
        if (!showing) {
            workbench.project().current().ifPresent(project -> {
                chosen = true;
                workbench.jobs().command(() -> project.work().choose(operation, settings));
            });
        }
    }
}
