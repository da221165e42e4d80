package org.hydraworkbench.app.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hydraworkbench.app.parts.RoleTexts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.ToldApart;
import org.hydraworkbench.project.measures.Battery;
import org.hydraworkbench.project.measures.BatteryJson;
import org.hydraworkbench.project.measures.MeasuredSentence;
import org.hydraworkbench.project.measures.MeasuredSystem;
import org.hydraworkbench.project.measures.SentenceTable;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.project.work.EvaluateOperation;

/**
 * One evaluation of the project: the figures of its artefact.
 *
 * @param artefact where its files lie
 * @param name of the Hydra that was measured
 * @param test what it was measured on and how
 * @param bitsPerByte of the Hydra on the references; NaN when that was not measured
 */
public record Evaluation(Artefact artefact, String name, String test, Battery battery, double bitsPerByte) {

    /** @param hydras of the project, by which that which was measured is told apart */
    static Evaluation read(Artefact artefact, List<Artefact> hydras) throws HydraException {
        EvaluationSettings settings = EvaluationSettings.CODEC.read(artefact.settingsJson(), "“" + artefact.name() + "”");
        Battery battery;
        try {
            battery = BatteryJson.read(artefact.summary());
        } catch (InputException e) {
            throw new InputException("“" + artefact.name() + "” cannot be read: " + Reasons.of(e), e);
        }
        String test = Texts.data(
                "evaluate.test", RoleTexts.of("evaluate.purpose", settings.role()), battery.sentences(), settings.beams());
        return new Evaluation(artefact, modelName(artefact, hydras), test, battery, bitsPerByte(artefact));
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

    /** The rows of its table, in the order of the systems. */
    List<SystemFigures> figures() {
        double floor = battery.systems().stream()
                .filter(scores -> scores.system().isFloor())
                .mapToDouble(scores -> scores.chrf().score())
                .max()
                .orElse(Double.NaN);
        return battery.systems().stream()
                .map(scores -> new SystemFigures(scores, scores.system().isFloor() ? Double.NaN : scores.chrf().score() - floor))
                .toList();
    }

    List<MeasuredSystem> systems() {
        return battery.systems().stream().map(scores -> scores.system()).toList();
    }

    /** chrF of a system; NaN where it was not measured. */
    double chrf(MeasuredSystem system) {
        return battery.of(system).map(scores -> scores.chrf().score()).orElse(Double.NaN);
    }

    /** The one whose sentences are looked at first: the one with all that the project has. */
    MeasuredSystem best() {
        return systems().getLast();
    }

    /** That translations with the Hydra are worse than without it, as a sentence; empty where they are not. */
    String harm() {
        double lost = chrf(MeasuredSystem.WITHOUT_HYDRA) - chrf(MeasuredSystem.EVERYTHING);
        return lost > 0 ? Texts.format("evaluate.harm", SystemFigures.name(MeasuredSystem.EVERYTHING), lost) : "";
    }

    /** How it was measured, sentences for a person with names isolated. */
    List<String> facts() {
        List<String> facts = new ArrayList<>();
        boolean apart = battery.systems().stream().anyMatch(scores -> !Double.isNaN(scores.chrf().near()) || !Double.isNaN(scores.chrf().far()));
        facts.add(apart
                ? Texts.format("evaluate.sentences.apart", battery.sentences(), battery.near())
                : Texts.format("evaluate.sentences.measured", battery.sentences()));
        if (battery.leftOut() > 0) {
            facts.add(Texts.format("evaluate.sentences.leftOut", battery.leftOut()));
        }
        if (!Double.isNaN(bitsPerByte)) {
            facts.add(Texts.format("evaluate.bitsPerByte", bitsPerByte));
        }
        if (battery.tokenizers() != null) {
            facts.add(Texts.format(
                    "evaluate.tokens",
                    battery.tokenizers().tokens(),
                    battery.tokenizers().source().tokensPerWord(),
                    battery.tokenizers().target().tokensPerWord(),
                    battery.tokenizers().source().bytesPerToken(),
                    battery.tokenizers().target().bytesPerToken()));
        }
        if (battery.confidence() != null) {
            facts.add(Texts.format(
                    "evaluate.confidence.error", battery.confidence().calibrationError(), battery.confidence().absoluteError()));
        }
        return facts;
    }

    /** Settings of the metrics as sacreBLEU prints them. */
    List<String> signatures() {
        return battery.signatures().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    /** Its sentences, in the order of the test corpus. */
    List<MeasuredSentence> sentences() throws HydraException {
        Path table = artefact.file(EvaluateOperation.SENTENCES);
        return Files.isRegularFile(table) ? SentenceTable.read(table) : translations(artefact.file(EvaluateOperation.TRANSLATIONS));
    }

    /** Those of an evaluation that was made before there were batteries. */
    private static List<MeasuredSentence> translations(Path file) throws InputException {
        try {
            List<MeasuredSentence> sentences = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("\t", -1);
                if (cells.length == 4) {
                    sentences.add(new MeasuredSentence(
                            sentences.size() + 1, cells[0], cells[1], Double.NaN, Double.NaN,
                            Map.of(MeasuredSystem.COPYING, cells[0], MeasuredSystem.HYDRA, cells[2])));
                }
            }
            return sentences;
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
    }
}
