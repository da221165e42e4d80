package org.hydraworkbench.app.evaluate;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Beside;
import org.hydraworkbench.app.parts.HoldOutOffer;
import org.hydraworkbench.app.parts.HoldOutView;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.PersonsChoice;
import org.hydraworkbench.app.parts.RoleTexts;
import org.hydraworkbench.app.parts.Tables;
import org.hydraworkbench.app.plot.Drawing;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.plot.PlotView;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Dialogs;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ToldApart;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The evaluate workspace. */
final class EvaluateView implements Workspace {

    /** The height of plots of curves, in lines of text. */
    private static final double CURVES = 17;

    private final EvaluateViewModel model;
    private final HoldOutOffer holdOut;
    private final List<ActionSpec> actions;
    private final ScrollPane view;

    EvaluateView(Workbench workbench) {
        model = new EvaluateViewModel(workbench);
        holdOut = new HoldOutOffer(workbench, model.purposeProperty());
        ActionSpec run = ActionSpec.of("evaluate.run", model::run)
                .withIcon(MaterialDesignP.PLAY_OUTLINE)
                .enabledWhen(model.canRun());
        ActionSpec html = ActionSpec.of("evaluate.html", model::saveHtml)
                .withIcon(MaterialDesignF.FILE_CHART_OUTLINE)
                .enabledWhen(model.canExport());
        ActionSpec tsv = ActionSpec.of("evaluate.tsv", model::saveTsv).enabledWhen(model.canExport());
        actions = List.of(run, html, tsv);
        RunsCard runs = new RunsCard(model);
        HBox.setHgrow(runs, Priority.ALWAYS);
        view = Parts.dressed(Parts.page(
                new Beside(Parts.wide(settings(run), 20, 36), Parts.wide(runs, 40, 50)),
                figures(),
                plots(workbench.dialogs()),
                new SentencesCard(model.sentences(), new LanguageNames(workbench.project()))));
    }

    private VBox settings(ActionSpec run) {
        ComboBox<Artefact> hydra = new ComboBox<>();
        hydra.setId("evaluate-hydra");
        hydra.setConverter(new Names<>(artefact -> ToldApart.name(artefact, model.stateProperty().get().hydras())));
        hydra.setMaxWidth(Double.MAX_VALUE);
        Parts.wide(hydra, 8, 22);
        PersonsChoice<Artefact> chosen = new PersonsChoice<>(hydra, model::choose);
        model.stateProperty().subscribe(found -> {
            Artefact now = found.hydras().stream()
                    .filter(one -> found.hydra().filter(inUse -> inUse.id() == one.id()).isPresent())
                    .findFirst()
                    .orElse(null);
            chosen.show(found.hydras(), now);
        });
        ComboBox<CorpusRole> purpose = new ComboBox<>();
        purpose.getItems().setAll(CorpusRole.TEST, CorpusRole.DEVELOPMENT);
        purpose.setConverter(RoleTexts.names("evaluate.purpose"));
        purpose.setMaxWidth(Double.MAX_VALUE);
        purpose.valueProperty().bindBidirectional(model.purposeProperty());
        GridPane form = Parts.form();
        Parts.row(form, "evaluate.hydra", hydra);
        Parts.row(form, "evaluate.purpose", purpose);
        Parts.row(form, "evaluate.pairs", whole(model.pairsProperty(), 1, 100_000, 50));
        Parts.row(form, "evaluate.beams", whole(model.beamsProperty(), 1, 16, 1));
        Parts.row(form, "evaluate.maxTokens", whole(model.maxTokensProperty(), 1, 4096, 16));
        return Parts.card("evaluate.settings", form, Parts.hint("evaluate.settings.hint"), Parts.hint(model.missingProperty()), new HoldOutView(holdOut), Actions.primaryButton(run));
    }

    private static Spinner<Integer> whole(ObjectProperty<Integer> property, int least, int most, int step) {
        SpinnerValueFactory<Integer> values = new IntegerSpinnerValueFactory(least, most, property.get(), step);
        values.valueProperty().bindBidirectional(property);
        Spinner<Integer> spinner = new Spinner<>(values);
        Parts.typed(spinner);
        Parts.wide(spinner, 8, 8);
        return spinner;
    }

    private VBox figures() {
        TableView<SystemFigures> table = Tables.of(model.figures(), "evaluate.figures", "evaluate.figures.none");
        table.setId("evaluate-figures");
        Tables.reading(table, model.unreadProperty(), "evaluate.figures.none");
        Parts.tall(table, 24);
        Tables.text(table, "evaluate.column.system", 230, SystemFigures::name).setMinWidth(90);
        Tables.number(table, "evaluate.column.chrf", 76, row -> row.scores().chrf().score(), Numbers::hundredths);
        Tables.text(table, "evaluate.column.interval", 130, row -> SystemFigures.interval(row.scores().chrf()));
        Tables.text(table, "evaluate.column.nearFar", 110, SystemFigures::nearAndFar);
        Tables.text(table, "evaluate.column.aboveFloor", 120, SystemFigures::aboveFloorInWords);
        Tables.number(table, "evaluate.column.bleu", 76, row -> row.scores().bleu().score(), Numbers::hundredths);
        Label harm = Parts.hint(model.harmProperty());
        harm.setId("evaluate-harm");
        harm.getStyleClass().add(Styles.WARNING);
        return Parts.card(
                "evaluate.figures", table, harm, Parts.hint("evaluate.figures.hint"), Parts.hint(model.factsProperty()));
    }

    private VBox plots(Dialogs dialogs) {
        EvaluationPlots plots = new EvaluationPlots();
        PlotView chrf = plot(plots.chrf(), dialogs);
        PlotView bleu = plot(plots.bleu(), dialogs);
        PlotView reliability = plot(plots.reliability(), dialogs);
        PlotView runs = plot(plots.runs(), dialogs);
        model.shownProperty().subscribe(now -> {
            plots.show(model.figures(), now == null || now.battery().confidence() == null ? List.of() : now.battery().confidence().bins());
            plots.showRuns(model.runs());
            size(chrf, plots.chrf().comfortableHeight(1));
            size(bleu, plots.bleu().comfortableHeight(1));
            List.of(chrf, bleu, reliability, runs).forEach(PlotView::refresh);
        });
        return Parts.card("evaluate.plots", Beside.sharing(chrf, bleu), Beside.sharing(reliability, runs), Parts.hint("evaluate.plots.hint"));
    }

    private static PlotView plot(Drawing drawing, Dialogs dialogs) {
        PlotView plot = new PlotView(drawing, dialogs);
        size(plot, CURVES);
        return plot;
    }

    private static void size(PlotView plot, double height) {
        plot.setStyle("-fx-min-width: 22em; -fx-pref-width: 30em; -fx-pref-height: " + Math.max(8.5, height) + "em;");
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
