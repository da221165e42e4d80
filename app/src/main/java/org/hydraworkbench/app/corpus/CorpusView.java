package org.hydraworkbench.app.corpus;

import atlantafx.base.controls.CustomTextField;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.hydraworkbench.app.parts.Beside;
import org.hydraworkbench.app.parts.EmptyPane;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.PagedRow;
import org.hydraworkbench.app.parts.PagedTables;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.Sentence;
import org.hydraworkbench.app.writing.Shown;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The corpus workspace: filters above, the table of pairs, the selected pair in full below. Files can be dropped on it. */
final class CorpusView extends StackPane {

    private static final PseudoClass EXCLUDED = PseudoClass.getPseudoClass("excluded");
    private static final Duration TYPING = Duration.millis(250);
    private static final double LEAST_TABLE = 14; // times the height of the text
    private static final double MOST_DETAIL = 180; // pixels; longer sentences are scrolled

    private final CorpusViewModel model;
    private final LanguageNames names;
    private final CustomTextField search = new CustomTextField();
    private final TableView<PagedRow<PairRow>> table;

    /**
     * @param actions what can be done with the chosen corpus
     * @param others what can be done with all corpora
     */
    CorpusView(
            CorpusViewModel model,
            LanguageNames names,
            JobRunner jobs,
            ActionSpec importAction,
            CorpusActions actions,
            List<ActionSpec> others) {
        this.model = model;
        this.names = names;
        setId("corpus-view");
        getStylesheets().add(Objects.requireNonNull(CorpusView.class.getResource("corpus.css")).toExternalForm());
        Parts.dressed(this);
        table = table(jobs);
        BorderPane page = new BorderPane();
        ScrollPane pairs = new ScrollPane(page); // for low windows and large text
        pairs.getStyleClass().add("part-scroll");
        pairs.setFitToWidth(true);
        pairs.setFitToHeight(true);
        page.setTop(new VBox(new CorporaView(model.manager(), actions, others), filters()));
        page.setCenter(Parts.tall(table, LEAST_TABLE)); // after the top, so that the Tab key goes there after it
        page.setBottom(new VBox(detail(), footer()));
        EmptyPane empty = new EmptyPane(MaterialDesignB.BOOKSHELF, "corpus.empty", importAction);
        StackPane importing = new StackPane();
        getChildren().addAll(pairs, empty, importing);
        Parts.shownWhen(importing, model.importingProperty().map(now -> now != null).orElse(false));
        ObservableValue<Boolean> nothing = Bindings.isEmpty(model.manager().list()).and(model.importingProperty().isNull());
        Parts.shownWhen(empty, nothing);
        Parts.shownWhen(pairs, Bindings.isNotEmpty(model.manager().list()).and(model.importingProperty().isNull()));
        model.importingProperty().subscribe(now -> {
            importing.getChildren().clear();
            if (now != null) {
                ImportView view = new ImportView(now, names);
                importing.getChildren().add(view);
                view.focusFirst();
            }
        });
        setOnDragOver(this::dragOver);
        setOnDragDropped(this::dropped);
    }

    /** Where a person begins once there are sentences. */
    Node search() {
        return search;
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            model.importFiles(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private Node filters() {
        search.setId("corpus-search");
        search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        search.setPromptText(Texts.get("corpus.search"));
        search.setAccessibleText(Texts.get("corpus.search"));
        Directed.byText(search);
        HBox.setHgrow(search, Priority.ALWAYS);
        PauseTransition typing = new PauseTransition(TYPING);
        typing.setOnFinished(event -> model.textProperty().set(search.getText()));
        search.textProperty().subscribe(text -> typing.playFromStart());
        search.setOnAction(event -> model.textProperty().set(search.getText()));

        ChoiceBox<@Nullable CorpusInfo> corpus = new ChoiceBox<>();
        corpus.setAccessibleText(Texts.get("corpus.which"));
        corpus.setStyle("-fx-min-width: 10em; -fx-max-width: 18em;");
        corpus.setId("corpus-which");
        corpus.setConverter(named(info -> info == null
                ? Texts.get("corpus.which.all")
                : Texts.format("corpus.which.one", info.name(), CorporaView.role(info.role()))));
        model.manager().list().subscribe(() -> {
            CorpusInfo chosen = model.corpusProperty().get();
            corpus.getItems().setAll(withNull(model.manager().list()));
            corpus.setValue(chosen);
        });
        corpus.valueProperty().bindBidirectional(model.corpusProperty());
        ChoiceBox<CorpusViewModel.Shown> shown =
                new ChoiceBox<>(FXCollections.observableArrayList(CorpusViewModel.Shown.values()));
        shown.setId("corpus-shown");
        shown.setAccessibleText(Texts.get("corpus.shown"));
        shown.setConverter(named(one -> one == null ? "" : Texts.get("corpus.shown." + lower(one))));
        shown.valueProperty().bindBidirectional(model.shownProperty());
        ChoiceBox<PairOrder> order = new ChoiceBox<>(FXCollections.observableArrayList(PairOrder.values()));
        order.setAccessibleText(Texts.get("pairs.order"));
        for (Side side : Side.values()) {
            names.of(side).subscribe(name -> order.setConverter(named(this::orderName)));
        }
        order.valueProperty().bindBidirectional(model.orderProperty());
        shown.setMinWidth(USE_PREF_SIZE);
        Parts.wide(order, 16, 16);
        Beside bar = new Beside(Parts.wide(search, 14, 20), Parts.bar(corpus, shown, order));
        bar.setPadding(new Insets(12, 16, 12, 16));
        return bar;
    }

    private String orderName(@Nullable PairOrder order) {
        return order == null
                ? ""
                : Texts.format("pairs.order." + lower(order), names.of(Side.SOURCE).get(), names.of(Side.TARGET).get());
    }

    private static List<@Nullable CorpusInfo> withNull(List<CorpusInfo> corpora) {
        List<@Nullable CorpusInfo> all = new ArrayList<>();
        all.add(null);
        all.addAll(corpora);
        return all;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <V> StringConverter<V> named(Function<@Nullable V, String> names) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable V value) {
                return names.apply(value);
            }

            @Override
            public V fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }

    private TableView<PagedRow<PairRow>> table(JobRunner jobs) {
        TableView<PagedRow<PairRow>> made = PagedTables.of(model.rows(), "corpus.table", "corpus.none", jobs);
        made.setId("corpus-table");
        fixed(PagedTables.text(made, "corpus.column.number", 74, pair -> "%,d".formatted(pair.ordinal() + 1)), 74);
        PagedTables.language(made, names, Side.SOURCE, 380, PairRow::source);
        PagedTables.language(made, names, Side.TARGET, 380, PairRow::target);
        fixed(PagedTables.text(made, "corpus.column.lengths", 96, PairMeasures::lengths), 96);
        fixed(PagedTables.text(made, "corpus.column.ratio", 64, PairMeasures::ratio), 64);
        fixed(PagedTables.text(made, "corpus.column.state", 86, PairMeasures::state), 86);
        PagedTables.text(made, "corpus.which", 110, model::corpusOf).visibleProperty().bind(Bindings.size(model.manager().list())
                .greaterThan(1)
                .and(model.corpusProperty().isNull()));
        made.setRowFactory(view -> {
            TableRow<PagedRow<PairRow>> row = new TableRow<>();
            row.itemProperty()
                    .flatMap(PagedRow::valueProperty)
                    .map(PairRow::excluded)
                    .orElse(false)
                    .subscribe(excluded -> row.pseudoClassStateChanged(EXCLUDED, excluded));
            return row;
        });
        made.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                model.exclude(selected(), true);
                event.consume();
            }
        });
        return made;
    }

    private static void fixed(TableColumn<?, ?> column, double width) {
        column.setMinWidth(width);
        column.setMaxWidth(width);
    }

    private List<PairRow> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .map(PagedRow::value)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Enables a button while it would do something to a selected pair. */
    private void enableWhere(Button button, Predicate<PairRow> some) {
        Runnable look = () -> button.setDisable(selected().stream().noneMatch(some));
        table.getSelectionModel().getSelectedItems().subscribe(look);
        // the rows stay while what they show is read anew
        table.getSelectionModel().selectedItemProperty().flatMap(PagedRow::valueProperty).subscribe(pair -> look.run());
    }

    private Node detail() {
        Sentence source = new Sentence();
        Sentence target = new Sentence();
        ObservableValue<PairRow> chosen =
                table.getSelectionModel().selectedItemProperty().flatMap(PagedRow::valueProperty);
        chosen.map(PairRow::source).orElse("").subscribe(text -> source.show(text, names.direction(Side.SOURCE, text)));
        chosen.map(PairRow::target).orElse("").subscribe(text -> target.show(text, names.direction(Side.TARGET, text)));
        GridPane box = new GridPane(24, 0);
        box.addRow(0, source, target);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        box.getColumnConstraints().setAll(half, half);
        box.getStyleClass().add("corpus-detail");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(USE_PREF_SIZE);
        // later, as what is asked for during a layout is not laid out any more
        box.heightProperty().subscribe(height ->
                Platform.runLater(() -> scroll.setPrefHeight(Math.min(MOST_DETAIL, height.doubleValue() + 2))));
        Parts.shownWhen(scroll, chosen.map(pair -> true).orElse(false));
        return scroll;
    }

    private Node footer() {
        Label counts = new Label();
        counts.setId("corpus-counts");
        counts.textProperty().bind(model.countsProperty());
        Button exclude = new Button(Texts.get("corpus.exclude"));
        exclude.setId("corpus-exclude");
        exclude.setOnAction(event -> model.exclude(selected(), true));
        Button include = new Button(Texts.get("corpus.include"));
        include.setId("corpus-include");
        include.setOnAction(event -> model.exclude(selected(), false));
        enableWhere(exclude, pair -> !pair.excluded());
        enableWhere(include, PairRow::excluded);
        Label corpus = new Label();
        corpus.getStyleClass().add("part-hint");
        corpus.textProperty().bind(model.corpusProperty()
                .map(info -> Texts.format("corpus.about", info.origin(), info.licence().isEmpty() ? "–" : info.licence()))
                .orElse(""));
        Parts.shownWhen(corpus, corpus.textProperty().map(text -> !text.isEmpty()));
        corpus.setMinWidth(0);
        List.of(counts, exclude, include).forEach(fixed -> fixed.setMinWidth(USE_PREF_SIZE));
        HBox bar = Parts.bar(counts, corpus, Parts.spring(), exclude, include);
        bar.setPadding(new Insets(8, 16, 8, 16));
        return bar;
    }
}
