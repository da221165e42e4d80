package org.hydraworkbench.project.work;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.QuietProgress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.eval.LanguageModelEvaluator;
import org.hydraworkbench.eval.LanguageModelScores;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.model.GenerationOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.settings.Codec;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.text.Tsv;

/** Translates held-out pairs with the Hydra in use and compares the result with what people wrote. */
public final class EvaluateOperation implements Operation<EvaluationSettings> {

    /** Translations, a line each: source, reference, translation, chrF of the line. */
    public static final String TRANSLATIONS = "translations.tsv";

    /** The name of the Hydra among the inputs. */
    public static final String HYDRA = "hydra";

    /** The scores of the translations, among those that are stored. */
    public static final String TRANSLATION = "translation";

    /** The scores of copying the source, which is the least that a translation has to beat. */
    public static final String COPYING = "copying the source";

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
        return List.of(Input.Made.of(HYDRA, Slot.TUNED_HYDRA, Slot.HYDRA), new Input.Text(settings.role()));
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
        List<SentencePair> pairs = run.materials().corpora().first(settings.role(), settings.pairs());
        if (pairs.isEmpty()) {
            throw new InputException("There are no pairs to measure with: all pairs for %s are excluded."
                    .formatted(settings.role().title()));
        }
        run.environment().tensors().compute(runtime -> {
            measure(settings, in, pairs, out, runtime, run.progress());
            return true;
        });
    }

    private static void measure(
            EvaluationSettings settings,
            Inputs in,
            List<SentencePair> pairs,
            ArtefactBuilder out,
            TensorRuntime runtime,
            Progress progress)
            throws HydraException {
        List<String> sources = pairs.stream().map(SentencePair::source).toList();
        List<String> references = pairs.stream().map(SentencePair::target).toList();
        Artefact hydra = in.artefact(HYDRA);
        try (HydraModel model = HydraModel.open(runtime, hydra.folder(), progress)) {
            List<String> translations = translate(model, in.project(), sources, settings, progress);
            JsonObject scores = new JsonObject();
            scores.add(TRANSLATION, TranslationScores.of(translations, references).json());
            scores.add(COPYING, TranslationScores.of(sources, references).json());
            AtomicFiles.writeString(out.folder().resolve(TRANSLATIONS), table(sources, references, translations));
            AtomicFiles.writeString(out.folder().resolve(SCORES), GSON.toJson(scores));
            AtomicFiles.writeString(
                    out.folder().resolve(LANGUAGE_MODEL),
                    GSON.toJson(prediction(model, in.project(), references, progress)));
            out.name("Translations of %,d pairs".formatted(pairs.size())).summary(scores);
        }
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

    /** Translates line by line with the Hydra's usual template. */
    public static List<String> translate(
            HydraModel model, ProjectInfo project, List<String> sources, EvaluationSettings settings, Progress progress)
            throws HydraException {
        PromptTemplate template = model.manifest().templates().getFirst();
        GenerationOptions options = GenerationOptions.greedy(settings.maxTokens()).withBeams(settings.beams());
        List<String> translations = new ArrayList<>(sources.size());
        progress.message("Translating");
        for (String source : sources) {
            progress.checkCancelled();
            translations.add(model.translate(
                            project.sourceLanguage(),
                            project.targetLanguage(),
                            source,
                            template,
                            options,
                            TranslationListener.none(),
                            new QuietProgress(progress))
                    .text()
                    .replaceAll("\\s+", " "));
            progress.update(translations.size(), sources.size());
        }
        return translations;
    }

    private static String table(List<String> sources, List<String> references, List<String> translations) {
        StringBuilder table = new StringBuilder();
        for (int k = 0; k < sources.size(); k++) {
            double score = Chrf.chrf().sentence(translations.get(k), references.get(k));
            table.append(Tsv.row(
                    sources.get(k), references.get(k), translations.get(k), String.format(Locale.ROOT, "%.2f", score)));
        }
        return table.toString();
    }
}
