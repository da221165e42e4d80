package org.hydraworkbench.app.transfer;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Beside;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.text.Isolates;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The transfer workspace. */
final class TransferView implements Workspace {

    private final TransferViewModel model;
    private final List<ActionSpec> actions;
    private final ScrollPane view;

    TransferView(Workbench workbench) {
        model = new TransferViewModel(workbench);
        ActionSpec load = ActionSpec.of("transfer.base", model::loadBase)
                .enabledWhen(workbench.project().openProperty());
        ActionSpec run = ActionSpec.of("transfer.run", model::run)
                .withIcon(MaterialDesignP.PLAY_OUTLINE)
                .enabledWhen(model.canRun());
        ActionSpec measure = ActionSpec.of("transfer.measure", model::measure)
                .enabledWhen(model.canMeasure());
        ActionSpec assemble = ActionSpec.of("transfer.assemble", model::assemble)
                .enabledWhen(model.canAssemble());
        // The buttons of the others stand in the cards; without icons here, the header keeps its room for the state.
        actions = List.of(run, measure, assemble, load.withTextKey("transfer.base.load"));
        VBox left = new VBox(
                16,
                baseCard(load.withIcon(MaterialDesignF.FOLDER_OPEN_OUTLINE)),
                new MethodsCard(model, run));
        VBox right = new VBox(
                16,
                new ResultsCard(
                        model,
                        measure.withIcon(MaterialDesignG.GAUGE),
                        assemble.withIcon(MaterialDesignS.SET_MERGE)),
                new NeighboursCard(model, new LanguageNames(workbench.project())));
        HBox.setHgrow(right, Priority.ALWAYS);
        view = Parts.dressed(Parts.page(new Beside(Parts.wide(left, 18, 25), Parts.wide(right, 36, 44))));
    }

    private VBox baseCard(ActionSpec load) {
        Label name = new Label();
        name.getStyleClass().add("figure-value");
        Label shape = Parts.hintText("");
        Runnable show = () -> {
            Optional<Artefact> base = model.stateProperty().get().base();
            boolean unread = model.unreadProperty().get();
            name.setText(unread ? Texts.get("parts.reading") : base.map(Artefact::name).map(Isolates::of).orElse(Texts.get("transfer.base.none")));
            shape.setText(unread ? "" : shape(base));
        };
        model.stateProperty().subscribe(show);
        model.unreadProperty().subscribe(show);
        show.run();
        Button button = Actions.button(load);
        return Parts.card("transfer.base", name, shape, button);
    }

    private static String shape(Optional<Artefact> base) {
        if (base.isEmpty()) {
            return Texts.get("transfer.base.hint");
        }
        JsonObject summary = base.get().summary();
        return Texts.format(
                "transfer.base.shape",
                summary.get("layers").getAsInt(),
                summary.get("hiddenSize").getAsInt(),
                summary.get("vocabularySize").getAsInt(),
                summary.get("contextLength").getAsInt());
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
