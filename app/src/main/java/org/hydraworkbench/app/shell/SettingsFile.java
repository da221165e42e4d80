package org.hydraworkbench.app.shell;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.Reasons;

/** Reads and writes {@link Settings} as JSON. A key that is missing has its default, so older files stay good. */
final class SettingsFile {

    private static final Choice<Settings.ThemeChoice> THEMES = Choice.of(Settings.ThemeChoice.values(), theme -> switch (theme) {
        case SYSTEM -> "system";
        case LIGHT -> "light";
        case DARK -> "dark";
    });

    private SettingsFile() {}

    static Settings read(Path file) throws InputException {
        if (!Files.exists(file)) {
            return Settings.defaults();
        }
        try {
            return parse(JsonFields.of(Json.readObject(file)));
        } catch (InputException e) {
            throw InputException.in(file, Texts.get("settings.unreadable"), e);
        }
    }

    private static Settings parse(JsonFields in) throws InputException {
        Settings usual = Settings.defaults();
        Settings settings = usual.withTheme(in.choice("theme", THEMES, usual.theme()))
                .withTextScale(in.number("textScale", usual.textScale()))
                .withAuthor(in.text("author", usual.author()))
                .withThreads(in.integer("threads", usual.threads(), 0, Integer.MAX_VALUE))
                .withDevice(in.text("device", usual.device()))
                .withNavigationCollapsed(in.flag("navigationCollapsed", usual.navigationCollapsed()));
        if (in.has("window")) {
            JsonFields window = in.object("window");
            settings = settings.withWindow(new Settings.WindowPlace(
                    window.requiredNumber("x"),
                    window.requiredNumber("y"),
                    window.requiredNumber("width"),
                    window.requiredNumber("height"),
                    window.flag("maximized", false)));
        }
        JsonFields sizes = in.object("sizes");
        for (String name : sizes.names()) {
            settings = settings.withSizes(name, sizes.numbers(name));
        }
        for (Map.Entry<String, String> choice : in.object("choices").allTexts().entrySet()) {
            settings = settings.withChoice(choice.getKey(), choice.getValue());
        }
        settings = settings.withServicePort(in.integer("servicePort", settings.servicePort(), 0, Settings.HIGHEST_PORT));
        JsonFields names = in.object("recentNames");
        for (String recent : in.texts("recent").reversed()) {
            settings = settings.withRecent(path(recent), names.text(recent, ""));
        }
        return settings;
    }

    private static Path path(String text) throws InputException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InputException("recent: " + Reasons.of(e), e);
        }
    }

    static void write(Path file, Settings settings) throws HydraException {
        JsonObject json = new JsonObject();
        json.addProperty("theme", THEMES.code(settings.theme()));
        json.addProperty("textScale", settings.textScale());
        json.addProperty("author", settings.author());
        json.addProperty("threads", settings.threads());
        json.addProperty("device", settings.device());
        json.addProperty("navigationCollapsed", settings.navigationCollapsed());
        JsonArray recent = new JsonArray();
        JsonObject names = new JsonObject();
        settings.recent().forEach(one -> {
            recent.add(one.file().toString());
            names.addProperty(one.file().toString(), one.name());
        });
        json.add("recent", recent);
        json.add("recentNames", names);
        Settings.WindowPlace place = settings.window();
        if (place != null) {
            JsonObject window = new JsonObject();
            window.addProperty("x", place.x());
            window.addProperty("y", place.y());
            window.addProperty("width", place.width());
            window.addProperty("height", place.height());
            window.addProperty("maximized", place.maximized());
            json.add("window", window);
        }
        JsonObject sizes = new JsonObject();
        new TreeMap<>(settings.sizes()).forEach((name, shares) -> {
            JsonArray all = new JsonArray();
            shares.forEach(all::add);
            sizes.add(name, all);
        });
        json.add("sizes", sizes);
        JsonObject choices = new JsonObject();
        new TreeMap<>(settings.choices()).forEach(choices::addProperty);
        json.add("choices", choices);
        json.addProperty("servicePort", settings.servicePort());
        Json.write(file, json);
    }
}
