package org.hydraworkbench.model.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a kernel by its text, and which of their arguments are numbers that are read on the host. A number that is read of a tensor on a
 * CUDA device makes the program wait for all that the device has still to do; so what a kernel reads must lie in the host's memory.
 */
final class KernelMethods {

    /** What a method does with an argument. */
    enum Use {
        /** Nothing. */
        NONE,
        /** Reads a number of it, itself or in a method that it calls, or sends it to the device. */
        READ,
        /** Computes with it. */
        COMPUTED
    }

    /**
     * A method.
     *
     * @param parameters its arguments after {@code self}
     * @param body its lines
     */
    record Method(List<Parameter> parameters, String body) {

        @Nullable Parameter named(String name) {
            return parameters.stream().filter(parameter -> parameter.name.equals(name)).findFirst().orElse(null);
        }
    }

    /** An argument of a method, by name and type. */
    record Parameter(String name, String type) {}

    /** A call of another method in the text of one: its name and arguments. */
    record Call(String method, List<String> arguments) {}

    private static final Pattern HEAD = Pattern.compile("(?m)^  def (\\w+)\\(self: __torch__\\.Decoder(?:, (.*))?\\) -> .*:$");
    private static final Pattern CALL = Pattern.compile("\\(self\\)\\.(\\w+)\\(");
    private static final Pattern READ = Pattern.compile("torch\\.(?:item\\((?:torch\\.select\\((\\w+), 0, [^()]*\\)|(\\w+))\\)|pin_memory\\((\\w+)\\))");

    private final Map<String, Method> methods = new LinkedHashMap<>();
    private final Map<String, List<Use>> uses = new HashMap<>();

    private KernelMethods() {}

    /** Those of a text that is assembled. */
    static KernelMethods of(String text) {
        KernelMethods found = new KernelMethods();
        Matcher head = HEAD.matcher(text);
        String name = null;
        List<Parameter> parameters = List.of();
        int begin = 0;
        while (head.find()) {
            if (name != null) {
                found.methods.put(name, new Method(parameters, text.substring(begin, head.start())));
            }
            name = head.group(1);
            parameters = parameters(head.group(2));
            begin = head.end();
        }
        if (name != null) {
            found.methods.put(name, new Method(parameters, text.substring(begin)));
        }
        return found;
    }

    private static List<Parameter> parameters(@Nullable String list) {
        List<Parameter> parameters = new ArrayList<>();
        for (String each : list == null ? new String[0] : list.split(", ")) {
            int colon = each.indexOf(": ");
            parameters.add(new Parameter(each.substring(0, colon), each.substring(colon + 2)));
        }
        return parameters;
    }

    Map<String, Method> all() {
        return methods;
    }

    /** What a method does with each of its arguments. */
    List<Use> uses(String name) {
        List<Use> known = uses.get(name);
        if (known == null) {
            known = method(name).parameters.stream().map(parameter -> use(method(name), parameter.name)).toList();
            uses.put(name, known);
        }
        return known;
    }

    private Method method(String name) {
        Method method = methods.get(name);
        if (method == null) {
            throw new IllegalArgumentException("the kernel has no method " + name);
        }
        return method;
    }

    private Use use(Method method, String parameter) {
        String rest = method.body;
        Use use = Use.NONE;
        Matcher read = READ.matcher(rest);
        while (read.find()) {
            if (parameter.equals(read.group(1)) || parameter.equals(read.group(2)) || parameter.equals(read.group(3))) {
                use = Use.READ;
            }
        }
        rest = READ.matcher(rest).replaceAll("");
        for (Call call : calls(method.body)) {
            int at = call.arguments.indexOf(parameter);
            if (at >= 0) {
                Use there = uses(call.method).get(at);
                if (there == Use.COMPUTED) {
                    return Use.COMPUTED;
                }
                use = there == Use.READ ? Use.READ : use;
                rest = rest.replaceFirst("(\\(self\\)\\." + call.method + "\\((?:[^\\n]*, )?)\\b" + parameter + "\\b(?=[,)])", "$1");
            }
        }
        // How large it is and where it lies is known everywhere; what comes back as it is says only that the work is done.
        rest = rest.replaceAll("(torch\\.size|ops\\.prim\\.device)\\(" + parameter + "\\b", "").replace("return [" + parameter + "]", "");
        return Pattern.compile("\\b" + parameter + "\\b").matcher(rest).find() ? Use.COMPUTED : use;
    }

    /** The calls of the kernel's own methods in a text, those inside the arguments of others too. */
    static List<Call> calls(String text) {
        List<Call> calls = new ArrayList<>();
        Matcher call = CALL.matcher(text);
        while (call.find()) {
            calls.add(new Call(call.group(1), arguments(text, call.end())));
        }
        return calls;
    }

    /** The arguments of a call that begin at a place of a text, after the bracket. */
    static List<String> arguments(String text, int begin) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int from = begin;
        for (int at = begin; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '(' || c == '[') {
                depth++;
            } else if (depth > 0 && (c == ')' || c == ']')) {
                depth--;
            } else if (depth == 0 && (c == ',' || c == ')')) {
                String argument = text.substring(from, at).strip();
                if (!argument.isEmpty()) {
                    arguments.add(argument);
                }
                from = at + 1;
                if (c == ')') {
                    return arguments;
                }
            }
        }
        throw new IllegalArgumentException("a call without an end: " + text.substring(begin));
    }
}
