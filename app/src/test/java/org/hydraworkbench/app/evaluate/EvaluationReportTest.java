package org.hydraworkbench.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.eval.Reliability;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.measures.Battery;
import org.hydraworkbench.project.measures.MeasuredSentence;
import org.hydraworkbench.project.measures.MeasuredSystem;
import org.hydraworkbench.project.measures.SystemScores;
import org.hydraworkbench.project.work.EvaluateOperation;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationReportTest {

    private static final Battery BATTERY = new Battery(
            200,
            120,
            2,
            List.of(
                    new SystemScores(
                            MeasuredSystem.COPYING, new SystemScores.Figure(9, 8, 10, 9.5, 8.5, Double.NaN), 7, SystemScores.Figure.of(0.5)),
                    new SystemScores(
                            MeasuredSystem.HYDRA, new SystemScores.Figure(21.5, 20.5, 22.5, 25, 12, 0.0004), 18.25,
                            SystemScores.Figure.of(3))),
            new Reliability(List.of(new Reliability.Bin(20, 30, 200, 25, 21.5)), 3.5, 8, 0.5),
            null,
            Map.of("chrF", "nrefs:1|case:mixed"));

    private static Evaluation run(String name, Battery battery) {
        Artefact artefact = new Artefact(
                1, Slot.EVALUATION, "evaluate", name, Instant.EPOCH, "me", "{}", 0, "test", Path.of("."), "", "{}", List.of());
        return new Evaluation(artefact, name, "Test corpora", battery, 2.125);
    }

    private static SentenceResult sentence(int line, String source, String reference, String text) {
        return SentenceResult.of(
                List.of(new MeasuredSentence(line, source, reference, .5, 40, Map.of(MeasuredSystem.HYDRA, text, MeasuredSystem.COPYING, source))),
                MeasuredSystem.HYDRA, null).getFirst();
    }

    private static EvaluationReport report(String title, String name, List<SentenceResult> sentences, Map<Side, LanguageTag> languages) {
        Evaluation run = run(name, BATTERY);
        return new EvaluationReport(title, run, List.of(run), MeasuredSystem.HYDRA, null, "", sentences, languages);
    }

    private static final EvaluationReport REPORT = report(
            "Figures of <demo>", "hydra & co", List.of(sentence(7, "I know.", "Ẓriɣ.", "<b>Ẓriɣ</b>")), Map.of());

    @Test
    void thePageIsOneFileWithFiguresPlotsAndSentences() {
        String page = REPORT.html();
        assertThat(page).startsWith("<!DOCTYPE html>")
                .contains("hydra &amp; co", "21.50", "20.50 – 22.50", "18.25", "&lt; 0.001", "Ẓriɣ.", "nrefs:1|case:mixed");
        assertThat(page.split("<svg", -1)).hasSize(4); // chrF, BLEU, reliability; one run has no course
        assertThat(page).doesNotContain("http-equiv", "<script", "src=", "href=");
    }

    @Test
    void aDarkPageHasItsOwnColoursForTextAndPlots() {
        String dark = REPORT.html().split("prefers-color-scheme: dark", -1)[1].split("</style>", -1)[0];
        assertThat(dark).contains("background: #0d1117", "svg [fill=\"#1f2328\"]");
    }

    @Test
    void runsAreComparedWhereThereAreSeveral() {
        EvaluationReport report = new EvaluationReport(
                "Figures", REPORT.run(), List.of(REPORT.run(), run("before", BATTERY)), MeasuredSystem.HYDRA, MeasuredSystem.COPYING,
                "chrF +12.50", List.of(), Map.of());
        assertThat(report.html()).contains("before", Texts.get("evaluate.runs"));
        assertThat(report.html().split("<svg", -1)).hasSize(5);
    }

    /** The language decides, though a sentence begins with a Latin word. */
    @Test
    void sentencesRunTheWayOfTheirLanguage() {
        EvaluationReport report = report(
                "Figures", "hydra", List.of(sentence(1, "NATO saw it.", "NATO ראה את זה.", "12.")),
                Map.of(Side.SOURCE, LanguageTag.of("en").orElseThrow(), Side.TARGET, LanguageTag.of("he").orElseThrow()));
        assertThat(report.html())
                .contains("<td lang=\"en\" dir=\"ltr\">NATO saw it.</td>", "<td lang=\"he\" dir=\"rtl\">NATO ראה את זה.</td>")
                .contains("<th dir=\"rtl\"><bdi>");
    }

    @Test
    void namesFromRightToLeftKeepTogetherInTheTitleAndInSentences() {
        EvaluationReport report = report(Texts.format("evaluate.report.title", "ספר (1)"), "ספר <2>", List.of(), Map.of());
        assertThat(report.html())
                .contains("<title>Evaluation of ספר (1)</title>", "Evaluation of <bdi>ספר (1)</bdi></h1>", "“<bdi>ספר &lt;2&gt;</bdi>”");
    }

    @Test
    void textsCannotBecomeMarkup() {
        assertThat(REPORT.html()).contains("&lt;b&gt;Ẓriɣ&lt;/b&gt;", "Figures of &lt;demo&gt;").doesNotContain("<b>");
    }

    @Test
    void theTableHasEveryFigureExactly() {
        List<String> lines = REPORT.tsv().lines().toList();
        assertThat(lines.get(1)).isEqualTo("copying\ttrue\t9\t8\t10\t9.5\t8.5\tNaN\t7\t0.5\tNaN\tNaN\tNaN\tNaN\tNaN");
        assertThat(lines.get(2)).startsWith("hydra\tfalse\t21.5\t20.5\t22.5\t25\t12\t4.0E-4\t18.25\t3\t");
        assertThat(lines.get(4)).isEqualTo("line\tchrf\tsource\treference\thydra\t");
        assertThat(lines.get(5)).startsWith("7\t").endsWith("\tI know.\tẒriɣ.\t<b>Ẓriɣ</b>\t");
    }

    /** As the program stored an evaluation before it measured more than the Hydra. */
    @Test
    void anOldEvaluationIsStillRead(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve(EvaluateOperation.TRANSLATIONS), "The dog.\tAqjun.\tAqjun!\t80.00\n");
        String summary = "{\"translation\":{\"lines\":1,\"chrf\":80,\"chrf++\":70,\"bleu\":1,\"signatures\":{}}}";
        Artefact artefact = new Artefact(
                1, Slot.EVALUATION, "evaluate", "old", Instant.EPOCH, "me", "{\"version\":2}", 0, "test", folder, "", summary, List.of());
        Evaluation old = Evaluation.read(artefact, List.of());
        assertThat(old.systems()).containsExactly(MeasuredSystem.HYDRA);
        assertThat(old.sentences()).singleElement()
                .satisfies(sentence -> assertThat(sentence.translation(MeasuredSystem.HYDRA)).isEqualTo("Aqjun!"));
        assertThat(old.battery().sentences()).isOne();
    }
}
