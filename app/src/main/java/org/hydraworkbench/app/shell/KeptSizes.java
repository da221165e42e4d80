package org.hydraworkbench.app.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.input.MouseEvent;

/**
 * Keeps the shares of the panels and of the columns of a workspace as a person made them: while the window becomes smaller and larger
 * again, and until the program is started again. Each is known by the workspace and its place in it.
 */
final class KeptSizes {

    private final SettingsStore settings;
    private final String workspace;
    private int splits;
    private int tables;

    private KeptSizes(SettingsStore settings, String workspace) {
        this.settings = settings;
        this.workspace = workspace;
    }

    /** Keeps all sizes in {@code view} from now on. */
    static void keep(Node view, SettingsStore settings, Step step) {
        new KeptSizes(settings, step.id()).walk(view);
    }

    private void walk(Node node) {
        switch (node) {
            case SplitPane split -> {
                keepDividers(split, workspace + ".panels." + splits++);
                split.getItems().forEach(this::walk);
            }
            case TableView<?> table -> keepColumns(table, workspace + ".columns." + tables++);
            case ScrollPane scroll when scroll.getContent() != null -> walk(scroll.getContent());
            case TitledPane titled when titled.getContent() != null -> walk(titled.getContent());
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(this::walk);
            default -> {}
        }
    }

    private Optional<List<Double>> kept(String name, int count) {
        return Optional.ofNullable(settings.current().sizes().get(name)).filter(shares -> shares.size() == count);
    }

    private void keepDividers(SplitPane split, String name) {
        List<Double> wanted = new ArrayList<>(kept(name, split.getDividers().size())
                .orElse(Arrays.stream(split.getDividerPositions()).boxed().toList()));
        // A panel that keeps its size while others change would not come back once there was no room for it.
        split.getItems().forEach(item -> SplitPane.setResizableWithParent(item, true));
        Runnable put = () -> split.setDividerPositions(wanted.stream().mapToDouble(Double::doubleValue).toArray());
        put.run();
        // Later: what is asked for during a layout is not laid out any more.
        split.widthProperty().subscribe(() -> Platform.runLater(put));
        split.heightProperty().subscribe(() -> Platform.runLater(put));
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node target && target.getStyleClass().contains("split-pane-divider")) {
                wanted.clear();
                Arrays.stream(split.getDividerPositions()).forEach(wanted::add);
                settings.update(now -> now.withSizes(name, wanted));
            }
        });
    }

    private <R> void keepColumns(TableView<R> table, String name) {
        if (table.getColumnResizePolicy() != TableView.UNCONSTRAINED_RESIZE_POLICY) {
            ColumnShares<R> shares = new ColumnShares<>(table, kept(name, table.getColumns().size()).orElse(List.of()), now ->
                    settings.update(before -> before.withSizes(name, now)));
            table.setColumnResizePolicy(features -> resize(shares, features));
            settings.currentProperty().map(Settings::textScale).subscribe(shares::setScale);
        }
    }

    /** A table asks its policy about its own columns. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static <R> boolean resize(ColumnShares<R> shares, TableView.ResizeFeatures features) {
        return shares.resize(features);
    }
}
