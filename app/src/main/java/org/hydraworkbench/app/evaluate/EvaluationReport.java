package org.hydraworkbench.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hydraworkbench.app.plot.BarsDrawing;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.plot.PlotFiles;
import org.hydraworkbench.app.plot.SvgSurface;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;

/**
 * The figures and the worst sentences as one page that needs nothing else, and as a table.
 *
 * @param title what the page is called, names in it isolated
 * @param facts sentences, names in them isolated, on how the figures came about: signatures of the metrics, program version, date
 * @param systems figures, baselines too
 * @param sentences the worst first
 * @param languages of the sentences, where they are known; they say which way each runs
 */
record EvaluationReport(
        String title,
        List<String> facts,
        List<SystemFigures> systems,
        List<SentenceResult> sentences,
        Map<Side, LanguageTag> languages) {

    private static final int WIDTH = 720;
    private static final int SENTENCES = 200;
    private static final String STYLE =
            """
            body { font: 16px/1.5 sans-serif; color: #1f2328; max-width: 60em; margin: 2em auto; padding: 0 1em }
            table { border-collapse: collapse; margin: 1em 0; width: 100% }
            th, td { border: 1px solid #d8dee4; padding: .35em .6em; text-align: start; vertical-align: top }
            td.number, th.number { text-align: right; white-space: nowrap }
            tr.baseline { color: #59636e }
            svg { max-width: 100%; height: auto }
            """;

    EvaluationReport {
        facts = List.copyOf(facts);
        systems = List.copyOf(systems);
        sentences = List.copyOf(sentences);
        languages = Map.copyOf(languages);
    }

    /** Bars of one figure, without the systems of which it was not measured. */
    static List<BarsDrawing.Bar> barsOf(
            List<SystemFigures> systems, ToDoubleFunction<SystemFigures> figure) {
        return systems.stream()
                .filter(system -> !Double.isNaN(figure.applyAsDouble(system)))
                .map(system -> new BarsDrawing.Bar(system.name(), figure.applyAsDouble(system), system.baseline()))
                .toList();
    }

    /** The page, HTML 5 in UTF-8. */
    String html() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(Locale.getDefault().toLanguageTag())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>").append(escaped(title.replaceAll("[\u2068\u2069]", "")))
                .append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<h1 dir=\"auto\">").append(sentence(title))
                .append("</h1>\n");
        systemTable(page);
        addBars(page, "chrF", SystemFigures::chrf);
        addBars(page, Texts.get("evaluate.column.bitsPerByte"), SystemFigures::bitsPerByte);
        sentenceTable(page);
        page.append("<h2>").append(escaped(Texts.get("evaluate.report.how"))).append("</h2>\n<ul>\n");
        facts.forEach(fact -> page.append("<li>").append(sentence(fact)).append("</li>\n"));
        return page.append("</ul>\n</body>\n</html>\n").toString();
    }

    private void addBars(
            StringBuilder page, String name, ToDoubleFunction<SystemFigures> figure) {
        List<BarsDrawing.Bar> bars = barsOf(systems, figure);
        if (!bars.isEmpty()) {
            BarsDrawing drawing = new BarsDrawing(name, bars);
            page.append(SvgSurface.draw(drawing, WIDTH, drawing.comfortableHeight(13)));
        }
    }

    private void systemTable(StringBuilder page) {
        page.append("<table>\n<tr>");
        heading(page, "evaluate.column.system", false);
        heading(page, "evaluate.column.test", false);
        heading(page, "evaluate.column.chrf", true);
        heading(page, "evaluate.column.chrfPlus", true);
        heading(page, "evaluate.column.bleu", true);
        heading(page, "evaluate.column.bitsPerByte", true);
        page.append("</tr>\n");
        for (SystemFigures system : systems) {
            page.append(system.baseline() ? "<tr class=\"baseline\">" : "<tr>");
            cell(page, system.name());
            cell(page, system.test());
            number(page, Numbers.hundredths(system.chrf()));
            number(page, Numbers.hundredths(system.chrfPlus()));
            number(page, Numbers.hundredths(system.bleu()));
            number(page, Numbers.hundredths(system.bitsPerByte()));
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void sentenceTable(StringBuilder page) {
        if (sentences.isEmpty()) {
            return;
        }
        page.append("<h2>").append(escaped(Texts.get("evaluate.worst"))).append("</h2>\n<table>\n<tr>");
        heading(page, "evaluate.column.line", true);
        heading(page, "evaluate.column.chrf", true);
        heading(page, "evaluate.column.source", Side.SOURCE);
        heading(page, "evaluate.column.reference", Side.TARGET);
        heading(page, "evaluate.column.hypothesis", Side.TARGET);
        page.append("</tr>\n");
        for (SentenceResult sentence : sentences.subList(0, Math.min(SENTENCES, sentences.size()))) {
            page.append("<tr>");
            number(page, Numbers.exact(sentence.line()));
            number(page, Numbers.hundredths(sentence.chrf()));
            cell(page, sentence.source(), Side.SOURCE);
            cell(page, sentence.reference(), Side.TARGET);
            cell(page, sentence.hypothesis(), Side.TARGET);
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    /** The figures of the systems and then the sentences, as tab-separated text. */
    String tsv() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("system", "test", "baseline", "chrf", "chrf++", "bleu", "bits_per_byte"));
        for (SystemFigures system : systems) {
            rows.add(List.of(
                    system.name(),
                    system.test(),
                    Boolean.toString(system.baseline()),
                    Numbers.exact(system.chrf()),
                    Numbers.exact(system.chrfPlus()),
                    Numbers.exact(system.bleu()),
                    Numbers.exact(system.bitsPerByte())));
        }
        if (!sentences.isEmpty()) {
            rows.add(List.of());
            rows.add(List.of("line", "chrf", "source", "reference", "hypothesis"));
            for (SentenceResult sentence : sentences) {
                rows.add(List.of(
                        Integer.toString(sentence.line()),
                        Numbers.exact(sentence.chrf()),
                        sentence.source(),
                        sentence.reference(),
                        sentence.hypothesis()));
            }
        }
        return PlotFiles.tsv(rows);
    }

    private static void heading(StringBuilder page, String key, boolean number) {
        page.append(number ? "<th class=\"number\">" : "<th>").append(escaped(Texts.get(key))).append("</th>");
    }

    /** The head of a column stands where its texts begin. */
    private void heading(StringBuilder page, String key, Side side) {
        page.append("<th").append(way(side, "")).append("><bdi>").append(escaped(Texts.get(key))).append("</bdi></th>");
    }

    private void cell(StringBuilder page, String text, Side side) {
        LanguageTag language = languages.get(side);
        page.append("<td").append(language == null ? "" : " lang=\"" + language + "\"").append(way(side, text)).append('>');
        page.append(escaped(text)).append("</td>");
    }

    /** Which way a text in the language of a side runs. */
    private String way(Side side, String text) {
        LanguageTag language = languages.get(side);
        if (language == null) {
            return " dir=\"auto\"";
        }
        return language.direction(text) == Direction.RIGHT_TO_LEFT ? " dir=\"rtl\"" : " dir=\"ltr\"";
    }

    /** A name, in any language. */
    private static void cell(StringBuilder page, String text) {
        page.append("<td dir=\"auto\">").append(escaped(text)).append("</td>");
    }

    private static void number(StringBuilder page, String value) {
        page.append("<td class=\"number\">").append(value).append("</td>");
    }

    /** A sentence with names in it, which run as their own letters do. */
    private static String sentence(String text) {
        return escaped(text).replace("\u2068", "<bdi>").replace("\u2069", "</bdi>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
