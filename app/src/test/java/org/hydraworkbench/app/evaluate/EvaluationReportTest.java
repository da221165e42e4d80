package org.hydraworkbench.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {

    private static final EvaluationReport REPORT = new EvaluationReport(
            "Figures of <demo>",
            List.of("nrefs:1|case:mixed"),
            List.of(
                    new SystemFigures("hydra & co", "test", false, 21.5, 18.25, 3, 2.125),
                    new SystemFigures("copy", "test", true, 9, 7, 0.5, Double.NaN)),
            List.of(new SentenceResult(7, "I know.", "Ẓriɣ.", "<b>Ẓriɣ</b>", 12.5)),
            Map.of());

    @Test
    void thePageIsOneFileWithFiguresBarsAndSentences() {
        String page = REPORT.html();
        assertThat(page).startsWith("<!DOCTYPE html>").contains("hydra &amp; co", "21.5", "18.25", "Ẓriɣ.", "nrefs:1|case:mixed");
        assertThat(page).contains("<svg").doesNotContain("http-equiv", "<script", "src=");
    }

    /** The language decides, though a sentence begins with a Latin word. */
    @Test
    void sentencesRunTheWayOfTheirLanguage() {
        EvaluationReport report = new EvaluationReport(
                "Figures",
                List.of(),
                List.of(),
                List.of(new SentenceResult(1, "NATO saw it.", "NATO ראה את זה.", "12.", 50)),
                Map.of(Side.SOURCE, LanguageTag.of("en").orElseThrow(), Side.TARGET, LanguageTag.of("he").orElseThrow()));
        assertThat(report.html())
                .contains("<td lang=\"en\" dir=\"ltr\">NATO saw it.</td>", "<td lang=\"he\" dir=\"rtl\">NATO ראה את זה.</td>")
                .contains("<th dir=\"rtl\"><bdi>");
    }

    @Test
    void namesFromRightToLeftKeepTogetherInTheTitleAndInSentences() {
        EvaluationReport report = new EvaluationReport(
                Texts.format("evaluate.report.title", "ספר (1)"),
                List.of(Texts.format("evaluate.report.sentences", "ספר <2>", "test")),
                List.of(),
                List.of(),
                Map.of());
        assertThat(report.html())
                .contains("<title>Evaluation of ספר (1)</title>", "Evaluation of <bdi>ספר (1)</bdi></h1>", "“<bdi>ספר &lt;2&gt;</bdi>” on: test.");
    }

    @Test
    void textsCannotBecomeMarkup() {
        assertThat(REPORT.html()).contains("&lt;b&gt;Ẓriɣ&lt;/b&gt;", "Figures of &lt;demo&gt;").doesNotContain("<b>");
    }

    @Test
    void barsLeaveOutWhatWasNotMeasured() {
        assertThat(EvaluationReport.barsOf(REPORT.systems(), SystemFigures::bitsPerByte)).hasSize(1);
        assertThat(EvaluationReport.barsOf(REPORT.systems(), SystemFigures::chrf)).hasSize(2);
    }

    @Test
    void theTableHasEveryFigureExactly() {
        assertThat(REPORT.tsv().lines().toList())
                .containsExactly(
                        "system\ttest\tbaseline\tchrf\tchrf++\tbleu\tbits_per_byte",
                        "hydra & co\ttest\tfalse\t21.5\t18.25\t3\t2.125",
                        "copy\ttest\ttrue\t9\t7\t0.5\tNaN",
                        "",
                        "line\tchrf\tsource\treference\thypothesis",
                        "7\t12.5\tI know.\tẒriɣ.\t<b>Ẓriɣ</b>");
    }
}
