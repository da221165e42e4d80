package org.hydraworkbench.app.alignment;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.plot.PlotFiles;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.FileKind;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Target;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.project.Project;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** The alignment workspace, as the shell sees it. */
final class AlignmentWorkspace implements Workspace {

    private static final String PHARAOH = "*.pharaoh";

    private final Workbench workbench;
    private final AlignmentViewModel model;
    private final AlignmentView view;
    private final List<ActionSpec> actions;

    AlignmentWorkspace(Workbench workbench) {
        this.workbench = workbench;
        this.model = new AlignmentViewModel(workbench);
        LanguageNames names = new LanguageNames(workbench.project());
        Aligning aligning = new Aligning(workbench);
        ActionSpec align = ActionSpec.of(
                        "alignment.align",
                        () -> aligning.ask(units -> workbench.dialogs().show(new AlignOptionsDialog(units, names))))
                .withIcon(MaterialDesignV.VECTOR_LINK)
                .enabledWhen(aligning.possibleBinding());
        ActionSpec toCorpus = ActionSpec.of("alignment.corpus", () -> workbench.navigator().show(Step.CORPUS));
        var pair = Bindings.createBooleanBinding(() -> !model.modelProperty().get().isEmpty(), model.modelProperty());
        PairsViewModel pairs = model.pairs();
        ActionSpec keys = ActionSpec.of("alignment.keys", () -> workbench.dialogs().show(new KeysDialog()));
        ActionSpec importing = ActionSpec.of("alignment.import", this::importLinks).enabledWhen(aligning.possibleBinding());
        ActionSpec exporting = ActionSpec.of("alignment.export", this::exportLinks).enabledWhen(aligning.againPossibleBinding());
        ActionSpec picture = ActionSpec.of("alignment.picture", this::exportPicture).enabledWhen(pair);
        view = new AlignmentView(
                model,
                names,
                workbench.jobs(),
                toCorpus,
                List.of(importing, exporting, picture, keys),
                keys,
                token -> workbench.navigator().show(Step.MAPPING, new Target.TargetToken(token)));
        actions = List.of(
                align,
                ActionSpec.of("alignment.realign", aligning::again)
                        .withIcon(MaterialDesignR.REFRESH)
                        .enabledWhen(aligning.againPossibleBinding()),
                ActionSpec.of("alignment.confirm", model::confirmAndGoOn).enabledWhen(pair),
                ActionSpec.of("alignment.accept", model::acceptAll).enabledWhen(model.acceptableBinding()),
                ActionSpec.of("alignment.next", model::nextPair)
                        .enabledWhen(pairs.selectedIndexProperty().lessThan(Bindings.size(pairs.rows()).subtract(1))),
                ActionSpec.of("alignment.previous", model::previousPair)
                        .enabledWhen(pairs.selectedIndexProperty().greaterThan(0)),
                importing,
                exporting,
                picture,
                keys);
        workbench.project().projectProperty().subscribe(project -> model.opened());
        workbench.project().addListener(model::changed);
    }

    private @Nullable Project project() {
        return workbench.project().projectProperty().get();
    }

    private static List<FileKind> pharaoh() {
        return List.of(
                FileKind.of(Texts.get("alignment.pharaoh"), PHARAOH, "*.txt", "*.align"),
                FileKind.of(Texts.get("corpus.files.all"), "*"));
    }

    private void importLinks() {
        Project project = project();
        Optional.ofNullable(project)
                .flatMap(open -> workbench.dialogs().openFile(Texts.get("action.alignment.import"), pharaoh())
                        .map(file -> new LinksImport(open, file)))
                .ifPresent(job -> workbench.jobs().submit(Step.ALIGNMENT, job));
    }

    private void exportLinks() {
        Project project = project();
        Optional.ofNullable(project)
                .flatMap(open -> workbench
                        .dialogs()
                        .saveFile(Texts.get("action.alignment.export"), open.info().name() + ".pharaoh", pharaoh())
                        .map(file -> new PharaohExport(open, file)))
                .ifPresent(job -> workbench.jobs().submit(Step.ALIGNMENT, job));
    }

    private void exportPicture() {
        WritableImage picture = view.heatmap().picture();
        workbench
                .dialogs()
                .saveFile(
                        Texts.get("action.alignment.picture"),
                        "heatmap.png",
                        List.of(FileKind.of(Texts.get("alignment.png"), "*.png")))
                .ifPresent(file -> workbench
                        .jobs()
                        .query(() -> {
                            PlotFiles.writePng(picture, file);
                            return file;
                        })
                        .onDone(done -> workbench.notices().status(Texts.format("alignment.saved", done))));
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node first() {
        return view.search();
    }

    @Override
    public List<ActionSpec> actions() {
        return actions;
    }

    @Override
    public void reveal(Target target) {
        if (target instanceof Target.Pair pair) {
            model.pairs().reveal(pair.id());
        }
    }
}
