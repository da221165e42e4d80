package org.hydraworkbench.app.shell;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.hydraworkbench.text.Isolates;

/** Every text a person reads in the window, from the bundle {@code texts.properties} in the language of the system. */
public final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.hydraworkbench.app.texts");

    private Texts() {}

    /** The text as it stands in the bundle. A missing key is a mistake in the program. */
    public static String get(String key) {
        return BUNDLE.getString(key);
    }

    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }

    /**
     * The text with {@code {0}}, {@code {1}} … filled in, for a person to read in the window: numbers and plurals in the form of
     * {@link MessageFormat}, what is written from right to left isolated, so that the words around it stay in place.
     */
    public static String format(String key, Object... arguments) {
        return data(key, Arrays.stream(arguments).map(Texts::isolated).toArray());
    }

    private static Object isolated(Object argument) {
        return switch (argument) {
            case Path path -> Isolates.of(path);
            case CharSequence text -> Isolates.of(text.toString());
            default -> argument;
        };
    }

    /** Like {@link #format} for what is stored or written to a file: the words as they are, nothing added. */
    public static String data(String key, Object... arguments) {
        return new MessageFormat(get(key), Locale.getDefault()).format(arguments);
    }
}
