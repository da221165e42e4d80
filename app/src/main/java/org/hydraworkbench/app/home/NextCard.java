package org.hydraworkbench.app.home;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.GuideTexts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Wrapping;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/**
 * What comes next, in a sentence, and the buttons that do it; while a job goes on, how far that is. A person who pressed a button here has
 * the focus here until the job has ended, then on what comes next.
 */
final class NextCard extends VBox {

    private final HomeViewModel model;
    private final Label title = Parts.title("home.next");
    private final Label sentence = new Label();
    private final Button act = button("home-next");
    private final Button rerun = button("home-rerun");
    private final Button open = button("home-open");
    private final Button beside = button("home-beside");
    private final FlowPane buttons = new FlowPane(8, 8);
    private Overview.@Nullable Next next;
    private int stale;

    NextCard(HomeViewModel model) {
        this.model = model;
        setSpacing(10);
        getStyleClass().addAll("card-box", "home-next");
        sentence.setId("home-next-text");
        Wrapping.on(sentence);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        act.setOnAction(event -> model.doNext());
        rerun.setGraphic(new FontIcon(MaterialDesignR.REFRESH));
        rerun.setTooltip(new Tooltip(Texts.get("home.rerun.hint")));
        rerun.setOnAction(event -> model.rerun());
        getChildren().addAll(title, sentence, buttons);
        model.overviewProperty().subscribe(this::show);
    }

    private static Button button(String id) {
        Button button = new Button();
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** What is shown is built anew only when it is another, lest a button goes while the focus is on it. */
    private void show(Overview overview) {
        if (overview.next().equals(next) && overview.stale() == stale) {
            return;
        }
        next = overview.next();
        stale = overview.stale();
        boolean focused = hasFocus();
        if (focused) {
            setFocusTraversable(true);
            requestFocus(); // its controls go
        }
        build(overview.next(), overview.stale());
        if (!(next instanceof Overview.Next.Working)) {
            if (focused) {
                requestFocusTraversal(TraversalDirection.NEXT);
            }
            setFocusTraversable(false);
        }
    }

    /** Whether the keys come here, or will once the window has them again, as after a dialog. */
    private boolean hasFocus() {
        for (Node one = getScene() == null ? null : getScene().getFocusOwner(); one != null; one = one.getParent()) {
            if (one == this) {
                return true;
            }
        }
        return false;
    }

    private void build(Overview.Next next, int stale) {
        title.setText(Texts.get(next instanceof Overview.Next.Working ? "home.now" : "home.next"));
        getChildren().setAll(title, sentence);
        switch (next) {
            case Overview.Next.Unknown unknown -> sentence.setText(Texts.get("home.next.looking"));
            case Overview.Next.Nothing nothing -> {
                sentence.setText(Texts.get("home.next.none"));
                act.setText(Texts.get("home.next.ask"));
                offer(act);
            }
            case Overview.Next.Working going -> {
                sentence.setText(going.run().title());
                setAccessibleText(going.run().title());
                getChildren().add(new RunProgress(going.run()));
            }
            case Overview.Next.Do step -> {
                sentence.setText(step.sentence());
                offer(step, stale);
                step.beside().ifPresent(this::offer);
            }
        }
    }

    /** Of what is out of date all is offered first, else the step. */
    private void offer(Overview.Next.Do next, int stale) {
        List<Button> offered = new ArrayList<>();
        if (next.act() != Overview.Act.NONE) {
            act.setText(next.act() == Overview.Act.IMPORT ? Texts.get("guide.corpus.do") : GuideTexts.doIt(next.step()));
            offered.add(act);
        }
        if (stale > 0) {
            rerun.setText(Texts.format("home.rerun", stale));
            offered.add(stale > 1 ? 0 : offered.size(), rerun);
        }
        next.workspace().ifPresent(workspace -> {
            open.setText(Texts.format("home.go", Texts.get(workspace.titleKey())));
            open.setOnAction(event -> model.go(workspace));
            offered.add(open);
        });
        offer(offered.toArray(Button[]::new));
    }

    private void offer(Overview.Beside possible) {
        Label hint = Parts.hintText(possible.sentence());
        HBox.setHgrow(hint, Priority.SOMETIMES);
        beside.setText(possible.button());
        beside.setOnAction(event -> model.doBeside(possible));
        HBox line = new HBox(12, hint, beside);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
    }

    /** Shows buttons; the first is what is meant. */
    private void offer(Button... offered) {
        buttons.getChildren().setAll(offered);
        buttons.getChildren().forEach(button -> button.getStyleClass().remove(Styles.ACCENT));
        buttons.getChildren().stream().findFirst().ifPresent(first -> first.getStyleClass().add(Styles.ACCENT));
        getChildren().add(buttons);
    }
}
