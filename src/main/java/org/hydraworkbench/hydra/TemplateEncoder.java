package org.hydraworkbench.hydra;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.TextPart;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Turns a template and texts into tokens. Text up to the next special token or {@code {target}} is tokenised in one piece;
 * special tokens that the template spells out are those tokens, what a person's text spells stays text. The translation is always tokenised alone, so that a sequence in training is the one that generation builds.
 */
public final class TemplateEncoder {

    private final PromptTemplate template;
    private final LanguageTag sourceTag;
    private final LanguageTag targetTag;
    private final Tokenizer source;
    private final Tokenizer target;

    /** An encoder for one direction. */
    public TemplateEncoder(
            PromptTemplate template, LanguageTag sourceTag, Tokenizer source, LanguageTag targetTag, Tokenizer target) {
        this.template = template;
        this.sourceTag = sourceTag;
        this.targetTag = targetTag;
        this.source = source;
        this.target = target;
    }

    /** What is fed before the translation begins; none of it scored. */
    public List<PromptRun> prompt(String sourceText) throws StateException {
        return runs(sourceText, null);
    }

    /** A whole example for training: the prompt, then the translation and what follows it, which are scored. */
    public List<PromptRun> example(String sourceText, String targetText) throws StateException {
        return runs(sourceText, targetText);
    }

    private List<PromptRun> runs(String sourceText, @Nullable String targetText) throws StateException {
        List<PromptRun> runs = new ArrayList<>();
        boolean scored = false;
        for (PromptTemplate.Part part : template.parts()) {
            Tokenizer tokenizer = part.head() == Side.SOURCE ? source : target;
            IntArrayList ids = new IntArrayList();
            List<TextPart> texts = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            Matcher matcher = PromptTemplate.PLACEHOLDER.matcher(part.text());
            int end = 0;
            while (matcher.find()) {
                text.append(part.text(), end, matcher.start());
                end = matcher.end();
                switch (matcher.group(1)) {
                    case "source" -> {
                        end(text, texts);
                        texts.add(new TextPart(sourceText, false));
                    }
                    case "source_language" -> text.append(sourceTag.englishName());
                    case "target_language" -> text.append(targetTag.englishName());
                    case "bos" -> special(tokenizer, text, texts, ids, tokenizer.special().bos());
                    case "eos" -> special(tokenizer, text, texts, ids, tokenizer.special().eos());
                    default -> {
                        flush(tokenizer, text, texts, ids);
                        add(runs, part.head(), ids, scored);
                        if (targetText == null) {
                            return runs;
                        }
                        scored = true;
                        ids.clear();
                        ids.addElements(0, tokenizer.encodeIds(targetText));
                    }
                }
            }
            text.append(part.text(), end, part.text().length());
            flush(tokenizer, text, texts, ids);
            add(runs, part.head(), ids, scored);
        }
        return runs;
    }

    private static void special(
            Tokenizer tokenizer, StringBuilder text, List<TextPart> texts, IntArrayList ids, OptionalInt token)
            throws StateException {
        flush(tokenizer, text, texts, ids);
        token.ifPresent(ids::add);
    }

    private static void flush(Tokenizer tokenizer, StringBuilder text, List<TextPart> texts, IntArrayList ids)
            throws StateException {
        end(text, texts);
        if (!texts.isEmpty()) {
            ids.addElements(ids.size(), tokenizer.encodeParts(texts));
            texts.clear();
        }
    }

    private static void end(StringBuilder markup, List<TextPart> texts) {
        if (!markup.isEmpty()) {
            texts.add(new TextPart(markup.toString(), true));
            markup.setLength(0);
        }
    }

    private static void add(List<PromptRun> runs, Side side, IntArrayList ids, boolean scored) {
        if (!ids.isEmpty()) {
            runs.add(new PromptRun(side, ids.toIntArray(), scored));
        }
    }
}
