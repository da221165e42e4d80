package org.hydraworkbench.app.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a person's settings and projects go. */
public final class UserFolders {

    private static final String NAME = "hydra-workbench";

    private UserFolders() {}

    /** The folder of the settings; it need not exist. */
    public static Path settings() {
        return settings(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    /** The folder for projects that are nowhere else, in plain sight in the person's home; it need not exist. */
    public static Path projects() {
        return Path.of(System.getProperty("user.home", ".")).resolve(Texts.get("projects.folder"));
    }

    static Path settings(String system, Path home, Map<String, String> environment) {
        String windows = environment.get("APPDATA");
        String xdg = environment.get("XDG_CONFIG_HOME");
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return (windows == null ? home.resolve("AppData") : Path.of(windows)).resolve("Hydra Workbench");
        }
        if (lower.startsWith("mac")) {
            return home.resolve("Library/Application Support/Hydra Workbench");
        }
        // The XDG Base Directory Specification ignores relative paths.
        boolean usable = xdg != null && xdg.startsWith("/");
        return (usable ? Path.of(xdg) : home.resolve(".config")).resolve(NAME);
    }
}
