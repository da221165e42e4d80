package org.hydraworkbench.app.home;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Beside;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Settings;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.text.Isolates;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** What a person sees who has no project open: the ways to begin, and the projects opened lately. */
final class StartPage extends ScrollPane {

    private final HomeViewModel model;
    private final VBox recent = new VBox();

    StartPage(HomeViewModel model, ProjectActions actions) {
        this.model = model;
        setId("home-start");
        setFitToWidth(true);
        getStyleClass().add("part-scroll");

        List<VBox> cards = new ArrayList<>();
        for (ActionSpec action : actions.beginnings()) {
            cards.add(card(action, cards.isEmpty()));
        }
        Beside ways = Beside.sharing(cards.toArray(Region[]::new));
        recent.getStyleClass().add("home-recent");
        VBox recentBox = new VBox(Parts.title("home.recent"), recent);
        recentBox.getStyleClass().add("home-section");
        Parts.shownWhen(recentBox, model.recentProperty().map(projects -> !projects.isEmpty()));
        VBox honest = new VBox(Parts.title("home.demo.title"), Parts.hint("home.demo.honest"));
        honest.getStyleClass().add("home-section");

        VBox page = new VBox(hero(), ways, recentBox, honest);
        page.getStyleClass().add("home-page");
        page.setStyle("-fx-max-width: 66em;");
        setContent(new StackPane(page));
        model.recentProperty().subscribe(this::showRecent);
    }

    private static Node hero() {
        ImageView icon = new ImageView(new Image("/org/hydraworkbench/app/icon-128.png"));
        icon.setFitWidth(72);
        icon.setFitHeight(72);
        icon.setSmooth(true);
        Label title = new Label(Texts.get("app.title"));
        title.getStyleClass().add(Styles.TITLE_1);
        Label subtitle = Parts.hint("home.subtitle");
        VBox words = new VBox(4, title, subtitle);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox hero = new HBox(20, icon, words);
        hero.setAlignment(Pos.CENTER_LEFT);
        return hero;
    }

    private static VBox card(ActionSpec action, boolean first) {
        Ikon icon = action.icon() == null ? MaterialDesignF.FOLDER_OUTLINE : action.icon();
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("home-picture");
        Label title = new Label(action.text());
        title.getStyleClass().add(Styles.TITLE_4);
        Label hint = Parts.hint(action.textKey() + ".hint");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Button button = first ? Actions.primaryButton(action) : Actions.button(action);
        button.setGraphic(null);
        button.setMaxWidth(Double.MAX_VALUE);
        VBox card = new VBox(picture, title, hint, gap, button);
        card.getStyleClass().addAll("card-box", "home-card");
        Parts.wide(card, 16, 20);
        return card;
    }

    private void showRecent(List<Settings.Recent> projects) {
        recent.getChildren().setAll(projects.stream().map(this::recentRow).toList());
    }

    private Node recentRow(Settings.Recent project) {
        Path file = project.file();
        String name = project.name().isEmpty() ? String.valueOf(file.getFileName()).replaceFirst("\\.hydra$", "") : project.name();
        Hyperlink open = new Hyperlink(name, new FontIcon(MaterialDesignF.FILE_OUTLINE));
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setTooltip(new Tooltip(Isolates.of(file)));
        open.setOnAction(event -> model.openRecent(file));
        Label folder = new Label(Isolates.of(file));
        folder.getStyleClass().add(Styles.TEXT_MUTED);
        folder.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button forget = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        forget.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        forget.setAccessibleText(Texts.format("home.forget", name));
        forget.setTooltip(new Tooltip(forget.getAccessibleText()));
        forget.setOnAction(event -> model.forget(file));
        HBox row = new HBox(8, open, folder, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
