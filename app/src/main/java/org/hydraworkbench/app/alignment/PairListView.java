package org.hydraworkbench.app.alignment;

import atlantafx.base.controls.CustomTextField;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Callback;
import javafx.util.Duration;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.PagedRow;
import org.hydraworkbench.app.parts.PagedTables;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.Shown;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The table of pairs to work through, with its filters. */
final class PairListView extends BorderPane {

    private static final Duration TYPING = Duration.millis(250);
    private static final double SCORE_WIDTH = 74;

    private final PairsViewModel model;
    private final CustomTextField search = new CustomTextField();
    private final Label position = new Label();
    private final TableView<PagedRow<PairRow>> table;

    PairListView(PairsViewModel model, LanguageNames names, JobRunner jobs) {
        this.model = model;
        setMinWidth(180);
        table = PagedTables.of(model.rows(), "alignment.pairs", "corpus.none", jobs);
        table.setId("alignment-pairs");
        addColumns(names);
        setTop(filters());
        setCenter(table);
        showPosition();
        setBottom(position);
        followSelection();
    }

    /** Where words of the pairs are looked for. */
    Node search() {
        return search;
    }

    private void addColumns(LanguageNames names) {
        TableColumn<PagedRow<PairRow>, PairRow> score = column(unused -> new StatusCell());
        score.setText(Texts.get("alignment.pairs.score"));
        score.setMinWidth(SCORE_WIDTH);
        score.setMaxWidth(SCORE_WIDTH);
        TableColumn<PagedRow<PairRow>, PairRow> pair = column(unused -> new PairCell(names));
        names.of(Side.SOURCE).subscribe(name -> pair.setText(name + " · " + names.of(Side.TARGET).get()));
        names.of(Side.TARGET).subscribe(name -> pair.setText(names.of(Side.SOURCE).get() + " · " + name));
        // for what is copied from the table
        PagedTables.text(table, "alignment.pairs.score", 80, PairListView::score);
        PagedTables.language(table, names, Side.SOURCE, 160, PairRow::source);
        PagedTables.language(table, names, Side.TARGET, 160, PairRow::target);
        table.getColumns().subList(2, 5).forEach(column -> column.setVisible(false));
    }

    private TableColumn<PagedRow<PairRow>, PairRow> column(
            Callback<TableColumn<PagedRow<PairRow>, PairRow>, TableCell<PagedRow<PairRow>, PairRow>> cells) {
        TableColumn<PagedRow<PairRow>, PairRow> column = new TableColumn<>();
        column.setSortable(false);
        column.setCellValueFactory(cell -> cell.getValue().valueProperty());
        column.setCellFactory(cells);
        table.getColumns().add(column);
        return column;
    }

    private static String score(PairRow pair) {
        return Float.isNaN(pair.score()) ? "–" : "%.2f".formatted(pair.score());
    }

    private VBox filters() {
        search.setId("alignment-search");
        search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        search.setPromptText(Texts.get("corpus.search"));
        search.setAccessibleText(Texts.get("corpus.search"));
        Directed.byText(search);
        PauseTransition typing = new PauseTransition(TYPING);
        typing.setOnFinished(event -> model.textProperty().set(search.getText()));
        search.textProperty().addListener((property, before, now) -> typing.playFromStart());
        search.setOnAction(event -> model.textProperty().set(search.getText()));
        model.textProperty().addListener((property, before, now) -> {
            if (!now.equals(search.getText())) {
                search.setText(now);
            }
        });
        ChoiceBox<PairKind> kind = new ChoiceBox<>(FXCollections.observableArrayList(PairKind.values()));
        kind.setId("alignment-kind");
        kind.setAccessibleText(Texts.get("alignment.kind"));
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.setConverter(Names.texts("alignment.kind."));
        kind.valueProperty().bindBidirectional(model.kindProperty());
        VBox box = new VBox(8, search, kind);
        box.setPadding(new Insets(12, 8, 12, 12));
        return box;
    }

    private void showPosition() {
        position.getStyleClass().add("part-hint");
        position.setPadding(new Insets(6, 12, 6, 12));
        Runnable show = () -> position.setText(
                Texts.format("alignment.position", model.selectedIndexProperty().get() + 1, model.rows().size()));
        model.selectedIndexProperty().subscribe(show);
        model.rows().subscribe(show);
    }

    /** Table and model show the same row; the table scrolls only when the row came from elsewhere. */
    private void followSelection() {
        var selection = table.getSelectionModel();
        selection.setSelectionMode(SelectionMode.SINGLE);
        selection.selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                model.selectedIndexProperty().set(now.intValue());
            }
        });
        model.selectedIndexProperty().subscribe(this::select);
        // When the rows are replaced the table forgets its selection, after the model has chosen one.
        model.rows().subscribe(this::select);
    }

    private void select() {
        int index = model.selectedIndexProperty().get();
        if (index >= 0 && index < model.rows().size() && index != table.getSelectionModel().getSelectedIndex()) {
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(Math.max(0, index - 3));
        }
    }

    /** Both sentences of a pair, one above the other, each beginning where its language does. */
    private static final class PairCell extends TableCell<PagedRow<PairRow>, PairRow> {
        private final LanguageNames names;
        private final Label source = line();
        private final Label target = line();
        private final VBox both = new VBox(source, target);

        PairCell(LanguageNames names) {
            this.names = names;
            both.setAlignment(Pos.CENTER_LEFT);
            both.setMinWidth(0);
            both.setPrefWidth(1); // as wide as the cell, whatever is in it
            target.getStyleClass().add("pair-target");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        private static Label line() {
            Label label = new Label();
            label.setMaxWidth(Double.MAX_VALUE);
            return label;
        }

        @Override
        protected void updateItem(@Nullable PairRow pair, boolean empty) {
            super.updateItem(pair, empty);
            if (empty) {
                setGraphic(null);
                return;
            }
            show(source, Side.SOURCE, pair == null ? "…" : pair.source());
            show(target, Side.TARGET, pair == null ? "" : pair.target());
            setGraphic(both);
        }

        private void show(Label label, Side side, String text) {
            Directed.write(label, Shown.of(text), names.direction(side, text));
        }

        @Override
        protected void layoutChildren() {
            both.setPrefWidth(getWidth() - snappedLeftInset() - snappedRightInset());
            super.layoutChildren();
        }
    }

    /** How far a pair is, as an icon, and how sure its links are. */
    private static final class StatusCell extends TableCell<PagedRow<PairRow>, PairRow> {
        private final FontIcon icon = new FontIcon();
        private final Tooltip tooltip = new Tooltip();

        @Override
        protected void updateItem(@Nullable PairRow pair, boolean empty) {
            super.updateItem(pair, empty);
            setText(pair == null ? null : score(pair));
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(getText());
            if (pair != null && pair.status() != PairStatus.NONE) {
                String status = pair.status().name().toLowerCase(Locale.ROOT);
                icon.setIconCode(icon(pair.status()));
                icon.getStyleClass().setAll("ikonli-font-icon", "pair-" + status);
                String name = Texts.get("pairs.status." + status);
                tooltip.setText(name);
                setTooltip(tooltip);
                setAccessibleText(name + ", " + getText());
                setGraphic(icon);
            }
        }

        private static Ikon icon(PairStatus status) {
            return switch (status) {
                case CONFIRMED -> MaterialDesignC.CHECK_CIRCLE;
                case REJECTED -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
                case NEEDS_REVIEW -> MaterialDesignF.FLAG_OUTLINE;
                case EDITED -> MaterialDesignP.PENCIL;
                case MACHINE, NONE -> MaterialDesignR.ROBOT_OUTLINE;
            };
        }
    }
}
