package org.hydraworkbench.app.home;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.StateBadge;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The project that is open: its steps in working order with their states, and the one to do next. */
final class OverviewPage extends ScrollPane {

    private final HomeViewModel model;

    OverviewPage(HomeViewModel model) {
        this.model = model;
        setId("home-overview");
        setFitToWidth(true);
        getStyleClass().add("part-scroll");

        Label title = new Label();
        title.getStyleClass().add(Styles.TITLE_2);
        title.textProperty().bind(model.titleProperty());
        Label subtitle = Parts.hint(model.subtitleProperty());

        VBox steps = new VBox();
        steps.getStyleClass().add("home-steps");
        HomeViewModel.STEPS.forEach(step -> steps.getChildren().add(row(step)));
        VBox page = new VBox(new VBox(4, title, subtitle), next(), steps);
        page.getStyleClass().add("home-page");
        page.setMaxWidth(920);
        setContent(new StackPane(page));
    }

    private Node next() {
        Label title = Parts.title("home.next");
        Label what = new Label();
        what.setWrapText(true);
        what.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            Step step = model.nextProperty().get();
                            return Texts.get(step == null ? "home.next.none" : "home.next." + step.id());
                        },
                        model.nextProperty()));
        VBox words = new VBox(4, title, what);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button go = new Button();
        go.setId("home-next");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.getStyleClass().add(Styles.ACCENT);
        go.textProperty()
                .bind(model.nextProperty()
                        .map(step -> Texts.format("home.go", Texts.get(step.titleKey())))
                        .orElse(""));
        go.setOnAction(event -> {
            Step step = model.nextProperty().get();
            if (step != null) {
                model.go(step);
            }
        });
        Parts.shownWhen(go, model.nextProperty().isNotNull());
        Button rerun = new Button(Texts.get("home.rerun"), new FontIcon(MaterialDesignR.REFRESH));
        rerun.setId("home-rerun");
        rerun.setMinWidth(Region.USE_PREF_SIZE);
        rerun.setAccessibleText(Texts.get("home.rerun"));
        rerun.setTooltip(new Tooltip(Texts.get("home.rerun.hint")));
        rerun.setOnAction(event -> model.rerun());
        Parts.shownWhen(rerun, model.rerunPossibleProperty());
        HBox box = new HBox(16, words, rerun, go);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().addAll("card-box", "home-next");
        return box;
    }

    private Node row(Step step) {
        Label name = new Label(Texts.get(step.titleKey()), new FontIcon(step.icon()));
        name.getStyleClass().add("home-step-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        StateBadge badge = new StateBadge();
        Label reason = new Label();
        reason.getStyleClass().add(Styles.TEXT_MUTED);
        reason.setWrapText(true);
        reason.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(reason, Priority.ALWAYS);
        model.stateProperty(step).subscribe(state -> {
            badge.show(state);
            reason.setText(state.reason().isEmpty() ? StateBadge.name(state) : state.reason());
        });
        Button open = new Button(Texts.get("home.openStep"));
        open.getStyleClass().add(Styles.SMALL);
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setAccessibleText(Texts.format("home.go", Texts.get(step.titleKey())));
        open.setOnAction(event -> model.go(step));
        HBox row = new HBox(12, badge, name, reason, open);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("home-step");
        return row;
    }
}
