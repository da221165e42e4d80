package org.hydraworkbench.app.corpus;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.RoleTexts;
import org.hydraworkbench.app.parts.Tables;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;

/** The table of corpora with what can be done with them; it folds away. */
final class CorporaView extends TitledPane {

    private static final double ROW_HEIGHT = 34;
    private static final double BORDERS = 2;
    private static final int MOST_ROWS = 4; // more of them scroll

    private final CorporaViewModel model;
    private final CorpusActions actions;

    CorporaView(CorporaViewModel model, CorpusActions actions, List<ActionSpec> others) {
        this.model = model;
        this.actions = actions;
        setId("corpora");
        setAnimated(false);
        textProperty().bind(Bindings.createStringBinding(
                () -> Texts.format("corpus.corpora", model.list().size()), model.list()));
        setContent(new VBox(8, table(), buttons(others)));
    }

    /** What a corpus is for, in a word. */
    static String role(CorpusRole role) {
        return RoleTexts.of("corpus.role", role);
    }

    private TableView<CorpusInfo> table() {
        SortedList<CorpusInfo> sorted = new SortedList<>(model.list());
        TableView<CorpusInfo> table = Tables.of(sorted, "corpus.corpora.table", "corpus.none");
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setId("corpora-table");
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        Tables.text(table, "corpus.import.name", 220, CorpusInfo::name);
        Tables.word(table, "corpus.import.purpose", 120, corpus -> role(corpus.role()));
        Tables.number(table, "corpus.column.pairs", 90, CorpusInfo::pairs, "%,.0f"::formatted);
        Tables.text(table, "corpus.column.languages", 160, corpus -> Texts.format(
                "corpus.languages", corpus.sourceLanguage().displayName(), corpus.targetLanguage().displayName()));
        Tables.text(table, "corpus.import.licence", 170, CorpusInfo::licence);
        Tables.text(table, "corpus.column.origin", 180, CorpusInfo::origin);
        table.setFixedCellSize(ROW_HEIGHT);
        table.skinProperty().subscribe(() -> fit(table));
        table.getSelectionModel().selectedItemProperty().subscribe(model::choose);
        model.chosenProperty().subscribe(corpus -> {
            if (corpus == null) {
                table.getSelectionModel().clearSelection();
            } else {
                table.getSelectionModel().select(corpus);
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                actions.remove().run();
            } else if (event.getCode() == KeyCode.F2) {
                actions.rename().run();
            } else if (event.getCode() == KeyCode.ENTER) {
                actions.show().run();
            } else {
                return;
            }
            event.consume();
        });
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                actions.show().run();
            }
        });
        addMenu(table.getContextMenu());
        return table;
    }

    /** Makes the table as high as its rows, once it has a header: both are as high as the size of text makes them. */
    private void fit(TableView<CorpusInfo> table) {
        if (table.lookup("TableHeaderRow") instanceof Region header) {
            DoubleBinding height = Bindings.createDoubleBinding(
                    () -> header.getHeight() + table.getFixedCellSize() * Math.clamp(model.list().size(), 1, MOST_ROWS) + BORDERS,
                    header.heightProperty(),
                    table.fixedCellSizeProperty(),
                    model.list());
            table.prefHeightProperty().bind(height);
            table.minHeightProperty().bind(height);
        }
    }

    private void addMenu(ContextMenu menu) {
        Menu use = new Menu(Texts.get("corpus.use"));
        actions.roles().forEach(role -> use.getItems().add(Actions.menuItem(role)));
        menu.getItems().addAll(
                0,
                List.of(
                        Actions.menuItem(actions.show()),
                        Actions.menuItem(actions.rename()),
                        use,
                        Actions.menuItem(actions.licence()),
                        Actions.menuItem(actions.remove()),
                        new SeparatorMenuItem()));
    }

    private Node buttons(List<ActionSpec> others) {
        MenuButton use = new MenuButton(Texts.get("corpus.use"));
        use.setId("corpus-use");
        use.setAccessibleText(Texts.get("corpus.use"));
        actions.roles().forEach(role -> use.getItems().add(Actions.menuItem(role)));
        use.disableProperty().bind(model.chosenProperty().isNull());
        use.setMinWidth(USE_PREF_SIZE);
        FlowPane buttons = new FlowPane(
                8,
                8,
                button(actions.show()),
                button(actions.rename()),
                use,
                button(actions.licence()),
                button(actions.remove()),
                new Separator(Orientation.VERTICAL));
        others.forEach(action -> buttons.getChildren().add(button(action)));
        return buttons;
    }

    private static Button button(ActionSpec action) {
        Button button = Actions.button(action);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
