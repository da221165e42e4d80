package org.hydraworkbench.app.corpus;

import javafx.application.Platform;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.LanguageField;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Asks what the languages of the project are really called. */
final class LanguagesDialog extends Dialog<Boolean> {

    private LanguagesDialog(LanguagesViewModel model) {
        setHeaderText(Texts.get("languages.title"));
        Label hint = Parts.hint("languages.hint");
        hint.setStyle("-fx-max-width: 37em;");
        GridPane form = Parts.form();
        Parts.wide(form, 0, 37);
        LanguageField source = new LanguageField(model.sourceProperty(), "languages-source");
        LanguageField target = new LanguageField(model.targetProperty(), "languages-target");
        Parts.row(form, "home.new.source", source);
        Parts.row(form, "home.new.target", target);
        GridPane.setHgrow(source, Priority.ALWAYS);
        GridPane.setHgrow(target, Priority.ALWAYS);
        Label problem = Parts.hintText(""); // with room of its own, so that the window need not grow
        problem.textProperty().bind(model.problemProperty());
        getDialogPane().setContent(Parts.dressed(new VBox(12, hint, form, problem)));
        ButtonType correct = new ButtonType(Texts.get("languages.do"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().setAll(correct, ButtonType.CANCEL);
        getDialogPane().lookupButton(correct).disableProperty().bind(model.completeProperty().not());
        setOnShown(event -> Platform.runLater(source::requestFocus)); // after the dialog has given the focus to its button
        setResultConverter(pressed -> pressed == correct);
    }

    /** Corrects the languages of the project that is open. */
    static ActionSpec action(Workbench workbench) {
        return ActionSpec.of("project.languages", () -> workbench.project().current().ifPresent(project -> {
                    LanguagesViewModel model = new LanguagesViewModel(project);
                    if (workbench.dialogs().show(new LanguagesDialog(model)).orElse(false)) {
                        model.correct(workbench.jobs());
                    }
                }))
                .withIcon(MaterialDesignT.TRANSLATE)
                .enabledWhen(workbench.project().openProperty());
    }
}
