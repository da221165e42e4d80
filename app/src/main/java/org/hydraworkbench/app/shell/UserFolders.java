package org.hydraworkbench.app.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where this platform wants a program to keep a person's settings and data. */
public final class UserFolders {

    private static final String NAME = "hydra-workbench";

    private UserFolders() {}

    /** The folder of the settings; it need not exist. */
    public static Path settings() {
        return settings(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    /** The folder of what the program makes for itself, such as the copy of the demo; it need not exist. */
    public static Path data() {
        return data(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    static Path settings(String system, Path home, Map<String, String> environment) {
        return folder(system, home, environment.get("APPDATA"), environment.get("XDG_CONFIG_HOME"), ".config");
    }

    static Path data(String system, Path home, Map<String, String> environment) {
        return folder(
                system, home, environment.get("LOCALAPPDATA"), environment.get("XDG_DATA_HOME"), ".local/share");
    }

    private static Path folder(
            String system, Path home, @Nullable String windows, @Nullable String xdg, String unixDefault) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return (windows == null ? home.resolve("AppData") : Path.of(windows)).resolve("Hydra Workbench");
        }
        if (lower.startsWith("mac")) {
            return home.resolve("Library/Application Support/Hydra Workbench");
        }
        // The XDG Base Directory Specification ignores relative paths.
        boolean usable = xdg != null && xdg.startsWith("/");
        return (usable ? Path.of(xdg) : home.resolve(unixDefault)).resolve(NAME);
    }
}
