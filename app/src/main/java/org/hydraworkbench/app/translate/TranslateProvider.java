package org.hydraworkbench.app.translate;

import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import org.hydraworkbench.app.service.ServiceViewModel;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.shell.WorkspaceProvider;
import org.jspecify.annotations.Nullable;

/** Makes the translate workspace; the local service lives longer than that. */
public final class TranslateProvider implements WorkspaceProvider {

    private @Nullable ServiceViewModel service;

    @Override
    public Step step() {
        return Step.TRANSLATE;
    }

    @Override
    public Workspace create(Workbench workbench) {
        return new TranslateView(workbench, Objects.requireNonNull(service, "global actions are asked for first"));
    }

    @Override
    public List<ActionSpec> globalActions(Workbench workbench) {
        ServiceViewModel made = new ServiceViewModel(workbench);
        service = made;
        return List.of(ActionSpec.of("service.toggle", made::toggle)
                .enabledWhen(made.possible()));
    }

    @Override
    public ObservableValue<String> standing(Workbench workbench) {
        return Objects.requireNonNull(service, "global actions are asked for first").standingProperty();
    }
}
