package org.hydraworkbench.app.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
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
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.RoleTexts;
import org.hydraworkbench.app.parts.Tables;
import org.hydraworkbench.app.plot.BarsDrawing;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.plot.PlotView;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Dialogs;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ToldApart;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.text.Side;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The evaluate workspace. */
final class EvaluateView implements Workspace {

    private final EvaluateViewModel model;
    private final List<ActionSpec> actions;
    private final ScrollPane view;

    EvaluateView(Workbench workbench) {
        model = new EvaluateViewModel(workbench);
        ActionSpec run = ActionSpec.of("evaluate.run", model::run)
                .withIcon(MaterialDesignP.PLAY_OUTLINE)
                .enabledWhen(model.canRun());
        ActionSpec html = ActionSpec.of("evaluate.html", model::saveHtml)
                .withIcon(MaterialDesignF.FILE_CHART_OUTLINE)
                .enabledWhen(model.canExport());
        ActionSpec tsv = ActionSpec.of("evaluate.tsv", model::saveTsv).enabledWhen(model.canExport());
        actions = List.of(run, html, tsv);
        VBox figures = figures();
        HBox.setHgrow(figures, Priority.ALWAYS);
        VBox settings = settings(run);
        Beside bars = Beside.sharing(
                bars(workbench.dialogs(), Texts.get("evaluate.column.chrf"), SystemFigures::chrf),
                bars(workbench.dialogs(), Texts.get("evaluate.column.bitsPerByte"), SystemFigures::bitsPerByte));
        view = Parts.dressed(Parts.page(
                new Beside(Parts.wide(settings, 20, 36), Parts.wide(figures, 45, 50)), bars, sentences(new LanguageNames(workbench.project()))));
    }

    private VBox settings(ActionSpec run) {
        ComboBox<Artefact> hydra = new ComboBox<>();
        hydra.setId("evaluate-hydra");
        hydra.setConverter(new Names<>(artefact -> ToldApart.name(artefact, model.stateProperty().get().hydras())));
        hydra.setMaxWidth(Double.MAX_VALUE);
        Parts.wide(hydra, 8, 22);
        model.stateProperty().subscribe(found -> {
            hydra.getItems().setAll(found.hydras());
            found.hydras().stream()
                    .filter(one -> found.hydra().filter(now -> now.id() == one.id()).isPresent())
                    .findFirst()
                    .ifPresent(hydra::setValue);
        });
        hydra.setOnAction(event -> Optional.ofNullable(hydra.getValue()).ifPresent(model::choose));
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
        return Parts.card("evaluate.settings", form, Parts.hint("evaluate.settings.hint"), Parts.hint(model.missingProperty()), Actions.primaryButton(run));
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
        Parts.tall(table, 16);
        Tables.text(table, "evaluate.column.system", 200, SystemFigures::name).setMinWidth(120);
        Tables.text(table, "evaluate.column.test", 120, SystemFigures::test);
        Tables.number(table, "evaluate.column.chrf", 76, SystemFigures::chrf, Numbers::hundredths);
        Tables.number(table, "evaluate.column.chrfPlus", 88, SystemFigures::chrfPlus, Numbers::hundredths);
        Tables.number(table, "evaluate.column.bleu", 76, SystemFigures::bleu, Numbers::hundredths);
        Tables.number(table, "evaluate.column.bitsPerByte", 122, SystemFigures::bitsPerByte, Numbers::hundredths);
        model.selectedProperty().bind(table.getSelectionModel().selectedItemProperty());
        return Parts.card("evaluate.figures", table, Parts.hint("evaluate.figures.hint"));
    }

    private PlotView bars(Dialogs dialogs, String title, ToDoubleFunction<SystemFigures> figure) {
        BarsDrawing drawing = new BarsDrawing(title, List.of());
        PlotView plot = new PlotView(drawing, dialogs);
        Runnable show = () -> {
            drawing.setBars(EvaluationReport.barsOf(model.figures(), figure));
            plot.setStyle("-fx-min-width: 22em; -fx-pref-width: 30em; -fx-pref-height: " + Math.max(8.5, drawing.comfortableHeight(1)) + "em;");
            plot.refresh();
        };
        model.figures().addListener((ListChangeListener<SystemFigures>) change -> show.run());
        show.run();
        return plot;
    }

    private VBox sentences(LanguageNames names) {
        TableView<SentenceResult> table = Tables.of(model.sentences(), "evaluate.worst", "evaluate.worst.none");
        table.setId("evaluate-sentences");
        Parts.tall(table, 23);
        Tables.number(table, "evaluate.column.line", 55, SentenceResult::line);
        Tables.number(table, "evaluate.column.chrf", 65, SentenceResult::chrf, Numbers::hundredths);
        sentences(table, names, "evaluate.column.source", Side.SOURCE, SentenceResult::source);
        sentences(table, names, "evaluate.column.reference", Side.TARGET, SentenceResult::reference);
        sentences(table, names, "evaluate.column.hypothesis", Side.TARGET, SentenceResult::hypothesis);
        return Parts.card("evaluate.worst", table);
    }

    private static void sentences(
            TableView<SentenceResult> table, LanguageNames names, String key, Side side, Function<SentenceResult, String> text) {
        Tables.text(table, names, side, key, 260, text);
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
