package org.hydraworkbench.hydra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;

/**
 * The contents of {@code hydra.json}. The folder holds, beside it, {@code body/} (a Hugging Face folder, complete with the
 * tables of the body's own language) and {@code heads/TAG/} (a tokenizer's files and {@code tables.safetensors} with the
 * tensors {@code input} and, unless tied, {@code head}).
 *
 * @param bodyLanguage the language whose tables {@code body/} has as its own; it is read and written
 * @param languages the languages that have a head, by BCP 47 tag
 * @param readOnly those of them that have an input table and nothing to write with
 * @param directions what it was made or tuned to translate; empty where that was never said, which stands for all that is possible
 * @param templates prompt templates; the first is the usual one
 */
public record HydraManifest(
        LanguageTag bodyLanguage,
        List<LanguageTag> languages,
        Set<LanguageTag> readOnly,
        List<LanguagePair> directions,
        List<PromptTemplate> templates) {

    /** The file that makes a folder a Hydra. */
    public static final String FILE = "hydra.json";
    /** The file in a head's folder that holds its tables. */
    static final String TABLES = "tables.safetensors";
    /** The tensor of a head's input table. */
    public static final String INPUT = "input";
    /** The tensor of a head that is not tied. */
    public static final String HEAD = "head";

    public HydraManifest {
        languages = List.copyOf(languages);
        readOnly = Set.copyOf(readOnly);
        directions = List.copyOf(directions);
        templates = List.copyOf(templates);
        if (!languages.contains(bodyLanguage) || templates.isEmpty() || readOnly.contains(bodyLanguage) || !languages.containsAll(readOnly)) {
            throw new IllegalArgumentException("body language " + bodyLanguage + " of " + languages + ", read " + readOnly + ", " + templates);
        }
    }

    /** Of heads that all read and write, of which nobody said what they were tuned for. */
    public HydraManifest(LanguageTag bodyLanguage, List<LanguageTag> languages, List<PromptTemplate> templates) {
        this(bodyLanguage, languages, Set.of(), List.of(), templates);
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
        return head(folder, tag).resolve(TABLES);
    }

    /** The template of that name. */
    public Optional<PromptTemplate> template(String name) {
        return templates.stream().filter(template -> template.name().equals(name)).findFirst();
    }

    private static String listed(List<LanguageTag> tags) {
        return tags.stream().map(LanguageTag::toString).collect(Collectors.joining(", "));
    }

    /** Whether there is a head that can write the language. */
    public boolean writes(LanguageTag language) {
        return languages.contains(language) && !readOnly.contains(language);
    }

    /**
     * Refuses a language that the Hydra in {@code folder} does not have.
     *
     * @throws UsageException when there is no such head
     */
    void requireHead(Path folder, LanguageTag language) throws UsageException {
        if (!languages.contains(language)) {
            throw new UsageException(folder + ": has no head for " + language + ", only for " + listed(languages) + ".");
        }
    }

    /**
     * Refuses a language that the Hydra in {@code folder} cannot write.
     *
     * @throws UsageException when there is no such head, or it can only read
     */
    public void requireWrites(Path folder, LanguageTag language) throws UsageException {
        requireHead(folder, language);
        if (!writes(language)) {
            throw new UsageException(folder + ": reads " + language + " but cannot write it, since its head has no output table; it writes "
                    + listed(languages.stream().filter(this::writes).toList()) + ".");
        }
    }

    /** What it can translate: from every language into every other that it writes. */
    public List<LanguagePair> possible() {
        List<LanguagePair> every = new ArrayList<>();
        for (LanguageTag from : languages) {
            languages.stream().filter(to -> !to.equals(from) && writes(to)).forEach(to -> every.add(new LanguagePair(from, to)));
        }
        return every;
    }

    /** Whether it was made for a direction that it can translate, or nobody said what it was made for. */
    public boolean isMadeFor(LanguagePair direction) {
        return possible().contains(direction) && (directions.isEmpty() || directions.contains(direction));
    }

    /** Of what it was made for, what is from or into a language. */
    List<LanguagePair> directionsOf(LanguageTag language) {
        return directions.stream().filter(pair -> pair.from().equals(language) || pair.to().equals(language)).toList();
    }

    /** The same Hydra with another usual template, which is added when it is new. */
    public HydraManifest withUsualTemplate(PromptTemplate usual) {
        List<PromptTemplate> list = new ArrayList<>(List.of(usual));
        templates.stream().filter(template -> !template.name().equals(usual.name())).forEach(list::add);
        return new HydraManifest(bodyLanguage, languages, readOnly, directions, list);
    }

    /** The same Hydra with further templates, of which those with new names are added. */
    HydraManifest withTemplates(List<PromptTemplate> more) {
        List<PromptTemplate> list = new ArrayList<>(templates);
        more.stream().filter(template -> template(template.name()).isEmpty()).forEach(list::add);
        return new HydraManifest(bodyLanguage, languages, readOnly, directions, list);
    }

    /** The same Hydra, made for these directions too. */
    public HydraManifest withDirections(List<LanguagePair> more) {
        Set<LanguagePair> all = new LinkedHashSet<>(directions);
        all.addAll(more);
        return new HydraManifest(bodyLanguage, languages, readOnly, List.copyOf(all), templates);
    }

    /** The same Hydra with another head. */
    HydraManifest withHead(LanguageTag language, boolean writes) {
        List<LanguageTag> all = new ArrayList<>(languages);
        all.add(language);
        Set<LanguageTag> reading = new LinkedHashSet<>(readOnly);
        if (!writes) {
            reading.add(language);
        }
        return new HydraManifest(bodyLanguage, all, reading, directions, templates);
    }

    /** The same Hydra without a head that is not the body's. */
    HydraManifest withoutHead(LanguageTag language) {
        return new HydraManifest(
                bodyLanguage,
                languages.stream().filter(each -> !each.equals(language)).toList(),
                readOnly.stream().filter(each -> !each.equals(language)).collect(Collectors.toSet()),
                directions.stream().filter(pair -> !directionsOf(language).contains(pair)).toList(),
                templates);
    }

    /** The same Hydra with another tag for a head. */
    HydraManifest renamed(LanguageTag old, LanguageTag tag) {
        UnaryOperator<LanguageTag> name = each -> each.equals(old) ? tag : each;
        return new HydraManifest(
                name.apply(bodyLanguage),
                languages.stream().map(name).toList(),
                readOnly.stream().map(name).collect(Collectors.toSet()),
                directions.stream().map(pair -> new LanguagePair(name.apply(pair.from()), name.apply(pair.to()))).toList(),
                templates);
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
            return ManifestJson.read(json);
        } catch (InputException | UsageException e) {
            throw InputException.in(file, "cannot be read as the description of a Hydra", e);
        }
    }

    /** Writes {@code hydra.json}. */
    public void write(Path folder) throws HydraException {
        Json.write(folder.resolve(FILE), ManifestJson.of(this));
    }
}
