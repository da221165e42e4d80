package org.hydraworkbench.app.mapping;

import atlantafx.base.controls.CustomTextField;
import java.util.Locale;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.hydraworkbench.app.parts.Beside;
import org.hydraworkbench.app.parts.EmptyPane;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.Tables;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.mapping.MappingStats;
import org.hydraworkbench.mapping.Origin;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The mapping in a few numbers, the table of target tokens, and beside it the row of the selected one in full. */
final class MappingView extends StackPane {

    private static final Duration TYPING = Duration.millis(200);
    private static final double ROW_HEIGHT = 36;
    private static final double LEAST_TOKEN = 100;
    private static final double LEAST_STRIP = 100;
    private static final double MARGINS = 16;

    private final MappingViewModel model;
    private final LanguageNames names;
    private final CustomTextField search = new CustomTextField();
    private final TableView<TokenLine> table;

    MappingView(MappingViewModel model, LanguageNames names, ActionSpec build) {
        this.model = model;
        this.names = names;
        setId("mapping-view");
        getStylesheets().add(Objects.requireNonNull(MappingView.class.getResource("mapping.css")).toExternalForm());
        Parts.dressed(this);
        table = table();
        BorderPane tokens = new BorderPane();
        tokens.setTop(new VBox(glance(), filters()));
        tokens.setCenter(table); // after the top, so that the Tab key goes there after it
        SplitPane all = new SplitPane(tokens, new TokenDetailView(model, names));
        all.setDividerPositions(0.68);
        EmptyPane empty = new EmptyPane(MaterialDesignM.MAP_MARKER_PATH, "mapping.empty", build);
        getChildren().addAll(all, empty);
        Parts.shownWhen(empty, model.emptyProperty());
        Parts.shownWhen(all, model.emptyProperty().not());
    }

    /** Where a token is looked for. */
    Node search() {
        return search;
    }

    private Node glance() {
        ObservableValue<MappingStats> stats = model.statsProperty().map(found -> found);
        FlowPane bar = new FlowPane(
                Parts.figure("mapping.figure.tokens", stats.map(s -> "%,d".formatted(s.tokens())).orElse("–")),
                Parts.figure("mapping.figure.coverage", stats.map(s -> "%.1f %%".formatted(100 * s.coverage())).orElse("–")),
                Parts.figure("mapping.figure.entropy", stats.map(s -> "%.2f".formatted(s.meanEntropy())).orElse("–")),
                figure(stats, Origin.EVIDENCE),
                figure(stats, Origin.BACKOFF),
                figure(stats, Origin.COMPLETED),
                figure(stats, Origin.UNKNOWN));
        bar.getStyleClass().add("mapping-glance");
        return bar;
    }

    private static Node figure(ObservableValue<MappingStats> stats, Origin origin) {
        return Parts.figure(key(origin), stats.map(s -> "%,d".formatted(s.count(origin))).orElse("–"));
    }

    private static String key(Origin origin) {
        return "mapping.origin." + origin.name().toLowerCase(Locale.ROOT);
    }

    private Node filters() {
        search.setId("mapping-search");
        search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        search.setPromptText(Texts.get("mapping.search"));
        search.setAccessibleText(Texts.get("mapping.search"));
        names.direct(search, Side.TARGET);
        HBox.setHgrow(search, Priority.ALWAYS);
        PauseTransition typing = new PauseTransition(TYPING);
        typing.setOnFinished(event -> model.textProperty().set(search.getText()));
        search.textProperty().addListener((property, before, now) -> typing.playFromStart());
        model.textProperty().addListener((property, before, now) -> {
            if (!now.equals(search.getText())) {
                search.setText(now);
            }
        });
        ChoiceBox<TokenKind> kind = new ChoiceBox<>(FXCollections.observableArrayList(TokenKind.values()));
        kind.setId("mapping-kind");
        kind.setAccessibleText(Texts.get("mapping.kind"));
        kind.setConverter(Names.texts("mapping.kind."));
        kind.valueProperty().bindBidirectional(model.kindProperty());
        Label count = Parts.hintText("");
        Runnable show = () -> count.setText(Texts.format("mapping.count", model.lines().size()));
        model.lines().subscribe(show);
        show.run();
        count.setMinWidth(USE_PREF_SIZE);
        kind.setMinWidth(USE_PREF_SIZE);
        Beside bar = new Beside(Parts.wide(search, 14, 20), Parts.bar(kind, count));
        bar.setPadding(new Insets(4, 16, 12, 16));
        return bar;
    }

    private TableView<TokenLine> table() {
        TableView<TokenLine> made = Tables.of(model.lines(), "mapping.table", "mapping.none");
        made.setId("mapping-table");
        made.setPlaceholder(Parts.hint(model.readingProperty().map(busy -> busy ? "…" : Texts.get("mapping.none"))));
        made.setFixedCellSize(ROW_HEIGHT);
        made.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        made.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        TableColumn<TokenLine, String> tokens =
                Tables.text(made, names, Side.TARGET, "mapping.column.token", 130, TokenLine::token);
        tokens.setMinWidth(LEAST_TOKEN);
        Tables.note(tokens, TokenLine::note);
        TableColumn<TokenLine, String> sources = new TableColumn<>(Texts.get("mapping.column.sources"));
        sources.setPrefWidth(330);
        sources.setMinWidth(LEAST_STRIP);
        sources.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                model.mixture(row.getValue()).describe(5)));
        sources.setCellFactory(unused -> new StripCell());
        Tables.unsorted(sources);
        made.getColumns().add(sources);
        number(fix(Tables.number(made, "mapping.column.entropy", 70, TokenLine::entropy), 70), "%.2f");
        TableColumn<TokenLine, Double> evidence =
                number(fix(Tables.number(made, "mapping.column.evidence", 88, TokenLine::evidence), 88), "%,.1f");
        Tables.text(made, "mapping.column.origin", 106, line -> Texts.get(key(line.origin()))).setMaxWidth(106);
        evidence.setSortType(TableColumn.SortType.DESCENDING);
        made.getSortOrder().add(evidence);
        made.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.selectedProperty().set(now);
            }
        });
        model.selectedProperty().addListener((property, before, now) -> {
            if (now != null && now != made.getSelectionModel().getSelectedItem()) {
                made.getSelectionModel().select(now);
                made.scrollTo(now);
            }
        });
        return made;
    }

    private static <V> TableColumn<TokenLine, V> fix(TableColumn<TokenLine, V> column, double width) {
        column.setMinWidth(width);
        column.setMaxWidth(width);
        return column;
    }

    /** Always the same number of digits, so that a column can be compared at a glance. */
    private static TableColumn<TokenLine, Double> number(TableColumn<TokenLine, Double> column, String format) {
        column.setCellFactory(unused -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Double number, boolean none) {
                super.updateItem(number, none);
                setText(none || number == null ? null : format.formatted(number));
                setAlignment(Pos.CENTER_RIGHT);
            }
        });
        return column;
    }

    private final class StripCell extends TableCell<TokenLine, String> {
        private final MixtureStrip strip = new MixtureStrip(token -> names.direction(Side.SOURCE, token));

        StripCell() {
            strip.prefWidthProperty().bind(tableColumnProperty()
                    .flatMap(TableColumn::widthProperty)
                    .map(width -> width.doubleValue() - MARGINS)
                    .orElse(0.0));
        }

        @Override
        protected void updateItem(@Nullable String described, boolean none) {
            super.updateItem(described, none);
            TokenLine line = none ? null : getTableRow().getItem();
            if (line == null) {
                setGraphic(null);
            } else {
                strip.show(model.mixture(line));
                setGraphic(strip);
            }
        }
    }
}
