package org.hydraworkbench.app.shell;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

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

    /** The text with {@code {0}}, {@code {1}} … filled in; numbers and plurals in the form of {@link MessageFormat}. */
    public static String format(String key, Object... arguments) {
        return new MessageFormat(get(key), Locale.getDefault()).format(arguments);
    }
}
