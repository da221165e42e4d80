package org.hydraworkbench.app.transfer;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.Tables;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.text.Side;

/** What the row of a new token is near to, among old tokens and new ones. */
final class NeighboursCard extends VBox {

    NeighboursCard(TransferViewModel model, LanguageNames names) {
        getStyleClass().add("card-box");
        TextField token = new TextField();
        token.setId("transfer-token");
        token.setPromptText(Texts.get("transfer.token.prompt"));
        token.setAccessibleText(Texts.get("transfer.token.prompt"));
        names.direct(token, Side.TARGET);
        token.textProperty().bindBidirectional(model.tokenProperty());
        ObservableList<Neighbours.Neighbour> old = FXCollections.observableArrayList();
        ObservableList<Neighbours.Neighbour> fresh = FXCollections.observableArrayList();
        model.neighboursProperty().subscribe(found -> {
            old.setAll(found.map(Neighbours::old).orElse(List.of()));
            fresh.setAll(found.map(Neighbours::fresh).orElse(List.of()));
        });
        HBox tables = new HBox(16, side("transfer.near.old", old, names, Side.SOURCE), side("transfer.near.new", fresh, names, Side.TARGET));
        getChildren().addAll(
                Parts.title("transfer.near"),
                Parts.hint("transfer.near.hint"),
                token,
                Parts.hint(model.neighboursProperty()
                        .map(found -> found.map(one -> Texts.format("transfer.near.of", one.piece())).orElse(""))),
                tables);
    }

    private static VBox side(String key, ObservableList<Neighbours.Neighbour> items, LanguageNames names, Side language) {
        TableView<Neighbours.Neighbour> table = Tables.of(items, key, "transfer.near.none");
        table.setPrefHeight(260);
        table.setMinWidth(120);
        Tables.text(table, names, language, "transfer.near.token", 130, Neighbours.Neighbour::piece);
        Tables.number(table, "transfer.near.cosine", 80, Neighbours.Neighbour::cosine);
        VBox box = new VBox(6, Parts.title(key), table);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }
}
