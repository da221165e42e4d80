package org.hydraworkbench.app.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.app.plot.PlotFiles;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.text.Direction;

/** A conversation as Markdown for reading and as tab-separated text for other programs. */
final class ConversationText {

    private ConversationText() {}

    static String markdown(List<Exchange> exchanges) {
        StringBuilder text = new StringBuilder();
        for (Exchange exchange : exchanges) {
            Exchange.Request asked = exchange.request();
            text.append("**").append(asked.from()).append("** ").append(inline(asked.text(), asked.from())).append("\n\n");
            text.append("**").append(asked.to()).append("** ").append(inline(exchange.answer(), asked.to())).append("\n\n");
            String correction = exchange.correctionProperty().get();
            if (!correction.isEmpty()) {
                text.append("**").append(asked.to()).append(" (corrected)** ").append(inline(correction, asked.to())).append("\n\n");
            }
            text.append("<sub>").append(inline(asked.hydra())).append(", ").append(words(asked)).append("</sub>\n\n---\n\n");
        }
        return text.toString();
    }

    static String tsv(List<Exchange> exchanges) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "from", "to", "source", "answer", "correction", "log_probability", "hydra", "decoding", "edited_rows", "time"));
        for (Exchange exchange : exchanges) {
            Exchange.Request asked = exchange.request();
            double probability = exchange.logProbability();
            rows.add(List.of(
                    asked.from(),
                    asked.to(),
                    asked.text(),
                    exchange.answer(),
                    exchange.correctionProperty().get(),
                    Double.isNaN(probability) ? "" : String.format(Locale.ROOT, "%.4f", probability),
                    asked.hydra(),
                    words(asked),
                    Integer.toString(asked.editedRows()),
                    asked.asked().toString()));
        }
        return PlotFiles.tsv(rows);
    }

    private static String words(Exchange.Request asked) {
        Decoding decoding = asked.decoding();
        return switch (decoding.mode()) {
            case GREEDY -> "greedy";
            case BEAM -> "beam " + decoding.beams();
            case SAMPLING ->
                String.format(
                        Locale.ROOT,
                        "sampling t=%.2f k=%d p=%.2f",
                        decoding.temperature(),
                        decoding.topK(),
                        decoding.topP());
        };
    }

    /** A text in a language; one that runs from right to left is set apart, so that it does though the line begins otherwise. */
    private static String inline(String text, String language) {
        return Directed.language(language).apply(text) == Direction.RIGHT_TO_LEFT
                ? "<bdi dir=\"rtl\" lang=\"" + language + "\">" + inline(text) + "</bdi>"
                : inline(text);
    }

    /** Text with the characters that Markdown would take for itself escaped; line ends stay line ends. */
    private static String inline(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1").replace("\n", "  \n");
    }
}
