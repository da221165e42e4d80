package org.hydraworkbench.base;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The codes by which a closed set of values is stored and typed, apart from their names in Java: a value keeps its code when its
 * name changes. Looking up ignores case and takes {@code _} for {@code -}.
 *
 * @param <E> the values, usually an enum
 */
public final class Choice<E> {

    private final Map<E, String> codes = new LinkedHashMap<>();
    private final Map<String, E> values = new LinkedHashMap<>();

    private Choice() {}

    /**
     * A code for each value.
     *
     * @param values all of them, in the order in which a person should read them
     * @param code best a {@code switch} over all values, so that one without a code does not compile
     * @throws IllegalArgumentException when two values would have the same code
     */
    public static <E> Choice<E> of(E[] values, Function<E, String> code) {
        Choice<E> choice = new Choice<>();
        for (E value : values) {
            String own = code.apply(value);
            if (choice.codes.put(value, own) != null || choice.values.put(key(own), value) != null) {
                throw new IllegalArgumentException("two values have the code " + own);
            }
        }
        return choice;
    }

    /** The code of a value. */
    public String code(E value) {
        String code = codes.get(value);
        if (code == null) {
            throw new IllegalArgumentException("no code for " + value);
        }
        return code;
    }

    /** The value of a code, if there is one. */
    public Optional<E> find(String code) {
        return Optional.ofNullable(values.get(key(code)));
    }

    /** All codes as a person would list them, for example {@code linear, cosine or constant}. */
    public String list() {
        List<String> all = List.copyOf(codes.values());
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }

    private static String key(String code) {
        return code.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
