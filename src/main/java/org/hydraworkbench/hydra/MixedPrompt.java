package org.hydraworkbench.hydra;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A prompt that says which head each of its parts goes through: <code>{en}Where is the dog?{kab}</code>. A language tag in braces switches to
 * that language's head, and the last one that is named answers. <code>{bos}</code> and <code>{eos}</code> are the special tokens of the head
 * that one is in (nothing where it has none); <code>{{</code> is a brace. The prompt begins with the first head's beginning token. Other special tokens that are
 * spelt out are text.
 *
 * @param parts in their order, at least one
 */
public record MixedPrompt(List<Part> parts) {

    /** What may follow a brace that opens: another one, or a name and a brace that closes. */
    private static final Pattern SWITCH = Pattern.compile("\\{(?:(\\{)|([^{}]*)})?");

    private static final String BOS = "bos";
    private static final String EOS = "eos";

    /**
     * A stretch that is tokenised in one piece.
     *
     * @param language whose head it goes through
     * @param text what a person wrote; empty before a special token
     * @param special {@code bos} or {@code eos}, which follows; null for none
     */
    public record Part(LanguageTag language, String text, @Nullable String special) {}

    public MixedPrompt {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a prompt.
     *
     * @throws UsageException when it does not begin with a language, or what is in braces is none
     */
    public static MixedPrompt parse(String prompt) throws UsageException {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        @Nullable LanguageTag language = null;
        Matcher matcher = SWITCH.matcher(prompt);
        int end = 0;
        while (matcher.find()) {
            text.append(prompt, end, matcher.start());
            end = matcher.end();
            String name = matcher.group(2);
            if (matcher.group(1) != null) {
                text.append('{');
                continue;
            }
            if (name == null) {
                throw new UsageException("In the prompt a brace opens and none closes after \"" + prompt.substring(matcher.start())
                        + "\"; write {{ for a brace that is text.");
            }
            boolean special = name.equals(BOS) || name.equals(EOS);
            if (language != null && (special || !text.isEmpty())) {
                parts.add(new Part(language, text.toString(), special ? name : null));
                text.setLength(0);
            } else if (special || !text.isEmpty()) {
                throw noLanguage();
            }
            if (!special) {
                language = LanguageTag.of(name).orElseThrow(() -> new UsageException(
                        "{" + name + "} in the prompt names no language; name one by its BCP 47 tag, and write {{ for a brace that is text."));
            }
        }
        text.append(prompt, end, prompt.length());
        if (language == null) {
            throw noLanguage();
        }
        parts.add(new Part(language, text.toString(), null));
        return new MixedPrompt(parts);
    }

    private static UsageException noLanguage() {
        return new UsageException("The prompt of a Hydra begins with the language whose head reads it, and ends with the one that answers, as in"
                + " \"{en}Where is the dog?{kab}\".");
    }

    /** The language whose head answers. */
    public LanguageTag answers() {
        return parts.getLast().language();
    }

    /**
     * The prompt's tokens, each run with the table that it goes through.
     *
     * @throws UsageException when the Hydra has no head for a language, or cannot write the one that answers
     * @throws org.hydraworkbench.base.InputException when a token has no row
     */
    public List<PromptPart> encode(HydraModel hydra) throws HydraException {
        hydra.manifest().requireWrites(hydra.folder(), answers());
        List<PromptPart> runs = new ArrayList<>();
        IntArrayList ids = new IntArrayList();
        hydra.tokenizer(parts.getFirst().language()).special().bos().ifPresent(ids::add);
        for (int k = 0; k < parts.size(); k++) {
            Part part = parts.get(k);
            Tokenizer tokenizer = hydra.tokenizer(part.language());
            ids.addElements(ids.size(), tokenizer.encodeIds(part.text()));
            if (part.special() != null) {
                special(tokenizer, part.special()).ifPresent(ids::add);
            }
            boolean last = k + 1 == parts.size() || !parts.get(k + 1).language().equals(part.language());
            if (last && !ids.isEmpty()) {
                hydra.table(part.language()).requireRows(ids.toIntArray(), tokenizer);
                runs.add(new PromptPart(hydra.table(part.language()), ids.toIntArray()));
                ids.clear();
            }
        }
        return runs;
    }

    private static OptionalInt special(Tokenizer tokenizer, String name) {
        return name.equals(BOS) ? tokenizer.special().bos() : tokenizer.special().eos();
    }
}
