package org.hydraworkbench.hydra;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.text.Side;

/**
 * How a translation is put to a Hydra, as data. Each part is a text that goes through the table of one side. In it
 * {@code {source}} stands for the text to translate, {@code {target}} for the translation, {@code {bos}} and {@code {eos}} for
 * the special tokens of that side's tokenizer (nothing when it has none), {@code {source_language}} and
 * {@code {target_language}} for the languages' English names. {@code {target}} comes once, in a part of the target's side;
 * what stands before it is the prompt, it and what follows is what training scores.
 *
 * @param name a short name
 * @param parts in the order of the sequence
 * @param stops texts that end the translation and do not belong to it
 */
public record PromptTemplate(String name, List<Part> parts, List<String> stops) {

    /** A stretch of the sequence and the side whose table it goes through. */
    public record Part(Side head, String text) {}

    private static final Choice<Side> HEADS = Choice.of(Side.values(), side -> side.name().toLowerCase(Locale.ROOT));
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
    private static final Set<String> KNOWN = Set.of("source", "target", "bos", "eos", "source_language", "target_language");

    public PromptTemplate {
        parts = List.copyOf(parts);
        stops = List.copyOf(stops);
    }

    /**
     * Reads a template.
     *
     * @throws InputException when keys are missing or a placeholder is unknown, missing, repeated or on the wrong side
     */
    public static PromptTemplate read(JsonFields json) throws InputException {
        String name = json.requiredText("name");
        List<Part> parts = new ArrayList<>();
        for (JsonFields part : json.objects("parts")) {
            parts.add(new Part(part.requiredChoice("head", HEADS), part.requiredText("text")));
        }
        if (parts.isEmpty()) {
            throw new InputException("parts: a list of objects is needed, each with head (source or target) and text.");
        }
        PromptTemplate template = new PromptTemplate(name, parts, json.texts("stop"));
        template.check();
        return template;
    }

    private void check() throws InputException {
        int sources = 0;
        int targets = 0;
        for (Part part : parts) {
            Matcher matcher = PLACEHOLDER.matcher(part.text());
            while (matcher.find()) {
                String placeholder = matcher.group(1);
                if (!KNOWN.contains(placeholder)) {
                    throw broken("{" + placeholder + "} is no placeholder; there are {source}, {target}, {bos}, {eos},"
                            + " {source_language} and {target_language}");
                }
                if (placeholder.equals("source")) {
                    sources++;
                } else if (placeholder.equals("target")) {
                    targets++;
                    if (part.head() != Side.TARGET) {
                        throw broken("{target} should be in a part whose head is target");
                    }
                }
            }
        }
        if (sources == 0 || targets != 1) {
            throw broken("{source} is needed, and {target} exactly once");
        }
    }

    private InputException broken(String reason) {
        return new InputException("The prompt template \"" + name + "\" cannot be used: " + reason + ".");
    }

    /** The form that {@link #read} reads. */
    public JsonObject toJson() {
        JsonObject object = new JsonObject();
        object.addProperty("name", name);
        JsonArray list = new JsonArray();
        for (Part part : parts) {
            JsonObject entry = new JsonObject();
            entry.addProperty("head", HEADS.code(part.head()));
            entry.addProperty("text", part.text());
            list.add(entry);
        }
        object.add("parts", list);
        JsonArray stop = new JsonArray();
        stops.forEach(stop::add);
        object.add("stop", stop);
        return object;
    }
}
