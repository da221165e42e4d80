package org.hydraworkbench.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.app.plot.BarsDrawing;
import org.hydraworkbench.app.plot.CurvesDrawing;
import org.hydraworkbench.app.plot.Drawing;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.plot.PlotFiles;
import org.hydraworkbench.app.plot.SvgSurface;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.ProgramVersion;
import org.hydraworkbench.project.measures.MeasuredSystem;
import org.hydraworkbench.project.measures.SystemScores;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/**
 * A run, compared with the others, as one page that needs nothing else, and as a table.
 *
 * @param title what the page is called, names in it isolated
 * @param run whose figures and sentences it shows
 * @param runs all runs, newest first
 * @param system whose translations it shows
 * @param compared what these are compared with; null for nothing
 * @param difference how far the two are apart, as sentences; empty without another one
 * @param sentences in the order in which they are shown
 * @param languages of the sentences, where they are known; they say which way each runs
 */
record EvaluationReport(
        String title,
        Evaluation run,
        List<Evaluation> runs,
        MeasuredSystem system,
        @Nullable MeasuredSystem compared,
        String difference,
        List<SentenceResult> sentences,
        Map<Side, LanguageTag> languages) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final int SENTENCES = 200;

    EvaluationReport {
        runs = List.copyOf(runs);
        sentences = List.copyOf(sentences);
        languages = Map.copyOf(languages);
    }

    /** The page, HTML 5 in UTF-8. */
    String html() {
        ReportPage page = new ReportPage(title, languages);
        page.paragraph(Texts.format("evaluate.report.run", run.name(), run.test()));
        run.facts().forEach(page::paragraph);
        page.heading("evaluate.figures");
        systems(page);
        EvaluationPlots plots = EvaluationPlots.of(run, runs);
        bars(page, plots.chrf());
        bars(page, plots.bleu());
        if (!plots.reliability().curves().isEmpty()) {
            page.heading("evaluate.reliability");
            curves(page, plots.reliability());
            reliability(page);
        }
        if (runs.size() > 1) {
            page.heading("evaluate.runs");
            curves(page, plots.runs());
            runs(page);
        }
        sentences(page);
        page.heading("evaluate.report.how");
        List<String> how = new ArrayList<>(run.signatures());
        how.add(Texts.get("evaluate.report.bootstrap"));
        how.add(Texts.data("evaluate.report.version", ProgramVersion.get()));
        page.list(how);
        return page.html();
    }

    private static void bars(ReportPage page, BarsDrawing drawing) {
        draw(page, drawing, drawing.comfortableHeight(13));
    }

    private static void curves(ReportPage page, CurvesDrawing drawing) {
        draw(page, drawing, HEIGHT);
    }

    private static void draw(ReportPage page, Drawing drawing, double height) {
        page.figure(SvgSurface.draw(drawing, WIDTH, height));
    }

    private void systems(ReportPage page) {
        page.table(
                List.of("evaluate.column.system"),
                List.of("evaluate.column.chrf", "evaluate.column.interval", "evaluate.column.near", "evaluate.column.far",
                        "evaluate.column.aboveFloor", "evaluate.column.p", "evaluate.column.chrfPlus", "evaluate.column.bleu",
                        "evaluate.column.interval", "evaluate.column.p"));
        for (SystemFigures row : run.figures()) {
            SystemScores.Figure chrf = row.scores().chrf();
            SystemScores.Figure bleu = row.scores().bleu();
            page.row(row.system().isFloor(), List.of(row.name()), List.of(
                    Numbers.hundredths(chrf.score()),
                    SystemFigures.interval(chrf),
                    Numbers.hundredths(chrf.near()),
                    Numbers.hundredths(chrf.far()),
                    SystemFigures.signed(row.aboveFloor()),
                    SystemFigures.probability(chrf.p()),
                    Numbers.hundredths(row.scores().chrfPlusPlus()),
                    Numbers.hundredths(bleu.score()),
                    SystemFigures.interval(bleu),
                    SystemFigures.probability(bleu.p())));
        }
        page.endTable();
    }

    private void reliability(ReportPage page) {
        if (run.battery().confidence() == null) {
            return;
        }
        page.table(
                List.of(),
                List.of("evaluate.reliability.expected", "evaluate.reliability.achieved", "evaluate.reliability.sentences"));
        run.battery().confidence().bins().forEach(bin -> page.row(false, List.of(), List.of(
                Numbers.hundredths(bin.expected()), Numbers.hundredths(bin.achieved()), Numbers.exact(bin.sentences()))));
        page.endTable();
    }

    private void runs(ReportPage page) {
        page.table(
                List.of("evaluate.column.model", "evaluate.column.test"),
                List.of("evaluate.column.phrases", "evaluate.column.hydra", "evaluate.column.everything", "evaluate.column.bitsPerByte"));
        for (Evaluation one : runs) {
            page.row(false, List.of(one.name(), one.test()), List.of(
                    Numbers.hundredths(one.chrf(MeasuredSystem.PHRASES)),
                    Numbers.hundredths(one.chrf(MeasuredSystem.HYDRA)),
                    Numbers.hundredths(one.chrf(MeasuredSystem.EVERYTHING)),
                    Numbers.hundredths(one.bitsPerByte())));
        }
        page.endTable();
    }

    private void sentences(ReportPage page) {
        if (sentences.isEmpty()) {
            return;
        }
        page.heading("evaluate.worst");
        page.paragraph(compared == null
                ? Texts.format("evaluate.report.sentences", SystemFigures.name(system))
                : Texts.format("evaluate.report.compared", SystemFigures.name(system), SystemFigures.name(compared)) + " " + difference);
        page.sentenceHeads(compared != null);
        for (SentenceResult sentence : sentences.subList(0, Math.min(SENTENCES, sentences.size()))) {
            page.sentence(sentence);
        }
        page.endTable();
    }

    /** The figures of the systems and then the sentences, as tab-separated text. */
    String tsv() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "system", "floor", "chrf", "chrf_low", "chrf_high", "chrf_near", "chrf_far", "chrf_p", "chrf++", "bleu", "bleu_low",
                "bleu_high", "bleu_near", "bleu_far", "bleu_p"));
        for (SystemScores scores : run.battery().systems()) {
            List<String> row = new ArrayList<>(List.of(scores.system().code(), Boolean.toString(scores.system().isFloor())));
            add(row, scores.chrf());
            row.add(Numbers.exact(scores.chrfPlusPlus()));
            add(row, scores.bleu());
            rows.add(row);
        }
        rows.add(List.of());
        rows.add(List.of("line", "chrf", "source", "reference", system.code(), compared == null ? "" : compared.code()));
        for (SentenceResult sentence : sentences) {
            rows.add(List.of(
                    Integer.toString(sentence.line()),
                    Numbers.exact(sentence.chrf()),
                    sentence.source(),
                    sentence.reference(),
                    sentence.hypothesis(),
                    sentence.other() == null ? "" : sentence.other()));
        }
        return PlotFiles.tsv(rows);
    }

    private static void add(List<String> row, SystemScores.Figure figure) {
        for (double number : new double[] {figure.score(), figure.low(), figure.high(), figure.near(), figure.far(), figure.p()}) {
            row.add(Numbers.exact(number));
        }
    }
}
