package org.hydraworkbench.hydra;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.model.TokenTable;
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
    private final @Nullable TokenTable sourceTable;
    private final @Nullable TokenTable targetTable;

    /** An encoder for one direction, where there are no tables yet. */
    public TemplateEncoder(
            PromptTemplate template, LanguageTag sourceTag, Tokenizer source, LanguageTag targetTag, Tokenizer target) {
        this.template = template;
        this.sourceTag = sourceTag;
        this.targetTag = targetTag;
        this.source = source;
        this.target = target;
        this.sourceTable = null;
        this.targetTable = null;
    }

    /** An encoder for one direction that refuses texts with tokens for which the heads have no rows. */
    TemplateEncoder(PromptTemplate template, HydraHead source, HydraHead target) {
        this.template = template;
        this.sourceTag = source.language();
        this.targetTag = target.language();
        this.source = source.tokenizer();
        this.target = target.tokenizer();
        this.sourceTable = source.table();
        this.targetTable = target.table();
    }

    /** What is fed before the translation begins; none of it scored. */
    public List<PromptRun> prompt(String sourceText) throws HydraException {
        return runs(sourceText, null);
    }

    /** A whole example for training: the prompt, then the translation and what follows it, which are scored. */
    public List<PromptRun> example(String sourceText, String targetText) throws HydraException {
        return runs(sourceText, targetText);
    }

    private List<PromptRun> runs(String sourceText, @Nullable String targetText) throws HydraException {
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

    private void add(List<PromptRun> runs, Side side, IntArrayList ids, boolean scored) throws InputException {
        if (ids.isEmpty()) {
            return;
        }
        PromptRun run = new PromptRun(side, ids.toIntArray(), scored);
        TokenTable table = side == Side.SOURCE ? sourceTable : targetTable;
        if (table != null) {
            table.requireRows(run.ids(), side == Side.SOURCE ? source : target);
        }
        runs.add(run);
    }
}
