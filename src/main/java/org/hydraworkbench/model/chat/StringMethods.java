package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import org.hydraworkbench.text.PythonText;
import org.jspecify.annotations.Nullable;

/** The methods of texts, as Python's. */
final class StringMethods {

    private StringMethods() {}

    /** Calls one by its name. */
    static Object call(String text, String name, Arguments arguments) {
        return switch (name) {
            case "strip", "lstrip", "rstrip" -> strip(text, name, arguments);
            case "split", "rsplit" -> split(text, name, arguments);
            case "splitlines" -> {
                arguments.bind(name, 0);
                yield Splitting.lines(text);
            }
            case "partition", "rpartition" ->
                    Splitting.partition(text, arguments.bind(name, 1, "sep").text("sep"), name.equals("rpartition"));
            case "startswith", "endswith" -> startsOrEnds(text, name, arguments);
            case "removeprefix" -> removed(text, arguments.bind(name, 1, "prefix").text("prefix"), true);
            case "removesuffix" -> removed(text, arguments.bind(name, 1, "suffix").text("suffix"), false);
            case "find", "rfind", "index", "rindex", "count" -> search(text, name, arguments);
            case "replace" -> {
                Arguments.Bound given = arguments.bind(name, 2, "old", "new", "count");
                yield replace(text, given.text("old"), given.text("new"), given.integer("count", -1));
            }
            case "join" -> join(text, arguments.bind(name, 1, "iterable").get("iterable"));
            case "format" -> BraceFormat.format(text, arguments);
            case "zfill" -> zfill(text, arguments.bind(name, 1, "width").integer("width", 0));
            case "ljust", "rjust" -> justify(text, name, arguments);
            default -> withoutArguments(text, name, arguments);
        };
    }

    private static Object withoutArguments(String text, String name, Arguments arguments) {
        IntPredicate every = switch (name) {
            case "isspace" -> PythonText::isSpace;
            case "isalpha" -> Character::isLetter;
            case "isdigit", "isdecimal" -> Character::isDigit;
            case "isalnum" -> Character::isLetterOrDigit;
            default -> null;
        };
        arguments.bind(name, 0);
        if (every != null) {
            return !text.isEmpty() && text.codePoints().allMatch(every);
        }
        return switch (name) {
            case "upper" -> Letters.upper(text);
            case "lower" -> Letters.lower(text);
            case "title" -> Letters.title(text);
            case "capitalize" -> Letters.capitalize(text);
            case "isupper" -> Letters.isUpper(text);
            case "islower" -> Letters.isLower(text);
            default -> throw Attributes.unknownMethod(text, name);
        };
    }

    private static String strip(String text, String name, Arguments arguments) {
        Object characters = arguments.bind(name, 0, "chars").orNull("chars");
        if (characters != null && !(characters instanceof String)) {
            throw new TemplateFailure(name + "() takes a text");
        }
        return strip(text, (String) characters, !name.equals("rstrip"), !name.equals("lstrip"));
    }

    /** Without the characters that are among the given ones, or are white space, at the beginning or end. */
    static String strip(String text, @Nullable String characters, boolean left, boolean right) {
        IntPredicate goes = characters == null ? PythonText::isSpace : c -> characters.indexOf(c) >= 0;
        int start = 0;
        while (left && start < text.length() && goes.test(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = text.length();
        while (right && end > start && goes.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static Object split(String text, String name, Arguments arguments) {
        Arguments.Bound given = arguments.bind(name, 0, "sep", "maxsplit");
        int most = given.integer("maxsplit", -1);
        return given.orNull("sep") == null
                ? Splitting.words(text, most, name.equals("rsplit"))
                : Splitting.at(text, given.text("sep"), most, name.equals("rsplit"));
    }

    private static boolean startsOrEnds(String text, String name, Arguments arguments) {
        Arguments.Bound given = arguments.bind(name, 1, "affix", "start", "end");
        Object affix = given.get("affix");
        Object inside = Slices.of(text, given.or("start", None.NONE), given.or("end", None.NONE), None.NONE);
        List<Object> affixes = affix instanceof Tuple several ? several.items() : List.of(given.text("affix"));
        for (Object each : affixes) {
            if (!(each instanceof String one)) {
                throw given.wrong("affix", "a text");
            }
            if (name.equals("startswith") ? ((String) inside).startsWith(one) : ((String) inside).endsWith(one)) {
                return true;
            }
        }
        return false;
    }

    private static String removed(String text, String affix, boolean first) {
        if (first) {
            return text.startsWith(affix) ? text.substring(affix.length()) : text;
        }
        return text.endsWith(affix) ? text.substring(0, text.length() - affix.length()) : text;
    }

    private static Object search(String text, String name, Arguments arguments) {
        Arguments.Bound given = arguments.bind(name, 1, "sub", "start", "end");
        String wanted = given.text("sub");
        int length = CodePoints.length(text);
        int start = given.orNull("start") == null ? 0 : given.integer("start", 0);
        int from = Math.max(0, start < 0 ? start + length : start);
        String inside = (String) Slices.of(text, given.or("start", None.NONE), given.or("end", None.NONE), None.NONE);
        if (name.equals("count")) {
            return from > length ? 0 : count(inside, wanted);
        }
        int at = from > length ? -1 : name.startsWith("r") ? inside.lastIndexOf(wanted) : inside.indexOf(wanted);
        if (at < 0 && name.endsWith("index")) {
            throw new TemplateFailure("the text that " + name + "() looks for is not there");
        }
        return at < 0 ? -1L : (long) from + CodePoints.before(inside, at);
    }

    private static long count(String text, String wanted) {
        if (wanted.isEmpty()) {
            return CodePoints.length(text) + 1L;
        }
        long count = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
            count++;
        }
        return count;
    }

    /**
     * With one text instead of another.
     *
     * @param most how often at most; -1 for everywhere
     */
    static String replace(String text, String old, String replacement, int most) {
        Output out = new Output();
        int left = most < 0 ? Integer.MAX_VALUE : most;
        int done = 0;
        int at = text.indexOf(old);
        while (at >= 0 && left > 0) {
            out.add(text.substring(done, at)).add(replacement);
            done = at + old.length();
            left--;
            // Nothing is found before each character and at the end.
            int step = !old.isEmpty() ? 0 : at < text.length() ? Character.charCount(text.codePointAt(at)) : 1;
            at = done + step > text.length() ? -1 : text.indexOf(old, done + step);
        }
        return out.add(text.substring(done)).text();
    }

    private static String join(String between, Object parts) {
        Output out = new Output();
        Iterator<Object> each = Values.iterator(parts);
        while (each.hasNext()) {
            Object part = each.next();
            if (!(part instanceof String text)) {
                throw new TemplateFailure("join() takes texts, not a value of the type " + Values.typeName(part));
            }
            out.add(text).add(each.hasNext() ? between : "");
        }
        return out.text();
    }

    private static String zfill(String text, int width) {
        int missing = width - CodePoints.length(text);
        if (missing <= 0) {
            return text;
        }
        Values.checkLength(width);
        int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
    }

    private static String justify(String text, String name, Arguments arguments) {
        Arguments.Bound given = arguments.bind(name, 1, "width", "fillchar");
        int missing = given.integer("width", 0) - CodePoints.length(text);
        String filler = given.orNull("fillchar") == null ? " " : given.text("fillchar");
        if (CodePoints.length(filler) != 1) {
            throw given.wrong("fillchar", "one character");
        }
        Values.checkLength(missing);
        List<String> parts = new ArrayList<>(List.of(text));
        parts.add(name.equals("ljust") ? 1 : 0, filler.repeat(Math.max(0, missing)));
        return String.join("", parts);
    }
}
