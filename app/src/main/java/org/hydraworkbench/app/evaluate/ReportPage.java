package org.hydraworkbench.app.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.plot.SvgSurface;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;

/** A page of HTML 5 in the making, light or dark as its reader has it. Texts cannot become markup, and each runs its own way. */
final class ReportPage {

    private static final String STYLE =
            """
            :root { color-scheme: light dark }
            body { font: 16px/1.5 sans-serif; color: #1f2328; background: #fff; max-width: 72em; margin: 2em auto; padding: 0 1em }
            table { border-collapse: collapse; margin: 1em 0; width: 100% }
            th, td { border: 1px solid #d8dee4; padding: .35em .6em; text-align: start; vertical-align: top }
            td.number, th.number { text-align: right; white-space: nowrap }
            tr.baseline { color: #59636e }
            svg { max-width: 100%; height: auto }
            @media (prefers-color-scheme: dark) {
            body { color: #e6edf3; background: #0d1117 }
            th, td { border-color: #3d444d }
            tr.baseline { color: #9198a1 }
            """ + SvgSurface.darkStyle() + "}\n";

    private final Map<Side, LanguageTag> languages;
    private final StringBuilder page = new StringBuilder();
    private boolean compares;

    /**
     * @param title names in it isolated
     * @param languages of sentences, where they are known
     */
    ReportPage(String title, Map<Side, LanguageTag> languages) {
        this.languages = languages;
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(Locale.getDefault().toLanguageTag())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(escaped(title.replaceAll("[\u2068\u2069]", "")))
                .append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<h1 dir=\"auto\">").append(words(title))
                .append("</h1>\n");
    }

    void heading(String key) {
        page.append("<h2>").append(escaped(Texts.get(key))).append("</h2>\n");
    }

    /** @param text names in it isolated */
    void paragraph(String text) {
        page.append("<p>").append(words(text)).append("</p>\n");
    }

    /** @param texts names in them isolated */
    void list(List<String> texts) {
        page.append("<ul>\n");
        texts.forEach(text -> page.append("<li>").append(words(text)).append("</li>\n"));
        page.append("</ul>\n");
    }

    /** @param svg an element, which has its own description */
    void figure(String svg) {
        page.append("<figure>\n").append(svg).append("</figure>\n");
    }

    /** Begins a table by the heads of its columns, those of names first and then those of numbers. */
    void table(List<String> names, List<String> numbers) {
        page.append("<table>\n<tr>");
        names.forEach(key -> head(key, false));
        numbers.forEach(key -> head(key, true));
        page.append("</tr>\n");
    }

    void row(boolean baseline, List<String> names, List<String> numbers) {
        page.append(baseline ? "<tr class=\"baseline\">" : "<tr>");
        names.forEach(name -> page.append("<td dir=\"auto\">").append(words(name)).append("</td>"));
        numbers.forEach(this::number);
        page.append("</tr>\n");
    }

    /** Begins the table of sentences. */
    void sentenceHeads(boolean withAnother) {
        compares = withAnother;
        page.append("<table>\n<tr>");
        head("evaluate.column.line", true);
        head("evaluate.column.chrf", true);
        if (compares) {
            head("evaluate.column.difference", true);
        }
        head("evaluate.column.source", Side.SOURCE);
        head("evaluate.column.reference", Side.TARGET);
        head("evaluate.column.hypothesis", Side.TARGET);
        if (compares) {
            head("evaluate.column.other", Side.TARGET);
        }
        page.append("</tr>\n");
    }

    void sentence(SentenceResult sentence) {
        page.append("<tr>");
        number(Numbers.exact(sentence.line()));
        number(Numbers.hundredths(sentence.chrf()));
        if (compares) {
            number(Numbers.hundredths(sentence.difference()));
        }
        cell(sentence.source(), Side.SOURCE);
        cell(sentence.reference(), Side.TARGET);
        cell(sentence.hypothesis(), Side.TARGET);
        if (compares) {
            cell(sentence.other() == null ? "" : sentence.other(), Side.TARGET);
        }
        page.append("</tr>\n");
    }

    void endTable() {
        page.append("</table>\n");
    }

    String html() {
        return page + "</body>\n</html>\n";
    }

    private void head(String key, boolean number) {
        page.append(number ? "<th class=\"number\">" : "<th>").append(escaped(Texts.get(key))).append("</th>");
    }

    /** The head of a column stands where its texts begin. */
    private void head(String key, Side side) {
        page.append("<th").append(way(side, "")).append("><bdi>").append(escaped(Texts.get(key))).append("</bdi></th>");
    }

    private void cell(String text, Side side) {
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

    private void number(String value) {
        page.append("<td class=\"number\">").append(escaped(value)).append("</td>");
    }

    /** A sentence with names in it, which run as their own letters do. */
    private static String words(String text) {
        return escaped(text).replace("\u2068", "<bdi>").replace("\u2069", "</bdi>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
