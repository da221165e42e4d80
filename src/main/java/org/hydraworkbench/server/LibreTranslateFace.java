package org.hydraworkbench.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.server.Directions.Detected;
import org.hydraworkbench.server.ServedTranslator.Answer;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;

/**
 * Speaks as LibreTranslate does (its API, version 1), so that what talks to that talks to us; {@code confidence}, the chrF that is expected of
 * an answer, and {@code /glossary} are our own. Keys are not asked for.
 */
final class LibreTranslateFace {

    private static final String AUTO = "auto";
    private static final int MOST_ALTERNATIVES = 100;
    private static final Choice<Format> FORMATS = Choice.of(Format.values(), format -> format.name().toLowerCase(Locale.ROOT));

    private enum Format {
        TEXT,
        HTML
    }

    private final ServedTranslator translator;
    private final Directions directions;

    LibreTranslateFace(ServedTranslator translator) {
        this.translator = translator;
        this.directions = new Directions(translator);
    }

    Map<String, Endpoint> endpoints() {
        return Map.of(
                "/translate", Endpoint.post(this::translate),
                "/suggest", Endpoint.post(this::suggest),
                "/detect", Endpoint.post(this::detect),
                "/languages", Endpoint.get((asked, progress) -> languages()),
                "/glossary", Endpoint.get((asked, progress) -> glossary(asked)),
                "/frontend/settings", Endpoint.get((asked, progress) -> settings()),
                "/health", Endpoint.get((asked, progress) -> health()));
    }

    private JsonElement translate(JsonFields asked, Progress progress) throws HydraException {
        boolean several = asked.isList("q");
        List<String> texts = several ? asked.texts("q") : List.of(asked.requiredText("q"));
        String source = asked.requiredText("source");
        String target = asked.requiredText("target");
        Format format = asked.choice("format", FORMATS, Format.TEXT);
        int alternatives = asked.integer("alternatives", 0, 0, MOST_ALTERNATIVES);
        List<JsonObject> answers = new ArrayList<>();
        for (String text : texts) {
            JsonObject answer = new JsonObject();
            LanguagePair direction;
            if (source.equals(AUTO)) {
                direction = directions.detected(text, target);
                double sure = directions.detect(text).stream()
                        .filter(each -> each.language().equals(direction.from()))
                        .mapToDouble(Detected::confidence)
                        .findFirst()
                        .orElse(0);
                answer.add("detectedLanguage", json(new Detected(direction.from(), sure)));
            } else {
                direction = directions.find(source, target);
            }
            Answer made = format == Format.HTML
                    ? translator.translateHtml(direction, text, progress)
                    : translator.translate(direction, text, progress);
            answer.addProperty("translatedText", made.text());
            if (alternatives > 0) {
                answer.add("alternatives", json(made.alternatives().stream().limit(alternatives).toList()));
            }
            if (!Double.isNaN(made.confidence())) {
                answer.addProperty("confidence", rounded(made.confidence()));
            }
            answers.add(answer);
        }
        return several ? turned(answers) : answers.getFirst();
    }

    /** Answers as one, with a list under each name. */
    private static JsonObject turned(List<JsonObject> answers) {
        JsonObject all = new JsonObject();
        all.add("translatedText", new JsonArray());
        for (JsonObject answer : answers) {
            answer.asMap().forEach((name, value) -> {
                if (!all.has(name)) {
                    all.add(name, new JsonArray());
                }
                all.getAsJsonArray(name).add(value);
            });
        }
        return all;
    }

    private JsonElement suggest(JsonFields asked, Progress progress) throws HydraException {
        String text = filled(asked, "q");
        String suggested = filled(asked, "s");
        LanguagePair direction = directions.find(asked.requiredText("source"), asked.requiredText("target"));
        translator.confirm(direction, new SentencePair(text, suggested), progress);
        JsonObject done = new JsonObject();
        done.addProperty("success", true);
        return done;
    }

    private static String filled(JsonFields asked, String name) throws InputException {
        String text = asked.requiredText(name);
        if (text.isBlank()) {
            throw new InputException(name + ": is blank; a text is needed.");
        }
        return text;
    }

    private JsonElement detect(JsonFields asked, Progress progress) throws HydraException {
        JsonArray found = new JsonArray();
        directions.detect(asked.requiredText("q")).forEach(each -> found.add(json(each)));
        return found;
    }

    private JsonElement languages() {
        JsonArray all = new JsonArray();
        for (LanguageTag language : directions.languages()) {
            JsonObject one = json(language);
            one.add("targets", json(directions.targets(language).stream().map(LanguageTag::toString).toList()));
            all.add(one);
        }
        return all;
    }

    private JsonElement glossary(JsonFields asked) throws HydraException {
        JsonArray terms = new JsonArray();
        translator.terms(directions.find(asked.requiredText("source"), asked.requiredText("target"))).forEach(term -> {
            JsonObject one = new JsonObject();
            one.addProperty("source", term.source());
            one.addProperty("target", term.target());
            terms.add(one);
        });
        return terms;
    }

    private JsonElement settings() {
        LanguagePair usual = translator.directions().getFirst();
        JsonObject languages = new JsonObject();
        languages.add("source", json(usual.from()));
        languages.add("target", json(usual.to()));
        JsonObject settings = new JsonObject();
        settings.addProperty("apiKeys", false);
        settings.addProperty("keyRequired", false);
        settings.addProperty("charLimit", -1);
        settings.addProperty("frontendTimeout", 500);
        settings.addProperty("suggestions", true);
        settings.addProperty("filesTranslation", false);
        settings.add("supportedFilesFormat", new JsonArray());
        settings.add("language", languages);
        return settings;
    }

    private static JsonElement health() {
        JsonObject health = new JsonObject();
        health.addProperty("status", "ok");
        return health;
    }

    private static JsonObject json(LanguageTag language) {
        JsonObject json = new JsonObject();
        json.addProperty("code", language.toString());
        json.addProperty("name", language.englishName());
        return json;
    }

    private static JsonObject json(Detected detected) {
        JsonObject json = new JsonObject();
        json.addProperty("confidence", rounded(detected.confidence()));
        json.addProperty("language", detected.language().toString());
        return json;
    }

    private static JsonArray json(List<String> texts) {
        JsonArray json = new JsonArray();
        texts.forEach(text -> json.add(new JsonPrimitive(text)));
        return json;
    }

    private static double rounded(double hundredths) {
        return Math.round(hundredths * 10) / 10.0;
    }
}
