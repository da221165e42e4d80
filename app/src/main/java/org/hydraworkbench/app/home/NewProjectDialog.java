package org.hydraworkbench.app.home;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.hydraworkbench.app.parts.LanguageField;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Dialogs;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Directed;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Asks what a new project needs. */
final class NewProjectDialog extends Dialog<NewProjectViewModel.@Nullable Request> {

    NewProjectDialog(NewProjectViewModel model, Dialogs dialogs) {
        setHeaderText(Texts.get("home.new.title"));
        GridPane form = Parts.form();
        Parts.wide(form, 0, 40);
        TextField name = field(model.nameProperty(), "new-name");
        Directed.byText(name);
        TextField folder = field(model.folderProperty(), "new-folder");
        Button choose = new Button(null, new FontIcon(MaterialDesignF.FOLDER_OPEN_OUTLINE));
        choose.setAccessibleText(Texts.get("home.new.chooseFolder"));
        choose.setOnAction(event -> {
            Optional<Path> chosen = dialogs.openFolder(Texts.get("home.new.chooseFolder"));
            chosen.ifPresent(path -> model.folderProperty().set(path.toString()));
        });
        HBox.setHgrow(folder, Priority.ALWAYS);
        addRow(form, "home.new.name", name, name);
        addRow(form, "home.new.folder", folder, new HBox(4, folder, choose));
        TextField source = new LanguageField(model.sourceProperty(), "new-source");
        TextField target = new LanguageField(model.targetProperty(), "new-target");
        addRow(form, "home.new.source", source, source);
        addRow(form, "home.new.target", target, target);
        Label problem = Parts.hint(model.problemProperty());
        form.add(problem, 1, form.getRowCount());
        getDialogPane().setContent(Parts.dressed(form));

        ButtonType create = new ButtonType(Texts.get("home.new.create"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().setAll(create, ButtonType.CANCEL);
        getDialogPane().lookupButton(create).disableProperty().bind(model.completeProperty().not());
        setResultConverter(pressed -> pressed == create ? model.request().orElse(null) : null);
        setOnShown(event -> Platform.runLater(name::requestFocus)); // after the dialog has given the focus to its button
    }

    private static void addRow(GridPane form, String key, Control control, Node shown) {
        Label label = new Label(Texts.get(key));
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        control.setAccessibleText(Texts.get(key));
        GridPane.setHgrow(shown, Priority.ALWAYS);
        form.addRow(form.getRowCount(), label, shown);
        if (Texts.has(key + ".hint")) {
            form.add(Parts.hint(key + ".hint"), 1, form.getRowCount());
        }
    }

    private static TextField field(StringProperty text, String id) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return field;
    }
}
