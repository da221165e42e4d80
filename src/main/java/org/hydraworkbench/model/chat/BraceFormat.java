package org.hydraworkbench.model.chat;

import java.util.List;

/** {@code "{} and {name}".format(…)}: values in the places of braces, as they print; nothing about width or digits. */
final class BraceFormat {

    private BraceFormat() {}

    static String format(String pattern, Arguments arguments) {
        Output out = new Output();
        List<Object> given = arguments.positional();
        int next = 0;
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            boolean doubled = at + 1 < pattern.length() && pattern.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                out.add(String.valueOf(c));
                at += 2;
            } else if (c == '{') {
                int end = pattern.indexOf('}', at);
                String name = end < 0 ? "?" : pattern.substring(at + 1, end);
                String key = name.isEmpty() ? String.valueOf(next++) : name;
                out.add(Printed.text(value(key, given, arguments)));
                at = end + 1;
            } else if (c == '}') {
                throw new TemplateFailure("format() meets a } that nothing opened");
            } else {
                out.add(String.valueOf(c));
                at++;
            }
        }
        return out.text();
    }

    private static Object value(String key, List<Object> given, Arguments arguments) {
        if (key.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(key);
            if (number < given.size()) {
                return given.get(number);
            }
        }
        Object named = arguments.named().get(key);
        if (named == null) {
            throw new TemplateFailure("format() has no value for {" + key + "}, or does not know what that means");
        }
        return named;
    }
}
