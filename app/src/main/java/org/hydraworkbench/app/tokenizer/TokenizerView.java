package org.hydraworkbench.app.tokenizer;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Beside;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.Side;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The tokenizer workspace. */
final class TokenizerView implements Workspace {

    private final TokenizerViewModel model;
    private final ActionSpec train;
    private final ActionSpec measure;
    private final ScrollPane view;

    TokenizerView(Workbench workbench) {
        model = new TokenizerViewModel(workbench);
        train = ActionSpec.of("tokenizer.train", model.training()::train)
                .withIcon(MaterialDesignP.PLAY_OUTLINE)
                .enabledWhen(workbench.steps().possible(Operations.TOKENIZER.id()));
        measure = ActionSpec.of("tokenizer.measure", model.training()::measure)
                .withIcon(MaterialDesignC.CHART_BELL_CURVE)
                .enabledWhen(workbench.steps().possible(Operations.TOKENIZER.id()));
        TextField sentence = new TextField();
        sentence.setId("tokenizer-sentence");
        sentence.setPromptText(Texts.get("tokenizer.sentence.prompt"));
        sentence.setAccessibleText(Texts.get("tokenizer.sentence"));
        sentence.textProperty().bindBidirectional(model.sentenceProperty());
        LanguageNames names = new LanguageNames(workbench.project());
        ObservableValue<Direction> direction = model.sentenceProperty().map(text -> names.direction(Side.TARGET, text));
        direction.subscribe(way -> Directed.set(sentence, way));
        Beside sides = Beside.sharing(
                Parts.wide(new SideCard(model.source(), direction), 24, 30), Parts.wide(new SideCard(model.target(), direction), 24, 30));
        VBox typed = Parts.card("tokenizer.sentence", sentence);
        TrainingCard training = new TrainingCard(model.training(), train, measure, workbench.dialogs());
        view = Parts.dressed(Parts.page(typed, sides, training));
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<ActionSpec> actions() {
        return List.of(train, measure);
    }

    @Override
    public List<String> facts() {
        return model.facts();
    }
}
