package org.hydraworkbench.app.corpus;

import atlantafx.base.controls.Message;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.NumberField;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.RoleTexts;
import org.hydraworkbench.app.parts.Tables;
import org.hydraworkbench.app.shell.Focus;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportPreview;
import org.hydraworkbench.text.Side;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The preview of an import: what was found, the first pairs as the project will have them, and as what to take them in. */
final class ImportView extends BorderPane {

    private static final double LEAST_HEIGHT = 140; // of the table

    private final ImportViewModel model;
    private final ImportLinesView lines;
    private final TextField name = new TextField();
    private final ToggleButton swap = new ToggleButton(
            Texts.get("corpus.import.swap"), new FontIcon(MaterialDesignS.SWAP_HORIZONTAL));

    ImportView(ImportViewModel model, LanguageNames names) {
        this.model = model;
        this.lines = new ImportLinesView(model);
        setId("corpus-import");
        setPadding(new Insets(16));
        ProgressIndicator wait = new ProgressIndicator();
        wait.setMaxSize(48, 48);
        wait.visibleProperty().bind(model.readingProperty());
        StackPane pairs = new StackPane(table(names), wait);
        pairs.setMinHeight(LEAST_HEIGHT);
        VBox.setVgrow(pairs, Priority.ALWAYS);
        ScrollPane page = new ScrollPane(new VBox(12, top(names), pairs)); // for low windows and large text
        page.getStyleClass().add("part-scroll");
        page.setFitToWidth(true);
        page.setFitToHeight(true);
        setCenter(page);
        setBottom(bottom());
        BorderPane.setMargin(page, new Insets(0, 0, 12, 0));
    }

    /** Brings the focus to the name, from which Enter imports; it can have it only after a layout. */
    void focusFirst() {
        applyCss();
        layout();
        Focus.on(name);
    }

    private TableView<SentencePair> table(LanguageNames names) {
        ObservableList<SentencePair> rows = FXCollections.observableArrayList();
        TableView<SentencePair> table = Tables.of(rows, "corpus.import.preview", "corpus.import.nothing");
        Tables.language(table, names, Side.SOURCE, 400, SentencePair::source);
        Tables.language(table, names, Side.TARGET, 400, SentencePair::target);
        table.getColumns().forEach(Tables::unsorted);
        table.setPlaceholder(Parts.hint(model.readingProperty()
                .map(reading -> reading ? "" : Texts.get("corpus.import.nothing"))));
        model.previewProperty().subscribe(found -> rows.setAll(found == null ? List.of() : found.rows()));
        return table;
    }

    private Node top(LanguageNames names) {
        Label title = new Label(Texts.get("corpus.import.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        Label summary = Parts.hintText("");
        model.previewProperty().subscribe(found -> summary.setText(model.summary()));
        Message problem = message("corpus.import.problem", MaterialDesignA.ALERT, Styles.DANGER);
        problem.setId("import-problem");
        problem.descriptionProperty().bind(model.problemProperty());
        Parts.shownWhen(problem, model.problemProperty().isNotEmpty());
        Message known = message("corpus.import.known", MaterialDesignI.INFORMATION_OUTLINE, Styles.ACCENT);
        known.setId("import-known");
        ObservableValue<String> same = model.previewProperty().map(ImportPreview::same);
        known.descriptionProperty().bind(same.map(name -> Texts.format("corpus.import.same", name)).orElse(""));
        Parts.shownWhen(known, same.map(name -> true).orElse(false));
        VBox box = new VBox(10, title, summary, problem, lines.badLines(), known, languages(names), doubts(),
                form(), lines.choices(names), swap());
        box.setMinHeight(USE_PREF_SIZE);
        return box;
    }

    private static Message message(String titleKey, Ikon icon, String style) {
        Message message = new Message(Texts.get(titleKey), "", new FontIcon(icon));
        message.setFocusTraversable(false); // there is nothing to do in it
        message.getStyleClass().add(style);
        return message;
    }

    /** Why the text may be in other languages, with what can be done about it. */
    private Node doubts() {
        Message message = message("corpus.doubt", MaterialDesignA.ALERT, Styles.WARNING);
        message.setId("import-doubts");
        message.descriptionProperty().bind(model.doubtsProperty().map(doubts -> String.join("\n", doubts.reasons())));
        Button other = new Button(Texts.get("corpus.import.swap"), new FontIcon(MaterialDesignS.SWAP_HORIZONTAL));
        other.setId("import-doubts-swap");
        other.setOnAction(event -> swap.fire());
        Parts.shownWhen(other, model.doubtsProperty().map(ImportDoubts::swapHelps));
        CheckBox accept = new CheckBox(Texts.get("corpus.doubt.accept"));
        accept.setId("import-accept");
        accept.selectedProperty().bindBidirectional(model.acceptedProperty());
        HBox answers = Parts.bar(other, accept);
        answers.setSpacing(16);
        VBox box = new VBox(8, message, answers);
        Parts.shownWhen(box, model.doubtsProperty().map(doubts -> !doubts.reasons().isEmpty()));
        return box;
    }

    private Node form() {
        GridPane form = Parts.form();
        Directed.byText(name);
        name.setId("import-name");
        name.textProperty().bindBidirectional(model.nameProperty());
        name.setPrefColumnCount(28);
        Parts.row(form, "corpus.import.name", name);
        ChoiceBox<CorpusRole> purpose = new ChoiceBox<>(FXCollections.observableArrayList(CorpusRole.values()));
        purpose.setId("import-purpose");
        purpose.setConverter(RoleTexts.names("corpus.purpose"));
        purpose.valueProperty().bindBidirectional(model.purposeProperty());
        Parts.row(form, "corpus.import.purpose", purpose);
        form.add(holdOut(), 1, form.getRowCount());
        TextField licence = new TextField();
        Directed.byText(licence);
        licence.textProperty().bindBidirectional(model.licenceProperty());
        licence.setPromptText(Texts.get("corpus.import.licence.prompt"));
        Parts.row(form, "corpus.import.licence", licence);
        GridPane.setHgrow(name, Priority.ALWAYS);
        return form;
    }

    /** Keep N sentences for test and N for development. */
    private Node holdOut() {
        HoldOutViewModel hold = model.holdOut();
        CheckBox keep = new CheckBox(Texts.get("corpus.hold.keep"));
        keep.setId("import-hold");
        keep.selectedProperty().bindBidirectional(hold.wantedProperty());
        keep.setTooltip(new Tooltip(Texts.get("corpus.hold.hint")));
        keep.setAccessibleText(Texts.get("corpus.hold.hint"));
        NumberField number = new NumberField(hold.numberProperty(), hold.problemBinding(), 10);
        number.field().setId("import-hold-number");
        number.field().setPrefColumnCount(5);
        number.field().setAccessibleText(Texts.get("corpus.hold.number"));
        number.disableProperty().bind(hold.wantedProperty().not());
        Label rest = new Label();
        rest.setId("import-hold-rest");
        rest.textProperty().bind(Bindings.createStringBinding(this::rest, hold.numberProperty(), model.filesProperty()));
        HBox line = Parts.bar(keep, number, rest);
        line.setAlignment(Pos.BASELINE_LEFT);
        VBox box = new VBox(4, line, Parts.hint("corpus.hold.hint"));
        Parts.shownWhen(box, hold.possibleBinding());
        return new VBox(box); // a form counts as rows only what takes part in the layout
    }

    private String rest() {
        double number = model.holdOut().numberProperty().get();
        boolean several = model.filesProperty().get() instanceof ImportFiles.Bilingual files && files.files().size() > 1;
        return Texts.format(
                several ? "corpus.hold.restOfFirst" : "corpus.hold.rest", Double.isNaN(number) ? "…" : "%.0f".formatted(number));
    }

    private Node swap() {
        swap.setId("import-swap");
        swap.selectedProperty().bindBidirectional(model.swappedProperty());
        swap.disableProperty().bind(model.previewProperty().map(ImportPreview::settled).orElse(true));
        Label named = Parts.hint("corpus.import.named");
        Parts.shownWhen(named, model.previewProperty().map(ImportPreview::named).orElse(false));
        return Parts.bar(swap, lines.head(), named);
    }

    /** Which of several languages of the text stand for the project's two. */
    private Node languages(LanguageNames names) {
        Label both = new Label();
        both.textProperty().bind(model.filesProperty().map(files -> files.requests().size() == 1
                ? Texts.get("corpus.import.languages")
                : Texts.format("corpus.import.languagesOfAll", files.requests().size())));
        HBox line = Parts.bar(both, language(Side.SOURCE, names), language(Side.TARGET, names));
        line.setAlignment(Pos.BASELINE_LEFT);
        Parts.shownWhen(line, model.previewProperty().map(ImportView::hasSeveral).orElse(false));
        return new VBox(line); // a form counts as rows only what takes part in the layout
    }

    private static boolean hasSeveral(ImportPreview found) {
        return found.allLanguages().size() > 2;
    }

    private Node language(Side side, LanguageNames names) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.setId(side == Side.SOURCE ? "import-from" : "import-to");
        box.accessibleTextProperty().bind(names.of(side));
        box.setConverter(new Names<>(ImportDoubts::name));
        model.previewProperty().subscribe(found -> {
            if (found != null && hasSeveral(found)) {
                box.getItems().setAll(found.allLanguages());
                box.setValue(model.language(side));
            }
        });
        box.setOnAction(event -> model.chooseLanguage(side, box.getValue()));
        return box;
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
        start.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        return Parts.bar(Parts.hint("corpus.import.nothingLost"), Parts.spring(), cancel, start);
    }
}
