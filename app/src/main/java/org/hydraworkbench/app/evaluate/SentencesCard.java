package org.hydraworkbench.app.evaluate;

import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.Tables;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.measures.MeasuredSystem;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/** The sentences of a run: the worst of a system, or where two systems differ; below them which words of one are answered. */
final class SentencesCard extends VBox {

    SentencesCard(SentencesViewModel model, LanguageNames names) {
        getStyleClass().add("card-box");
        ComboBox<MeasuredSystem> system = new ComboBox<>(model.systems());
        system.setId("evaluate-system");
        system.setConverter(new Names<>(SystemFigures::name));
        system.valueProperty().bindBidirectional(model.systemProperty());
        ComboBox<Other> other = new ComboBox<>();
        other.setId("evaluate-compared");
        other.setConverter(new Names<>(Other::name));
        Runnable offer = () -> {
            other.getItems().setAll(new Other(null));
            model.systems().forEach(one -> other.getItems().add(new Other(one)));
            other.setValue(new Other(model.comparedProperty().get()));
        };
        model.systems().addListener((ListChangeListener<MeasuredSystem>) change -> offer.run());
        model.comparedProperty().subscribe(chosen -> other.setValue(new Other(chosen)));
        offer.run();
        other.setOnAction(event -> {
            if (other.getValue() != null) {
                model.comparedProperty().set(other.getValue().system());
            }
        });
        GridPane form = Parts.form();
        Parts.row(form, "evaluate.sentences.system", system);
        Parts.row(form, "evaluate.sentences.compared", other);
        getChildren().addAll(
                Parts.title("evaluate.worst"), form, Parts.hint(model.differenceProperty()), table(model, names),
                Parts.hint("evaluate.worst.hint"), Parts.hint(model.linksProperty()));
    }

    /**
     * A system to compare with.
     *
     * @param system null for none
     */
    private record Other(@Nullable MeasuredSystem system) {
        String name() {
            return system == null ? Texts.get("evaluate.compared.none") : SystemFigures.name(system);
        }
    }

    private static TableView<SentenceResult> table(SentencesViewModel model, LanguageNames names) {
        TableView<SentenceResult> table = Tables.of(model.rows(), "evaluate.worst", "evaluate.worst.none");
        table.setId("evaluate-sentences");
        Parts.tall(table, 23);
        Tables.number(table, "evaluate.column.line", 55, SentenceResult::line);
        Tables.number(table, "evaluate.column.chrf", 65, SentenceResult::chrf, Numbers::hundredths);
        TableColumn<?, ?> difference =
                Tables.number(table, "evaluate.column.difference", 90, SentenceResult::difference, SystemFigures::signed);
        text(table, names, "evaluate.column.source", Side.SOURCE, SentenceResult::source);
        text(table, names, "evaluate.column.reference", Side.TARGET, SentenceResult::reference);
        text(table, names, "evaluate.column.hypothesis", Side.TARGET, SentenceResult::hypothesis);
        TableColumn<?, ?> other =
                text(table, names, "evaluate.column.other", Side.TARGET, row -> row.other() == null ? "" : row.other());
        model.comparedProperty().subscribe(chosen -> {
            difference.setVisible(chosen != null);
            other.setVisible(chosen != null);
        });
        model.selectedProperty().bind(table.getSelectionModel().selectedItemProperty());
        return table;
    }

    private static TableColumn<SentenceResult, String> text(
            TableView<SentenceResult> table, LanguageNames names, String key, Side side, Function<SentenceResult, String> text) {
        return Tables.text(table, names, side, key, 240, text);
    }
}
