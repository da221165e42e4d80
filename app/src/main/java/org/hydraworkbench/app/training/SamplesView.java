package org.hydraworkbench.app.training;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.Wrapping;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.train.Sample;

/** What the model of the run that is shown wrote after some step; after the last as long as nobody chose another. */
final class SamplesView extends VBox {

    private final TrainingViewModel model;
    private final ComboBox<Long> step = new ComboBox<>();
    private final VBox texts = new VBox(8);

    SamplesView(TrainingViewModel model) {
        super(6);
        this.model = model;
        setId("training-samples");
        step.setConverter(new Names<>(value -> Texts.format("training.samples.step", value)));
        step.setAccessibleText(Texts.get("training.samples.choose"));
        step.valueProperty().subscribe(this::show);
        getChildren().addAll(Parts.bar(Parts.title("training.samples"), Parts.spring(), step), texts);
        managedProperty().bind(visibleProperty());
        model.drawnProperty().subscribe(drawn -> refresh());
    }

    private void refresh() {
        RunCurves run = model.first();
        List<Long> steps = run == null ? List.of() : new ArrayList<>(run.samples().keySet());
        setVisible(!steps.isEmpty());
        if (!steps.equals(step.getItems())) {
            Long chosen = step.getValue();
            boolean last = chosen == null || step.getItems().isEmpty() || chosen.equals(step.getItems().getLast());
            step.getItems().setAll(steps);
            if (steps.isEmpty()) {
                step.getSelectionModel().clearSelection();
            } else {
                step.setValue(chosen == null || last || !steps.contains(chosen) ? steps.getLast() : chosen);
            }
        }
        show();
    }

    private void show() {
        texts.getChildren().clear();
        RunCurves run = model.first();
        Long of = step.getValue();
        if (run == null || of == null) {
            return;
        }
        for (Sample sample : run.samples().getOrDefault(of, List.of())) {
            VBox one = new VBox(2, text(sample.prompt(), "text-muted"), text(sample.text().isBlank() ? "–" : sample.text(), "text-bold"));
            if (!sample.reference().isEmpty()) {
                one.getChildren().add(text(sample.reference(), "text-muted"));
            }
            texts.getChildren().add(one);
        }
    }

    private static Label text(String text, String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMaxWidth(Double.MAX_VALUE);
        Directed.write(label, text.replace('\n', ' '), Direction.of(text));
        Wrapping.on(label);
        return label;
    }
}
