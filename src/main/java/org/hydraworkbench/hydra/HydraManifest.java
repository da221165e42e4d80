package org.hydraworkbench.hydra;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.text.LanguageTag;

/**
 * The contents of {@code hydra.json}. The folder holds, beside it, {@code body/} (a Hugging Face folder, complete with the
 * tables of the body's own language) and {@code heads/TAG/} (a tokenizer's files and {@code tables.safetensors} with the
 * tensors {@code input} and, unless tied, {@code head}).
 *
 * @param bodyLanguage the language whose tables {@code body/} has as its own
 * @param languages the languages that have a head, by BCP 47 tag
 * @param templates prompt templates; the first is the usual one
 */
public record HydraManifest(LanguageTag bodyLanguage, List<LanguageTag> languages, List<PromptTemplate> templates) {

    /** The file that makes a folder a Hydra. */
    public static final String FILE = "hydra.json";
    /** The version of the format that is written. */
    public static final int FORMAT_VERSION = 1;
    /** The tensor of a head's input table. */
    public static final String INPUT = "input";
    /** The tensor of a head that is not tied. */
    public static final String HEAD = "head";

    public HydraManifest {
        languages = List.copyOf(languages);
        templates = List.copyOf(templates);
        if (!languages.contains(bodyLanguage) || templates.isEmpty()) {
            throw new IllegalArgumentException("body language " + bodyLanguage + " of " + languages + ", " + templates);
        }
    }

    /** Whether the folder is a Hydra rather than a plain model. */
    public static boolean isHydra(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** The folder of the body. */
    public static Path body(Path folder) {
        return folder.resolve("body");
    }

    /** The folder of a language's head. */
    public static Path head(Path folder, LanguageTag tag) {
        return folder.resolve("heads").resolve(tag.fileName());
    }

    /** The tables of a language's head. */
    public static Path tables(Path folder, LanguageTag tag) {
        return head(folder, tag).resolve("tables.safetensors");
    }

    /** The template of that name. */
    public Optional<PromptTemplate> template(String name) {
        return templates.stream().filter(template -> template.name().equals(name)).findFirst();
    }

    /** The error to throw where a head is asked for that the Hydra in {@code folder} lacks. */
    UsageException noHead(Path folder, LanguageTag asked) {
        String present = languages.stream().map(LanguageTag::toString).collect(Collectors.joining(", "));
        return new UsageException(folder + ": has no head for " + asked + ", only for " + present + ".");
    }

    /** The same Hydra with another usual template, which is added when it is new. */
    public HydraManifest withUsualTemplate(PromptTemplate usual) {
        List<PromptTemplate> list = new ArrayList<>(List.of(usual));
        templates.stream().filter(template -> !template.name().equals(usual.name())).forEach(list::add);
        return new HydraManifest(bodyLanguage, languages, list);
    }

    /**
     * Reads {@code hydra.json}.
     *
     * @throws InputException when the folder is no Hydra, the file is malformed, or it is of a later version
     */
    public static HydraManifest read(Path folder) throws InputException {
        Path file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            throw InputException.in(folder, "is no Hydra: it has no " + FILE);
        }
        JsonFields json = JsonFields.of(Json.readObject(file));
        try {
            int version = json.integer("format_version", 0, 0, Integer.MAX_VALUE);
            if (version != FORMAT_VERSION) {
                throw new InputException("it has format version " + version + ", this program reads version " + FORMAT_VERSION);
            }
            List<LanguageTag> languages = new ArrayList<>();
            for (String tag : json.object("heads").names()) {
                languages.add(LanguageTag.parse(tag));
            }
            List<PromptTemplate> templates = new ArrayList<>();
            for (JsonFields template : json.objects("templates")) {
                templates.add(PromptTemplate.read(template));
            }
            LanguageTag body = LanguageTag.parse(json.object("body").requiredText("language"));
            if (!languages.contains(body)) {
                throw new InputException("it has no head of " + body + ", the language of its body");
            }
            if (templates.isEmpty()) {
                throw new InputException("it has no prompt template");
            }
            return new HydraManifest(body, languages, templates);
        } catch (InputException | UsageException e) {
            throw InputException.in(file, "cannot be read as the description of a Hydra", e);
        }
    }

    /** Writes {@code hydra.json}. */
    public void write(Path folder) throws HydraException {
        JsonObject json = new JsonObject();
        json.addProperty("format", "hydra");
        json.addProperty("format_version", FORMAT_VERSION);
        JsonObject body = new JsonObject();
        body.addProperty("folder", "body");
        body.addProperty("language", bodyLanguage.toString());
        json.add("body", body);
        JsonObject heads = new JsonObject();
        for (LanguageTag language : languages) {
            JsonObject head = new JsonObject();
            head.addProperty("folder", "heads/" + language.fileName());
            heads.add(language.toString(), head);
        }
        json.add("heads", heads);
        JsonArray list = new JsonArray();
        templates.forEach(template -> list.add(template.toJson()));
        json.add("templates", list);
        Json.write(folder.resolve(FILE), json);
    }
}
