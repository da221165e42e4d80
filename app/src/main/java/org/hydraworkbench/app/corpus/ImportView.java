package org.hydraworkbench.app.corpus;

import atlantafx.base.controls.Message;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.Tables;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The preview of an import: what was found, the first pairs, and as what to take them in. */
final class ImportView extends BorderPane {

    private final ImportViewModel model;
    private final TableView<SentencePair> table = Tables.of(
            FXCollections.observableArrayList(), "corpus.import.preview", "corpus.import.nothing");
    private final TableColumn<SentencePair, String> left =
            Tables.text(table, "corpus.source", 400, SentencePair::source);
    private final TableColumn<SentencePair, String> right =
            Tables.text(table, "corpus.target", 400, SentencePair::target);

    ImportView(ImportViewModel model) {
        this.model = model;
        setId("corpus-import");
        setPadding(new Insets(16));
        setTop(top());
        ProgressIndicator wait = new ProgressIndicator();
        wait.setMaxSize(48, 48);
        wait.visibleProperty().bind(model.readingProperty());
        setCenter(new StackPane(table, wait));
        setBottom(bottom());
        BorderPane.setMargin(getCenter(), new Insets(12, 0, 12, 0));
        model.previewProperty().subscribe(found -> {
            table.getItems().setAll(found == null ? List.of() : found.rows());
        });
        model.swappedProperty().subscribe(this::nameColumns);
    }

    private void nameColumns(boolean swapped) {
        String source = Texts.format("corpus.source.tag", model.info().sourceLanguage());
        String target = Texts.format("corpus.target.tag", model.info().targetLanguage());
        left.setText(swapped ? target : source);
        right.setText(swapped ? source : target);
    }

    private Node top() {
        Label title = new Label(Texts.get("corpus.import.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        Label summary = Parts.hintText("");
        model.previewProperty().subscribe(found -> summary.setText(model.summary()));
        Message problem = new Message(Texts.get("corpus.import.problem"), "", new FontIcon(MaterialDesignA.ALERT));
        problem.setId("import-problem");
        problem.getStyleClass().add(Styles.DANGER);
        problem.descriptionProperty().bind(model.problemProperty());
        Parts.shownWhen(problem, model.problemProperty().isNotEmpty());

        GridPane form = Parts.form();
        TextField name = new TextField();
        name.setId("import-name");
        name.textProperty().bindBidirectional(model.nameProperty());
        name.setPrefColumnCount(28);
        Parts.row(form, "corpus.import.name", name);
        ChoiceBox<CorpusRole> purpose = new ChoiceBox<>(FXCollections.observableArrayList(CorpusRole.values()));
        purpose.setConverter(Names.texts("corpus.purpose."));
        purpose.valueProperty().bindBidirectional(model.purposeProperty());
        Parts.row(form, "corpus.import.purpose", purpose);
        TextField licence = new TextField();
        licence.textProperty().bindBidirectional(model.licenceProperty());
        licence.setPromptText(Texts.get("corpus.import.licence.prompt"));
        Parts.row(form, "corpus.import.licence", licence);
        GridPane.setHgrow(name, Priority.ALWAYS);

        ToggleButton swap = new ToggleButton(
                Texts.get("corpus.import.swap"), new FontIcon(MaterialDesignS.SWAP_HORIZONTAL));
        swap.setId("import-swap");
        swap.selectedProperty().bindBidirectional(model.swappedProperty());
        return new VBox(10, title, summary, problem, form, swap);
    }

    private Node bottom() {
        Button start = new Button(Texts.get("corpus.import.start"));
        start.setId("import-start");
        start.setDefaultButton(true);
        start.getStyleClass().add(Styles.ACCENT);
        start.disableProperty().bind(model.readyBinding().not());
        start.setOnAction(event -> model.start());
        Button cancel = new Button(Texts.get("cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> model.cancel());
        HBox bar = Parts.bar(Parts.hint("corpus.import.nothingLost"), Parts.spring(), cancel, start);
        return bar;
    }
}
