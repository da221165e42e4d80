package org.hydraworkbench.app.service;

import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Wrapping;

/** The switch of the local service, and where it listens. */
public final class ServiceCard extends VBox {

    public ServiceCard(ServiceViewModel model) {
        getStyleClass().add("card-box");
        CheckBox on = new CheckBox(Texts.get("service.on"));
        Wrapping.on(on);
        on.setId("service-on");
        on.selectedProperty().bindBidirectional(model.onProperty());
        on.disableProperty().bind(Bindings.not(model.possible()));
        Label where = Parts.hint(Bindings.createStringBinding(
                () -> model.portProperty().get() == 0
                        ? ""
                        : Texts.format("service.where", String.valueOf(model.portProperty().get())),
                model.portProperty()));
        where.setId("service-where");
        getChildren().addAll(Parts.title("service"), Parts.hint("service.what"), on, where);
    }
}
