package org.hydraworkbench.app.home;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Workspace;

/** Home: the start page, or the overview of the project that is open. */
final class HomeView implements Workspace {

    private final HomeViewModel model;
    private final StackPane view;

    HomeView(HomeViewModel model, ProjectActions actions) {
        this.model = model;
        StartPage start = new StartPage(model, actions);
        OverviewPage overview = new OverviewPage(model);
        Parts.shownWhen(overview, model.openProperty());
        Parts.shownWhen(start, model.openProperty().not());
        view = Parts.dressed(new StackPane(start, overview));
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.refresh();
    }
}
