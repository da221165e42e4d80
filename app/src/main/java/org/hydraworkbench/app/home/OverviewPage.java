package org.hydraworkbench.app.home;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Texts;

/** The project that is open: how far it is, what comes next, and its steps in working order with their states. */
final class OverviewPage extends ScrollPane {

    private final HomeViewModel model;
    private final Label count = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final VBox steps = new VBox();
    private final Map<String, StepRow> rows = new LinkedHashMap<>();

    OverviewPage(HomeViewModel model) {
        this.model = model;
        setId("home-overview");
        setFitToWidth(true);
        getStyleClass().add("part-scroll");

        Label title = new Label();
        title.getStyleClass().add(Styles.TITLE_2);
        title.textProperty().bind(model.titleProperty());
        Label subtitle = Parts.hint(model.subtitleProperty());
        steps.getStyleClass().add("home-steps");
        NextCard next = new NextCard(model);
        Parts.shownWhen(next, model.lostProperty().map(Optional::isEmpty));
        VBox page = new VBox(new VBox(4, title, subtitle), lost(), new InterruptedCard(model), next, new VBox(8, progress(), steps));
        page.getStyleClass().add("home-page");
        page.setStyle("-fx-max-width: 66em;");
        setContent(new StackPane(page));
        model.overviewProperty().subscribe(this::show);
    }

    /** Says that the project's folder is missing, and what to do; nothing else can be done next then. */
    private Node lost() {
        Label sentence = Parts.hintText("");
        sentence.setId("home-lost");
        model.lostProperty().subscribe(folder -> sentence.setText(
                folder.map(path -> Texts.format("home.lost", path.getFileName(), String.valueOf(path.getParent()))).orElse("")));
        VBox card = new VBox(Parts.title("home.lost.title"), sentence);
        card.getStyleClass().addAll("card-box", "warning");
        Parts.shownWhen(card, model.lostProperty().map(Optional::isPresent));
        return card;
    }

    private HBox progress() {
        count.setId("home-progress");
        count.getStyleClass().add("part-title");
        count.setMinWidth(Region.USE_PREF_SIZE);
        bar.getStyleClass().add(Styles.SMALL);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(count.textProperty());
        HBox.setHgrow(bar, Priority.ALWAYS);
        return Parts.bar(count, bar);
    }

    private void show(Overview overview) {
        count.setText(Texts.format("home.progress", overview.done(), overview.rows().size()));
        bar.setProgress(overview.rows().isEmpty() ? 0 : (double) overview.done() / overview.rows().size());
        List<String> ids = overview.rows().stream().map(Overview.Row::id).toList();
        if (!ids.equals(List.copyOf(rows.keySet()))) {
            rows.clear();
            overview.rows().forEach(row -> rows.put(row.id(), new StepRow(row, model::go)));
            steps.getChildren().setAll(rows.values());
        }
        overview.rows().forEach(row -> rows.computeIfPresent(row.id(), (id, shown) -> shown.show(row)));
    }
}
