package org.hydraworkbench.app.translate;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.Tables;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.project.base.Term;
import org.hydraworkbench.text.Side;

/** The glossary as a small table, with a line below to add to it. */
final class GlossaryCard extends VBox {

    GlossaryCard(GlossaryViewModel model, LanguageNames names) {
        getStyleClass().add("card-box");
        TableView<Term> table = Tables.of(model.terms(), "translate.glossary", "translate.glossary.none");
        table.setId("translate-glossary");
        Tables.reading(table, model.unreadProperty(), "translate.glossary.none");
        Parts.tall(table, 11);
        Tables.language(table, names, Side.SOURCE, 100, Term::source);
        Tables.language(table, names, Side.TARGET, 100, Term::target);
        ActionSpec remove = ActionSpec.of(
                        "glossary.remove", () -> model.remove(table.getSelectionModel().getSelectedItems()))
                .enabledWhen(Bindings.isNotEmpty(table.getSelectionModel().getSelectedItems()));
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                remove.run();
                event.consume();
            }
        });
        table.getContextMenu().getItems().addFirst(Actions.menuItem(remove));
        ActionSpec add = ActionSpec.of("glossary.add", model::add).enabledWhen(model.canAdd());
        TextField source = field(model.sourceProperty(), "glossary-source", names, Side.SOURCE, add);
        TextField target = field(model.targetProperty(), "glossary-target", names, Side.TARGET, add);
        Button enter = Actions.button(add);
        enter.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(
                Parts.title("translate.glossary"),
                Parts.hint("translate.glossary.what"),
                table,
                new HBox(8, source, target, enter),
                Parts.buttons(Actions.button(remove), Actions.button(ActionSpec.of("glossary.import", model::importFile))));
    }

    private static TextField field(StringProperty text, String id, LanguageNames names, Side side, ActionSpec add) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        field.promptTextProperty().bind(names.of(side));
        field.accessibleTextProperty().bind(names.of(side));
        Directed.byText(field, written -> names.direction(side, written));
        field.setOnAction(event -> add.run());
        field.setPrefColumnCount(5);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }
}
