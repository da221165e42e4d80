package org.hydraworkbench.model.chat;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Points of time as C's and Python's {@code strftime} writes them, in English. */
final class TimeFormat {

    private static final Map<String, DateTimeFormatter> DIRECTIVES = Map.ofEntries(
            directive("a", "EEE"), directive("A", "EEEE"), directive("b", "MMM"), directive("h", "MMM"), directive("B", "MMMM"),
            directive("d", "dd"), directive("-d", "d"), directive("e", "ppd"), directive("H", "HH"), directive("-H", "H"),
            directive("I", "hh"), directive("-I", "h"), directive("j", "DDD"), directive("m", "MM"), directive("-m", "M"),
            directive("M", "mm"), directive("-M", "m"), directive("p", "a"), directive("S", "ss"), directive("-S", "s"),
            directive("y", "uu"), directive("Y", "uuuu"), directive("F", "uuuu-MM-dd"), directive("T", "HH:mm:ss"),
            directive("D", "MM/dd/uu"), directive("R", "HH:mm"), directive("f", "SSSSSS"),
            directive("c", "EEE MMM ppd HH:mm:ss uuuu"), directive("x", "MM/dd/uu"), directive("X", "HH:mm:ss"),
            directive("%", "'%'"), directive("n", "'\n'"), directive("t", "'\t'"), directive("Z", "''"), directive("z", "''"));

    private TimeFormat() {}

    private static Map.Entry<String, DateTimeFormatter> directive(String name, String pattern) {
        return Map.entry(name, DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    /**
     * The time in a format.
     *
     * @throws TemplateFailure when the format has a directive that is not known here
     */
    static String format(String format, ZonedDateTime time) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c != '%') {
                out.append(c);
                continue;
            }
            int length = format.startsWith("-", at) ? 2 : 1;
            String name = format.substring(at, Math.min(at + length, format.length()));
            DateTimeFormatter directive = DIRECTIVES.get(name);
            if (directive == null) {
                throw new TemplateFailure("the time format '%" + name + "' is not known here");
            }
            out.append(time.format(directive));
            at += length;
        }
        return out.toString();
    }
}
