package org.hydraworkbench.app.shell;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;

/** Reads and writes {@link Settings} as JSON. A key that is missing has its default, so older files stay good. */
final class SettingsFile {

    private SettingsFile() {}

    static Settings read(Path file) throws InputException {
        if (!Files.exists(file)) {
            return Settings.defaults();
        }
        try {
            return parse(Json.readObject(file));
        } catch (InputException
                | IllegalStateException
                | NullPointerException
                | ClassCastException
                | IllegalArgumentException
                | UnsupportedOperationException e) {
            throw InputException.in(file, Texts.get("settings.unreadable"), e);
        }
    }

    private static Settings parse(JsonObject json) {
        Settings settings = Settings.defaults();
        if (json.has("theme")) {
            String theme = json.get("theme").getAsString().toUpperCase(Locale.ROOT);
            settings = settings.withTheme(Settings.ThemeChoice.valueOf(theme));
        }
        if (json.has("textScale")) {
            settings = settings.withTextScale(json.get("textScale").getAsDouble());
        }
        if (json.has("author")) {
            settings = settings.withAuthor(json.get("author").getAsString());
        }
        if (json.has("threads")) {
            settings = settings.withThreads(json.get("threads").getAsInt());
        }
        if (json.has("device")) {
            settings = settings.withDevice(json.get("device").getAsString());
        }
        if (json.has("navigationCollapsed")) {
            settings = settings.withNavigationCollapsed(json.get("navigationCollapsed").getAsBoolean());
        }
        if (json.has("window")) {
            JsonObject window = json.getAsJsonObject("window");
            settings = settings.withWindow(new Settings.WindowPlace(
                    window.get("x").getAsDouble(),
                    window.get("y").getAsDouble(),
                    window.get("width").getAsDouble(),
                    window.get("height").getAsDouble(),
                    window.get("maximized").getAsBoolean()));
        }
        if (json.has("sizes")) {
            for (Map.Entry<String, JsonElement> one : json.getAsJsonObject("sizes").entrySet()) {
                List<Double> shares = new ArrayList<>();
                one.getValue().getAsJsonArray().forEach(share -> shares.add(share.getAsDouble()));
                settings = settings.withSizes(one.getKey(), shares);
            }
        }
        for (Path file : recent(json).reversed()) {
            settings = settings.withRecent(file);
        }
        return settings;
    }

    private static List<Path> recent(JsonObject json) throws InvalidPathException {
        List<Path> files = new ArrayList<>();
        if (json.has("recent")) {
            for (JsonElement one : json.getAsJsonArray("recent")) {
                files.add(Path.of(one.getAsString()));
            }
        }
        return files;
    }

    static void write(Path file, Settings settings) throws HydraException {
        JsonObject json = new JsonObject();
        json.addProperty("theme", settings.theme().name().toLowerCase(Locale.ROOT));
        json.addProperty("textScale", settings.textScale());
        json.addProperty("author", settings.author());
        json.addProperty("threads", settings.threads());
        json.addProperty("device", settings.device());
        json.addProperty("navigationCollapsed", settings.navigationCollapsed());
        JsonArray recent = new JsonArray();
        settings.recent().forEach(one -> recent.add(one.toString()));
        json.add("recent", recent);
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
        Json.write(file, json);
    }
}
