package org.hydraworkbench.app.training;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Beside;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.plot.CurvesDrawing;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.plot.PlotView;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.train.Metrics;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The training workspace. */
final class TrainingView implements Workspace {

    private final TrainingViewModel model;
    private final List<ActionSpec> actions;
    private final ScrollPane view;

    TrainingView(Workbench workbench) {
        model = new TrainingViewModel(workbench);
        ActionSpec start = ActionSpec.of("training.start", model::start)
                .withIcon(MaterialDesignP.PLAY_OUTLINE)
                .enabledWhen(model.canStart());
        ActionSpec stop = ActionSpec.of("training.stop", model::stopAndKeep)
                .withIcon(MaterialDesignS.STOP_CIRCLE_OUTLINE)
                .enabledWhen(model.canKeep());
        ActionSpec pause = ActionSpec.of("training.pause", model::pause)
                .withIcon(MaterialDesignP.PAUSE_CIRCLE_OUTLINE)
                .enabledWhen(model.runningProperty());
        actions = List.of(start, stop, pause);
        OptionsCard options = new OptionsCard(model, start);
        VBox charts = charts(workbench);
        HBox.setHgrow(charts, Priority.ALWAYS);
        view = Parts.dressed(Parts.page(
                new PlanCards(model), new Beside(Parts.wide(options, 20, 29), Parts.wide(charts, 34, 40)), new RunsCard(model)));
        pollWhileRunning();
    }

    private void pollWhileRunning() {
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                model.poll();
            }
        };
        model.runningProperty().subscribe(running -> {
            if (running) {
                timer.start();
            } else {
                timer.stop();
            }
        });
    }

    private VBox charts(Workbench workbench) {
        TrainingCharts charts = model.charts();
        PlotView loss = new PlotView(charts.loss(), workbench.dialogs());
        loss.setId("training-loss");
        Parts.tall(loss, 13);
        PlotView mean = new PlotView(charts.smoothed(), workbench.dialogs());
        Parts.tall(mean, 13);
        PlotView rate = new PlotView(charts.rate(), workbench.dialogs());
        PlotView speed = new PlotView(charts.speed(), workbench.dialogs());
        PlotView bits = new PlotView(charts.bits(), workbench.dialogs());
        bits.setId("training-bits");
        Parts.tall(bits, 16);
        CheckBox logarithmic = new CheckBox(Texts.get("training.logarithmic"));
        logarithmic.selectedProperty().subscribe(on -> {
            for (CurvesDrawing drawing : List.of(charts.bits(), charts.loss(), charts.smoothed())) {
                drawing.setLogarithmic(on);
            }
            List.of(bits, loss, mean).forEach(PlotView::refresh);
        });
        CheckBox smooth = new CheckBox(Texts.get("training.smooth"));
        smooth.setSelected(true);
        smooth.setMinWidth(Region.USE_PREF_SIZE);
        Parts.shownWhen(mean, smooth.selectedProperty());
        Parts.shownWhen(loss, smooth.selectedProperty().not());
        GridPane small = new GridPane(12, 12);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        half.setHgrow(Priority.ALWAYS);
        small.getColumnConstraints().setAll(half, half);
        Parts.tall(rate, 11);
        Parts.tall(speed, 11);
        small.addRow(0, rate, speed);
        bits.managedProperty().bind(bits.visibleProperty());
        model.drawnProperty().subscribe(drawn -> {
            bits.setVisible(charts.hasBits());
            List.of(loss, mean, rate, speed, bits).forEach(PlotView::refresh);
        });
        logarithmic.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = Parts.bar(figures(), smooth, logarithmic);
        Label warning = Parts.hint(model.warningProperty());
        warning.setId("training-warning");
        warning.getStyleClass().add(Styles.WARNING);
        Parts.shownWhen(warning, warning.textProperty().map(text -> !text.isEmpty()));
        VBox box = new VBox(12, head, warning, bits, loss, mean, small, new SamplesView(model));
        box.getStyleClass().add("card-box");
        return box;
    }

    private FlowPane figures() {
        FlowPane figures = new FlowPane(24, 4);
        VBox heldOut = Parts.figure("training.figure.bits", of(metrics -> model.heldOut()));
        Parts.shownWhen(heldOut, model.lastProperty().map(metrics -> !model.heldOut().isEmpty()).orElse(false));
        figures.getChildren().addAll(
                Parts.figure("training.figure.step", Bindings.createStringBinding(
                        model::step, model.lastProperty(), model.runningProperty())),
                Parts.figure("training.figure.loss", of(metrics -> Numbers.brief(metrics.loss()))),
                heldOut,
                Parts.figure("training.figure.speed", of(metrics -> Numbers.brief(metrics.tokensPerSecond()))),
                Parts.figure("training.figure.left", Bindings.createStringBinding(
                        model::timeLeft, model.lastProperty(), model.runningProperty())));
        HBox.setHgrow(figures, Priority.ALWAYS);
        figures.setPrefWrapLength(300);
        return figures;
    }

    private ObservableValue<String> of(Function<Metrics, String> text) {
        return model.lastProperty().map(text).orElse("–");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<ActionSpec> actions() {
        return actions;
    }

    @Override
    public List<String> facts() {
        return model.facts();
    }
}
