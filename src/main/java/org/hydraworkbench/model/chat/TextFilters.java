package org.hydraworkbench.model.chat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters that make texts. */
final class TextFilters {

    /** What parts words for the filter {@code title}. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[-\\s({\\[<]+", Pattern.UNICODE_CHARACTER_CLASS);

    private TextFilters() {}

    static void addTo(Map<String, Filters.Filter> all) {
        all.put("string", plain("string", text -> text));
        all.put("safe", plain("safe", text -> text));
        all.put("lower", plain("lower", Letters::lower));
        all.put("upper", plain("upper", Letters::upper));
        all.put("capitalize", plain("capitalize", Letters::capitalize));
        all.put("title", plain("title", TextFilters::title));
        all.put("escape", plain("escape", TextFilters::escape));
        all.put("e", plain("e", TextFilters::escape));
        all.put("trim", TextFilters::trim);
        all.put("replace", TextFilters::replace);
        all.put("indent", TextFilters::indent);
        all.put("join", TextFilters::join);
        all.put("format", TextFilters::format);
    }

    /** A filter that takes no arguments. */
    private static Filters.Filter plain(String name, UnaryOperator<String> change) {
        return (input, arguments) -> {
            arguments.bind(name, 0);
            return change.apply(Printed.text(input));
        };
    }

    private static String title(String text) {
        StringBuilder out = new StringBuilder();
        Matcher between = BETWEEN_WORDS.matcher(text);
        int at = 0;
        while (between.find()) {
            out.append(word(text.substring(at, between.start()))).append(between.group());
            at = between.end();
        }
        return out.append(word(text.substring(at))).toString();
    }

    private static String word(String word) {
        int first = word.isEmpty() ? 0 : word.offsetByCodePoints(0, 1);
        return Letters.upper(word.substring(0, first)) + Letters.lower(word.substring(first));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;").replace("'", "&#39;").replace("\"", "&#34;");
    }

    private static String format(Object input, Arguments arguments) {
        if (!arguments.named().isEmpty()) {
            throw new TemplateFailure("the filter format is not known here with named arguments");
        }
        return PercentFormat.format(Printed.text(input), arguments.positional());
    }

    private static String trim(Object input, Arguments arguments) {
        Arguments.Bound given = arguments.bind("trim", 0, "chars");
        String characters = given.orNull("chars") == null ? null : given.text("chars");
        return StringMethods.strip(Printed.text(input), characters, true, true);
    }

    private static String replace(Object input, Arguments arguments) {
        Arguments.Bound given = arguments.bind("replace", 2, "old", "new", "count");
        int most = given.orNull("count") == null ? -1 : given.integer("count", -1);
        return StringMethods.replace(Printed.text(input), Printed.text(given.get("old")), Printed.text(given.get("new")), most);
    }

    private static String indent(Object input, Arguments arguments) {
        Arguments.Bound given = arguments.bind("indent", 0, "width", "first", "blank");
        String step = given.or("width", 4L) instanceof String text ? text : " ".repeat(Math.clamp(given.integer("width", 4), 0, 1000));
        if (!(input instanceof String text)) {
            throw new TemplateFailure("indent takes a text, not a value of the type " + Values.typeName(input));
        }
        Output out = new Output().add(given.flag("first") ? step : "");
        List<Object> lines = Splitting.lines(text + "\n");
        for (int k = 0; k < lines.size(); k++) {
            String line = (String) lines.get(k);
            boolean indented = k > 0 && (given.flag("blank") || !line.isEmpty());
            out.add(k > 0 ? "\n" : "").add(indented ? step : "").add(line);
        }
        return out.text();
    }

    private static String join(Object input, Arguments arguments) {
        Arguments.Bound given = arguments.bind("join", 0, "d", "attribute");
        String between = Printed.text(given.or("d", ""));
        AttributePath path = AttributePath.of(given.or("attribute", None.NONE));
        Output out = new Output();
        Iterator<Object> each = Values.iterator(input);
        while (each.hasNext()) {
            out.add(Printed.text(path.in(each.next()))).add(each.hasNext() ? between : "");
        }
        return out.text();
    }
}
