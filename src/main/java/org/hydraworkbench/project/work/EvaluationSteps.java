package org.hydraworkbench.project.work;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.eval.LanguageModelEvaluator;
import org.hydraworkbench.eval.LanguageModelScores;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.model.GenerationOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.text.LanguageTag;

/** Measuring inside a project: held-out pairs are translated and compared with what people wrote. */
final class EvaluationSteps {

    /** Translations, a line each: source, reference, translation, chrF of the line. */
    static final String TRANSLATIONS = "translations.tsv";
    static final String SCORES = "scores.json";
    /** How well the Hydra predicts the references: the fields of {@link LanguageModelScores} and {@code bitsPerByte}. */
    static final String LANGUAGE_MODEL = "language-model.json";

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Project project;
    private final Database database;

    EvaluationSteps(Project project, Database database) {
        this.project = project;
        this.database = database;
    }

    Artefact evaluate(EvaluationSettings settings, TensorRuntime runtime, Progress progress) throws HydraException {
        Artefact hydra = project.artefacts().require(ArtefactKind.HYDRA, "");
        List<SentencePair> pairs = pairs(settings);
        if (pairs.isEmpty()) {
            throw new InputException("There are no pairs to measure with: import a corpus for "
                    + settings.purpose().name().toLowerCase(Locale.ROOT) + " first.");
        }
        List<String> sources = pairs.stream().map(SentencePair::source).toList();
        List<String> references = pairs.stream().map(SentencePair::target).toList();
        try (ArtefactBuilder builder =
                        project.artefacts().begin(ArtefactKind.EVALUATION, "Translations of %,d pairs".formatted(pairs.size()));
                HydraModel model = HydraModel.open(runtime, hydra.folder(), progress)) {
            List<String> translations = translate(model, project.info(), sources, settings, progress);
            Map<String, TranslationScores> scores = Map.of(
                    "translation", TranslationScores.of(translations, references),
                    "copying the source", TranslationScores.of(sources, references));
            AtomicFiles.writeString(builder.folder().resolve(TRANSLATIONS), table(sources, references, translations));
            AtomicFiles.writeString(builder.folder().resolve(SCORES), GSON.toJson(scores));
            AtomicFiles.writeString(
                    builder.folder().resolve(LANGUAGE_MODEL), GSON.toJson(prediction(model, references, progress)));
            return builder.options(settings).input("Hydra", hydra).summary(scores).commit(progress);
        }
    }

    private JsonObject prediction(HydraModel model, List<String> references, Progress progress) throws HydraException {
        LanguageTag target = LanguageTag.parse(project.info().targetLanguage());
        LanguageModelScores scores = new LanguageModelEvaluator(
                        model.body(), model.table(target), model.tokenizer(target), model.tokenizer(target))
                .score(references, new QuietProgress(progress));
        JsonObject json = GSON.toJsonTree(scores).getAsJsonObject();
        json.addProperty("bitsPerByte", scores.bitsPerByte());
        return json;
    }

    /** The first pairs of the corpora of a purpose. */
    List<SentencePair> pairs(EvaluationSettings settings) throws HydraException {
        return database.read(sql -> sql.list(
                "SELECT source, target FROM pair WHERE excluded = 0 AND corpus IN"
                        + " (SELECT id FROM corpus WHERE complete = 1 AND purpose = ?) ORDER BY id LIMIT ?",
                row -> new SentencePair(row.text("source"), row.text("target")),
                settings.purpose().name(), settings.pairs()));
    }

    /** Translates line by line with the Hydra's usual template. */
    static List<String> translate(
            HydraModel model, ProjectInfo languages, List<String> sources, EvaluationSettings settings, Progress progress)
            throws HydraException {
        PromptTemplate template = model.manifest().templates().getFirst();
        GenerationOptions options = GenerationOptions.greedy(settings.maxTokens()).withBeams(settings.beams());
        List<String> translations = new ArrayList<>(sources.size());
        progress.message("Translating");
        for (String source : sources) {
            progress.checkCancelled();
            translations.add(model.translate(
                            LanguageTag.parse(languages.sourceLanguage()),
                            LanguageTag.parse(languages.targetLanguage()),
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

    static String table(List<String> sources, List<String> references, List<String> translations) {
        StringBuilder table = new StringBuilder();
        for (int k = 0; k < sources.size(); k++) {
            double score = Chrf.chrf().sentence(translations.get(k), references.get(k));
            table.append(cell(sources.get(k))).append('\t')
                    .append(cell(references.get(k))).append('\t')
                    .append(cell(translations.get(k))).append('\t')
                    .append(String.format(Locale.ROOT, "%.2f", score)).append('\n');
        }
        return table.toString();
    }

    private static String cell(String text) {
        return text.replace('\t', ' ');
    }
}
