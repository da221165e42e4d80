package org.hydraworkbench.app.shell;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks, before JavaFX starts, whether a window can be shown at all: on Linux JavaFX needs an X display and GTK 3.
 *
 * @param system the name of the operating system
 * @param platform what {@code glass.platform} says; JavaFX's own headless platform needs neither
 * @param environment the environment variables
 * @param loads whether a native library of that file name can be loaded
 */
record DisplayCheck(String system, String platform, Map<String, String> environment, Predicate<String> loads) {

    static DisplayCheck ofThisMachine() {
        return new DisplayCheck(
                System.getProperty("os.name", ""),
                System.getProperty("glass.platform", ""),
                System.getenv(),
                DisplayCheck::canLoad);
    }

    /** One line that says what is missing and what to do; empty when a window can be shown. */
    Optional<String> missing() {
        if (!system.toLowerCase(Locale.ROOT).contains("linux") || platform.equalsIgnoreCase("Headless")) {
            return Optional.empty();
        }
        if (isBlank("DISPLAY") && isBlank("WAYLAND_DISPLAY")) {
            return Optional.of(Texts.get("launch.noDisplay"));
        }
        if (!loads.test("libgtk-3.so.0")) {
            return Optional.of(Texts.get("launch.noGtk"));
        }
        return Optional.empty();
    }

    private boolean isBlank(String variable) {
        return environment.getOrDefault(variable, "").isBlank();
    }

    private static boolean canLoad(String library) {
        try (Arena arena = Arena.ofConfined()) {
            return SymbolLookup.libraryLookup(library, arena).find("gtk_init_check").isPresent();
        } catch (IllegalArgumentException notFound) {
            return false;
        }
    }
}
