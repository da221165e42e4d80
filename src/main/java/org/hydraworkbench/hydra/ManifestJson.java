package org.hydraworkbench.hydra;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;

/** The form of {@code hydra.json}, and of what language packs share with it. */
final class ManifestJson {

    /** Written where all heads write. */
    private static final int FORMAT_VERSION = 1;
    /** Written where some only read: programs that know the first alone would take their one table for both. */
    private static final int WITH_READ_ONLY = 2;

    private ManifestJson() {}

    static HydraManifest read(JsonFields json) throws InputException, UsageException {
        int version = json.integer("format_version", 0, 0, Integer.MAX_VALUE);
        if (version < FORMAT_VERSION || version > WITH_READ_ONLY) {
            throw new InputException("it has format version " + version + ", this program reads the versions " + FORMAT_VERSION + " to "
                    + WITH_READ_ONLY);
        }
        List<LanguageTag> languages = new ArrayList<>();
        Set<LanguageTag> readOnly = new LinkedHashSet<>();
        JsonFields heads = json.object("heads");
        for (String tag : heads.names()) {
            languages.add(LanguageTag.parse(tag));
            if (heads.object(tag).flag("read_only", false)) {
                readOnly.add(languages.getLast());
            }
        }
        List<PromptTemplate> templates = templates(json);
        LanguageTag body = LanguageTag.parse(json.object("body").requiredText("language"));
        if (!languages.contains(body)) {
            throw new InputException("it has no head of " + body + ", the language of its body");
        }
        if (readOnly.contains(body)) {
            throw new InputException("its head of " + body + ", the language of its body, should not be read only");
        }
        if (templates.isEmpty()) {
            throw new InputException("it has no prompt template");
        }
        HydraManifest manifest = new HydraManifest(body, languages, readOnly, directions(json), templates);
        for (LanguagePair pair : manifest.directions()) {
            if (pair.from().equals(pair.to()) || !languages.contains(pair.from()) || !manifest.writes(pair.to())) {
                throw new InputException("its directions have one from " + pair.from() + " to " + pair.to() + ", for which it has no heads");
            }
        }
        return manifest;
    }

    static List<PromptTemplate> templates(JsonFields json) throws InputException {
        List<PromptTemplate> templates = new ArrayList<>();
        for (JsonFields template : json.objects("templates")) {
            templates.add(PromptTemplate.read(template));
        }
        return templates;
    }

    static List<LanguagePair> directions(JsonFields json) throws InputException, UsageException {
        List<LanguagePair> directions = new ArrayList<>();
        for (JsonFields direction : json.objects("directions")) {
            directions.add(new LanguagePair(
                    LanguageTag.parse(direction.requiredText("from")), LanguageTag.parse(direction.requiredText("to"))));
        }
        return directions;
    }

    static JsonObject of(HydraManifest manifest) {
        JsonObject json = new JsonObject();
        json.addProperty("format", "hydra");
        json.addProperty("format_version", manifest.readOnly().isEmpty() ? FORMAT_VERSION : WITH_READ_ONLY);
        JsonObject body = new JsonObject();
        body.addProperty("folder", "body");
        body.addProperty("language", manifest.bodyLanguage().toString());
        json.add("body", body);
        JsonObject heads = new JsonObject();
        for (LanguageTag language : manifest.languages()) {
            JsonObject head = new JsonObject();
            head.addProperty("folder", "heads/" + language.fileName());
            if (manifest.readOnly().contains(language)) {
                head.addProperty("read_only", true);
            }
            heads.add(language.toString(), head);
        }
        json.add("heads", heads);
        if (!manifest.directions().isEmpty()) {
            json.add("directions", of(manifest.directions()));
        }
        json.add("templates", ofTemplates(manifest.templates()));
        return json;
    }

    static JsonArray ofTemplates(List<PromptTemplate> templates) {
        JsonArray list = new JsonArray();
        templates.forEach(template -> list.add(template.toJson()));
        return list;
    }

    static JsonArray of(List<LanguagePair> directions) {
        JsonArray list = new JsonArray();
        for (LanguagePair pair : directions) {
            JsonObject direction = new JsonObject();
            direction.addProperty("from", pair.from().toString());
            direction.addProperty("to", pair.to().toString());
            list.add(direction);
        }
        return list;
    }
}
