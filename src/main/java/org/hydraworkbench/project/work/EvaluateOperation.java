package org.hydraworkbench.project.work;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.QuietProgress;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.eval.LanguageModelEvaluator;
import org.hydraworkbench.eval.LanguageModelScores;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.measures.Battery;
import org.hydraworkbench.project.measures.BatteryJson;
import org.hydraworkbench.project.measures.BatteryRun;
import org.hydraworkbench.project.measures.ChosenSentences;
import org.hydraworkbench.project.measures.HydraTranslator;
import org.hydraworkbench.project.settings.Codec;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.project.translation.ProjectDecoding;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/** Translates held-out pairs with every system that the project can run, and compares the results with what people wrote. */
public final class EvaluateOperation implements Operation<EvaluationSettings> {

    /** The sentences with all translations, see {@link org.hydraworkbench.project.measures.SentenceTable}. */
    public static final String SENTENCES = "sentences.tsv";

    /** Before there were batteries: the Hydra's translations, a line each: source, reference, translation, chrF of the line. */
    public static final String TRANSLATIONS = "translations.tsv";

    /** The name among the inputs of the Hydra, or of the alignment where there is none. */
    public static final String HYDRA = "hydra";

    /** The name of the alignment among the inputs. */
    public static final String ALIGNMENT = "alignment";

    /** The name among the inputs of what was learnt to choose translations by. */
    private static final String DECODING = "decoding";

    /** A {@link Battery}. */
    private static final String SCORES = "scores.json";

    /** How well the Hydra predicts the references: the fields of {@link LanguageModelScores} and {@code bitsPerByte}. */
    public static final String LANGUAGE_MODEL = "language-model.json";

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    @Override
    public String id() {
        return "evaluate";
    }

    @Override
    public String name() {
        return "Evaluation";
    }

    @Override
    public Codec<EvaluationSettings> settings() {
        return EvaluationSettings.CODEC;
    }

    @Override
    public EvaluationSettings defaults(Materials materials) {
        return EvaluationSettings.defaults();
    }

    @Override
    public List<Input> inputs(EvaluationSettings settings, ProjectInfo project) {
        Slot alignment = Slot.alignment(project);
        return List.of(
                Input.Made.of(HYDRA, Slot.TUNED_HYDRA, Slot.HYDRA, alignment),
                Input.Made.ifThere(ALIGNMENT, alignment),
                Input.Made.ifThere(DECODING, Slot.decoding(project)),
                new Input.Text(settings.role()));
    }

    @Override
    public Slot product(EvaluationSettings settings, ProjectInfo project) {
        return Slot.EVALUATION;
    }

    @Override
    public String title(EvaluationSettings settings) {
        return "Measure translations";
    }

    @Override
    public void run(EvaluationSettings settings, Inputs in, ArtefactBuilder out, Run run) throws HydraException {
        ProjectInfo project = in.project();
        Knowledge knowledge = in.find(ALIGNMENT).isEmpty()
                ? null
                : run.materials()
                        .knowledge()
                        .live(Side.SOURCE, project.sourceLanguage(), project.targetLanguage(), run.progress())
                        .knowledge();
        ChosenSentences chosen = HeldSentences.draw(settings.role(), settings.pairs(), settings.seed(), knowledge, run);
        Artefact learnt = in.find(DECODING).orElse(null);
        Decoding decoding = learnt == null ? Decoding.usual() : ProjectDecoding.read(learnt);
        Optional<Artefact> hydra = in.find(HYDRA).filter(artefact -> artefact.slot().kind() != ArtefactKind.ALIGNMENT);
        if (hydra.isEmpty()) {
            measure(chosen, knowledge, decoding, null, out, run.progress());
            return;
        }
        run.environment().tensors().compute(runtime -> {
            try (HydraModel model = HydraModel.open(runtime, hydra.get().folder(), run.progress())) {
                measure(chosen, knowledge, decoding, HydraTranslator.of(model, project, settings), out, run.progress());
                AtomicFiles.writeString(
                        out.folder().resolve(LANGUAGE_MODEL),
                        GSON.toJson(prediction(model, project, chosen.references(), run.progress())));
                return true;
            }
        });
    }

    private static void measure(
            ChosenSentences chosen,
            @Nullable Knowledge knowledge,
            Decoding decoding,
            @Nullable HydraTranslator hydra,
            ArtefactBuilder out,
            Progress progress)
            throws HydraException {
        Battery battery = new BatteryRun(chosen, knowledge, decoding, hydra).run(out.folder().resolve(SENTENCES), progress);
        JsonObject scores = BatteryJson.write(battery);
        AtomicFiles.writeString(out.folder().resolve(SCORES), GSON.toJson(scores));
        out.name("Translations of %,d pairs".formatted(battery.sentences())).summary(scores);
    }

    private static JsonObject prediction(
            HydraModel model, ProjectInfo project, List<String> references, Progress progress) throws HydraException {
        var target = project.targetLanguage();
        LanguageModelScores scores = new LanguageModelEvaluator(
                        model.body(), model.table(target), model.tokenizer(target), model.tokenizer(target))
                .score(references, new QuietProgress(progress));
        JsonObject json = GSON.toJsonTree(scores).getAsJsonObject();
        json.addProperty("bitsPerByte", scores.bitsPerByte());
        return json;
    }
}
