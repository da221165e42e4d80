package org.hydraworkbench.app.alignment;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.app.parts.EmptyPane;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.Tables;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.text.Side;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Pairs on the left; heatmap, curves and legend in the middle; links and the effect of edits on the right. */
final class AlignmentView extends StackPane {

    private static final double LINK_HEIGHT = 32;

    private final AlignmentViewModel model;
    private final LanguageNames names;
    private final List<ActionSpec> more;
    private final List<ButtonBase> worded = new ArrayList<>();
    private final Label linkCount = new Label();
    private final PairListView list;
    private final HeatmapView heatmap = new HeatmapView();
    private final ObservableList<LinkLine> lines = FXCollections.observableArrayList();

    /**
     * @param more what else can be done with the pair and with all links
     * @param keys shows the list of keys
     * @param showToken shows a target token in the mapping workspace
     */
    AlignmentView(
            AlignmentViewModel model,
            LanguageNames names,
            JobRunner jobs,
            ActionSpec importCorpus,
            List<ActionSpec> more,
            ActionSpec keys,
            IntConsumer showToken) {
        this.model = model;
        this.names = names;
        this.more = more;
        setId("alignment-view");
        getStylesheets().add(Objects.requireNonNull(AlignmentView.class.getResource("alignment.css")).toExternalForm());
        Parts.dressed(this);
        heatmap.setCommands(model, more);
        heatmap.modelProperty().bind(model.modelProperty());
        heatmap.selectionProperty().subscribe(this::chooseTarget);

        list = new PairListView(model.pairs(), names, jobs);
        AlignmentPanels all = new AlignmentPanels(list, centre(), linkTable(), new EffectView(model.effect(), names, showToken));
        all.narrowProperty().subscribe(narrow -> worded.forEach(
                button -> button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT)));
        EmptyPane empty = new EmptyPane(MaterialDesignG.GRID, "alignment.empty", importCorpus);
        getChildren().addAll(all, empty);
        var nothing = Bindings.isEmpty(model.pairs().rows())
                .and(model.pairs().rows().countingProperty().not())
                .and(model.pairs().textProperty().isEmpty())
                .and(model.pairs().kindProperty().isEqualTo(PairKind.ALL));
        Parts.shownWhen(empty, nothing);
        Parts.shownWhen(all, nothing.not());
        addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("?") && !(event.getTarget() instanceof TextInputControl)) {
                keys.run();
                event.consume();
            }
        });
    }

    /** Where words of the pairs are looked for. */
    Node search() {
        return list.search();
    }

    HeatmapView heatmap() {
        return heatmap;
    }

    /** The rows of the tokens under the cursor are shown beside it. */
    private void chooseTarget(HeatmapSelection selection) {
        Cell cursor = selection.cursor();
        if (cursor != null) {
            model.chooseTarget(cursor.target());
        }
    }

    private SplitPane centre() {
        LinksView links = new LinksView(cell -> heatmap.select(heatmap.selection().at(cell, false)));
        links.modelProperty().bind(model.modelProperty());
        links.focusProperty().bind(heatmap.selectionProperty().map(HeatmapSelection::focus));
        LinksPane scroll = new LinksPane(links, heatmap.selectionProperty().map(HeatmapSelection::cursor));
        BorderPane grid = new BorderPane(heatmap);
        grid.setTop(toolBar());
        Label gestures = Parts.hint(heatmap.editableProperty()
                .map(editable -> Texts.get(editable ? "alignment.gestures" : "alignment.gestures.small")));
        gestures.setId("alignment-gestures");
        gestures.setPadding(new Insets(4, 12, 0, 12));
        grid.setBottom(new VBox(new LegendView(), gestures));
        grid.getStyleClass().add("alignment-grid");
        SplitPane centre = new SplitPane(grid, scroll);
        centre.setOrientation(Orientation.VERTICAL);
        centre.setDividerPositions(0.78);
        SplitPane.setResizableWithParent(scroll, false);
        return centre;
    }

    private Node toolBar() {
        ToggleButton confirm = new ToggleButton(Texts.get("alignment.confirm"), new FontIcon(MaterialDesignC.CHECK));
        confirm.setId("alignment-confirm");
        confirm.setTooltip(new Tooltip(Texts.get("alignment.confirm.hint")));
        confirm.getStyleClass().add("confirm");
        model.pairProperty().subscribe(pair -> confirm.setSelected(pair != null && pair.status() == PairStatus.CONFIRMED));
        confirm.setOnAction(event -> model.confirm(confirm.isSelected()));
        confirm.disableProperty().bind(model.pairProperty().isNull());
        ToggleButton review = new ToggleButton(null, new FontIcon(MaterialDesignF.FLAG_OUTLINE));
        review.setTooltip(new Tooltip(Texts.get("alignment.review.hint")));
        review.setAccessibleText(Texts.get("alignment.review.hint"));
        review.getStyleClass().add(Styles.BUTTON_ICON);
        model.pairProperty().subscribe(pair -> review.setSelected(pair != null && pair.status() == PairStatus.NEEDS_REVIEW));
        review.setOnAction(event -> model.review(review.isSelected() ? PairStatus.NEEDS_REVIEW : null));
        review.disableProperty().bind(model.pairProperty().isNull());
        Button accept = new Button(Texts.get("alignment.accept"), new FontIcon(MaterialDesignC.CHECK_ALL));
        accept.setTooltip(new Tooltip(Texts.get("alignment.accept.hint")));
        accept.setId("alignment-accept-all");
        accept.setOnAction(event -> model.acceptAll());
        accept.disableProperty().bind(model.acceptableBinding().not());
        linkCount.getStyleClass().add("part-hint");
        model.modelProperty().subscribe(shown ->
                linkCount.setText(shown.isEmpty() ? "" : Texts.format("alignment.linkCount", shown.links().size())));
        MenuButton menu = new MenuButton(null, new FontIcon(MaterialDesignD.DOTS_VERTICAL));
        menu.setId("alignment-more");
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
        menu.setTooltip(new Tooltip(Texts.get("alignment.more")));
        menu.setAccessibleText(Texts.get("alignment.more"));
        more.forEach(action -> menu.getItems().add(Actions.menuItem(action)));
        worded.add(confirm);
        worded.add(accept);
        HBox bar = Parts.bar(
                confirm,
                review,
                accept,
                Parts.spring(),
                icon(MaterialDesignM.MAGNIFY_MINUS_OUTLINE, "alignment.zoom.out", () -> heatmap.zoom(1 / 1.25)),
                icon(MaterialDesignM.MAGNIFY_PLUS_OUTLINE, "alignment.zoom.in", () -> heatmap.zoom(1.25)),
                icon(MaterialDesignF.FIT_TO_PAGE_OUTLINE, "alignment.zoom.fit", heatmap::zoomToFit),
                menu);
        bar.getStyleClass().add("alignment-bar");
        for (Node node : bar.getChildren()) {
            if (node instanceof ButtonBase button) {
                button.setMinWidth(USE_PREF_SIZE);
                button.setFocusTraversable(true);
            }
        }
        return bar;
    }

    /** A button for the heatmap, of use while that shows something. */
    private Button icon(Ikon icon, String key, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(Texts.get(key)));
        button.setAccessibleText(Texts.get(key));
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(model.modelProperty().map(HeatmapModel::isEmpty));
        return button;
    }

    private Node linkTable() {
        TableView<LinkLine> table = Tables.of(lines, "alignment.links", "alignment.links.none");
        table.setId("alignment-links");
        table.setPlaceholder(Parts.hint(model.pairProperty().map(LinkLine::none).orElse(Texts.get("alignment.links.none"))));
        table.setFixedCellSize(LINK_HEIGHT);
        Tables.language(table, names, Side.SOURCE, 84, LinkLine::source);
        Tables.language(table, names, Side.TARGET, 84, LinkLine::target);
        Tables.word(table, "alignment.links.state", 84, LinkLine::state);
        Tables.text(table, "alignment.links.confidence", 62, LinkLine::confidence);
        Tables.word(table, "alignment.links.origin", 50, LinkLine::origin);
        model.modelProperty().subscribe(shown -> lines.setAll(LinkLine.of(shown)));
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                heatmap.select(heatmap.selection().at(line.cell(), false));
            }
        });
        linkCount.setPadding(new Insets(4, 8, 4, 8));
        VBox box = new VBox(table, linkCount);
        VBox.setVgrow(table, Priority.ALWAYS);
        return box;
    }
}
