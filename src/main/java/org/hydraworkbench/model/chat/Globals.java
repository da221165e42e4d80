package org.hydraworkbench.model.chat;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions that every template has. */
final class Globals {

    private Globals() {}

    /** Adds them to a scope; the clock says what time is now. */
    static void addTo(Scope scope, Clock clock) {
        scope.set("raise_exception", (Function) Globals::raise);
        scope.set("strftime_now", (Function) arguments ->
                TimeFormat.format(arguments.bind("strftime_now", 1, "format").text("format"), ZonedDateTime.now(clock)));
        scope.set("range", (Function) Globals::range);
        scope.set("dict", (Function) arguments -> dict("dict", arguments));
        scope.set("namespace", (Function) arguments -> new Namespace(dict("namespace", arguments)));
    }

    private static Object raise(Arguments arguments) {
        String reason = Printed.text(arguments.bind("raise_exception", 1, "message").get("message"));
        throw new TemplateFailure("it refuses the messages: " + reason.strip());
    }

    private static Object range(Arguments arguments) {
        if (!arguments.named().isEmpty()) {
            throw new TemplateFailure("range() takes no named arguments");
        }
        Arguments.Bound given = arguments.bind("range", 1, "start", "stop", "step");
        boolean one = arguments.positional().size() == 1;
        return Range.of(
                one ? 0 : given.integer("start", 0), one ? given.integer("start", 0) : given.integer("stop", 0), given.integer("step", 1));
    }

    private static Map<Object, Object> dict(String who, Arguments arguments) {
        Map<Object, Object> dict = new LinkedHashMap<>();
        if (arguments.positional().size() > 1) {
            throw new TemplateFailure(who + "() takes no more than one argument without a name");
        }
        for (Object given : arguments.positional()) {
            if (given instanceof Map<?, ?> other) {
                dict.putAll(other);
            } else {
                Values.iterator(given).forEachRemaining(pair -> {
                    List<Object> parts = Values.list(pair);
                    if (parts.size() != 2) {
                        throw new TemplateFailure(who + "() takes pairs");
                    }
                    Dicts.put(dict, parts.get(0), parts.get(1));
                });
            }
        }
        dict.putAll(arguments.named());
        return dict;
    }
}
