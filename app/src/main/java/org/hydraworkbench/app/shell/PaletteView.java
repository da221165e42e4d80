package org.hydraworkbench.app.shell;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The command palette, a layer over the window: type, choose with the arrows, Enter does it, Esc leaves. */
final class PaletteView extends StackPane {

    private final PaletteViewModel model;
    private final CustomTextField field = new CustomTextField();
    private final ListView<ActionSpec> list = new ListView<>();
    private final Runnable close;

    /** @param close takes the layer away again */
    PaletteView(PaletteViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        getStyleClass().add("palette-layer");
        setAlignment(Pos.TOP_CENTER);

        field.setId("palette-query");
        field.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        field.setPromptText(Texts.get("palette.prompt"));
        field.setAccessibleText(Texts.get("palette.prompt"));
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setItems(model.shown());
        list.setCellFactory(view -> new ActionCell());
        list.setAccessibleText(Texts.get("palette.title"));
        list.setFocusTraversable(false);
        Label nothing = new Label(Texts.get("palette.nothing"));
        nothing.getStyleClass().add(Styles.TEXT_MUTED);
        list.setPlaceholder(nothing);
        list.setOnMouseClicked(event -> run());
        model.queryProperty().subscribe(text -> list.getSelectionModel().selectFirst());
        model.shown().subscribe(() -> {
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox card = new VBox(field, list);
        card.getStyleClass().add("palette");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close.run();
            }
        });
    }

    void focus() {
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        field.requestFocus();
    }

    private void key(KeyEvent event) {
        boolean used = true;
        if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
        } else if (event.getCode() == KeyCode.DOWN) {
            move(1);
        } else if (event.getCode() == KeyCode.UP) {
            move(-1);
        } else {
            used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void move(int by) {
        int size = model.shown().size();
        if (size > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 3));
        }
    }

    private void run() {
        ActionSpec chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.enabled().get()) {
            close.run();
            chosen.run();
        }
    }

    private static final class ActionCell extends ListCell<ActionSpec> {
        @Override
        protected void updateItem(ActionSpec action, boolean empty) {
            super.updateItem(action, empty);
            setGraphic(empty || action == null ? null : content(action));
            setDisable(!empty && action != null && !action.enabled().get());
        }

        private static Node content(ActionSpec action) {
            Label name = new Label(action.text());
            Ikon icon = action.icon();
            name.setGraphic(new FontIcon(icon == null ? MaterialDesignM.MENU_RIGHT : icon));
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            HBox row = new HBox(name);
            row.setAlignment(Pos.CENTER_LEFT);
            KeyCombination keys = action.accelerator();
            Step elsewhere = action.elsewhere();
            if (keys != null || elsewhere != null) {
                Label shown = new Label(keys != null ? keys.getDisplayText() : elsewhere == null ? "" : Texts.get(elsewhere.titleKey()));
                shown.getStyleClass().add("keys");
                shown.setMinWidth(USE_PREF_SIZE);
                row.getChildren().add(shown);
            }
            return row;
        }
    }
}
