package org.hydraworkbench.app.home;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.hydraworkbench.app.shell.Workspace;

/** Home. */
final class HomeView implements Workspace {

    private final StackPane view = new StackPane(new Label("Home"));

    @Override
    public Node view() {
        return view;
    }
}
