package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Columns are never narrower than their heads, which is measured in a window. */
class ColumnHeadsTest extends ApplicationTest {

    private TableView<String> table;
    private TableColumn<String, String> column;
    private StackPane root;
    private ColumnShares<String> shares;

    @Override
    public void start(Stage stage) {
        table = new TableView<>(FXCollections.observableArrayList("a"));
        column = new TableColumn<>("Rather a long head");
        root = new StackPane(table);
        TableColumn<String, String> rest = new TableColumn<>("Rest");
        column.setMinWidth(10);
        column.setMaxWidth(10);
        table.getColumns().addAll(List.of(column, rest));
        shares = new ColumnShares<>(table, List.of(), now -> {});
        table.setColumnResizePolicy(features -> shares.resize(new TableView.ResizeFeatures<>(table, null, 0.0)));
        stage.setScene(new Scene(root, 400, 200));
        stage.show();
    }

    @Test
    void headsAreWholeInATableThatWasNotShownWhenTheTextBecameLargerAndAsItWas() {
        WaitForAsyncUtils.waitForFxEvents();
        double whole = column.getMinWidth();
        assertThat(whole).isGreaterThan(50);
        interact(() -> root.getChildren().clear());
        interact(() -> shares.setScale(1.2));
        interact(() -> shares.setScale(1));
        interact(() -> root.getChildren().add(table));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(column.getMinWidth()).isEqualTo(whole);
    }
}
