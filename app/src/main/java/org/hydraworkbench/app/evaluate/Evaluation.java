package org.hydraworkbench.app.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hydraworkbench.app.parts.RoleTexts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.ToldApart;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.project.work.EvaluateOperation;
import org.hydraworkbench.project.work.TranslationScores;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of the project: the figures of its artefact.
 *
 * @param artefact where its files lie
 * @param model figures of the Hydra
 * @param copying figures of copying the source; none when that was not measured
 * @param signatures settings of the metrics as sacreBLEU prints them
 */
public record Evaluation(
        Artefact artefact, SystemFigures model, @Nullable SystemFigures copying, List<String> signatures) {

    /** @param hydras of the project, by which that which was measured is told apart */
    static Evaluation read(Artefact artefact, List<Artefact> hydras) throws HydraException {
        EvaluationSettings settings = EvaluationSettings.CODEC.read(artefact.settingsJson(), "“" + artefact.name() + "”");
        TranslationScores translation = TranslationScores.read(artefact.summary(), EvaluateOperation.TRANSLATION)
                .orElseThrow(() -> new InputException("“" + artefact.name() + "” holds no figures; measure again."));
        String test = Texts.data(
                "evaluate.test", RoleTexts.of("evaluate.purpose", settings.role()), translation.lines(), settings.beams());
        TranslationScores copying =
                TranslationScores.read(artefact.summary(), EvaluateOperation.COPYING).orElse(null);
        List<String> signatures = new ArrayList<>();
        translation.signatures().forEach((name, signature) -> signatures.add(name + ": " + signature));
        return new Evaluation(
                artefact,
                figures(modelName(artefact, hydras), test, false, translation, bitsPerByte(artefact)),
                copying == null ? null : figures(Texts.get("evaluate.copying"), test, true, copying, Double.NaN),
                signatures);
    }

    private static SystemFigures figures(String name, String test, boolean baseline, TranslationScores scores, double bits) {
        return new SystemFigures(name, test, baseline, scores.chrf(), scores.chrfPlusPlus(), scores.bleu(), bits);
    }

    private static String modelName(Artefact artefact, List<Artefact> hydras) {
        Optional<ArtefactInput> measured = artefact.input(EvaluateOperation.HYDRA);
        return measured.flatMap(input -> hydras.stream()
                        .filter(hydra -> Objects.equals(hydra.id(), input.artefactId()))
                        .findFirst())
                .map(hydra -> ToldApart.name(hydra, hydras))
                .or(() -> measured.map(ArtefactInput::name))
                .orElse(artefact.name());
    }

    /** Not measured by every version of the program. */
    private static double bitsPerByte(Artefact artefact) throws HydraException {
        Path file = artefact.file(EvaluateOperation.LANGUAGE_MODEL);
        if (!Files.isRegularFile(file)) {
            return Double.NaN;
        }
        return JsonFields.of(Json.readObject(file)).number("bitsPerByte", Double.NaN);
    }

    /** Its sentences, the worst first. */
    List<SentenceResult> sentences() throws HydraException {
        Path file = artefact.file(EvaluateOperation.TRANSLATIONS);
        try {
            List<SentenceResult> results = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("\t", -1);
                if (cells.length == 4) {
                    results.add(new SentenceResult(
                            results.size() + 1, cells[0], cells[1], cells[2], Double.parseDouble(cells[3])));
                }
            }
            results.sort(Comparator.comparingDouble(SentenceResult::chrf).thenComparingInt(SentenceResult::line));
            return results;
        } catch (IOException | NumberFormatException e) {
            throw InputException.in(file, "cannot be read", e);
        }
    }
}
