package org.hydraworkbench.hydra;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hydraworkbench.base.AtomicFolder;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.Generator;
import org.hydraworkbench.model.generation.NearestTokens;
import org.hydraworkbench.model.generation.Required;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.TokenizerFolder;
import org.hydraworkbench.weights.SafetensorsFile;

/** An open Hydra: one body, a head per language. Belongs to one thread at a time. */
public final class HydraModel implements AutoCloseable {

    private final Path folder;
    private final HydraManifest manifest;
    private final Decoder body;
    private final Map<LanguageTag, HydraHead> heads;
    private final Generator generator;

    private HydraModel(Path folder, HydraManifest manifest, Decoder body, Map<LanguageTag, HydraHead> heads) {
        this.folder = folder;
        this.manifest = manifest;
        this.body = body;
        this.heads = heads;
        this.generator = new Generator(body);
    }

    /**
     * Opens a Hydra's folder.
     *
     * @throws InputException when it is no Hydra or its parts do not fit together
     */
    public static HydraModel open(TensorRuntime runtime, Path folder, Progress progress) throws HydraException {
        return open(runtime, folder, Decoder.Use.RUN, progress);
    }

    /** The same for some use. */
    public static HydraModel open(TensorRuntime runtime, Path folder, Decoder.Use use, Progress progress) throws HydraException {
        HydraManifest manifest = HydraManifest.read(folder);
        Decoder body = Decoder.load(runtime, HydraManifest.body(folder), use, progress);
        HydraModel model = new HydraModel(folder, manifest, body, new LinkedHashMap<>());
        boolean opened = false;
        try {
            for (LanguageTag language : manifest.languages()) {
                progress.checkCancelled();
                model.openHead(runtime, language);
            }
            opened = true;
            return model;
        } finally {
            if (!opened) {
                model.close();
            }
        }
    }

    private void openHead(TensorRuntime runtime, LanguageTag language) throws HydraException {
        Tokenizer tokenizer = Tokenizer.load(HydraManifest.head(folder, language));
        boolean opened = false;
        try {
            boolean ofBody = language.equals(manifest.bodyLanguage());
            TokenTable table = ofBody ? body.table() : readTable(runtime, language);
            heads.put(language, new HydraHead(language, tokenizer, table, !ofBody));
            opened = true;
        } finally {
            if (!opened) {
                tokenizer.close();
            }
        }
    }

    private TokenTable readTable(TensorRuntime runtime, LanguageTag language) throws HydraException {
        try (SafetensorsFile file = SafetensorsFile.open(HydraManifest.tables(folder, language))) {
            String head = file.has(HydraManifest.HEAD) ? HydraManifest.HEAD : HydraManifest.INPUT;
            return TokenTable.load(runtime, file, HydraManifest.INPUT, head, body);
        }
    }

    /** Where it was opened. */
    public Path folder() {
        return folder;
    }

    /** What {@code hydra.json} says. */
    public HydraManifest manifest() {
        return manifest;
    }

    /** The languages that have a head. */
    public List<LanguageTag> languages() {
        return manifest.languages();
    }

    /** The body; its own table is the one of {@link HydraManifest#bodyLanguage()}. */
    public Decoder body() {
        return body;
    }

    /** What writes with the body, and keeps what it has read. */
    public Generator generator() {
        return generator;
    }

    /**
     * A language's tokenizer, which lives as long as the Hydra.
     *
     * @throws UsageException when the Hydra has no such head
     */
    public Tokenizer tokenizer(LanguageTag language) throws UsageException {
        return head(language).tokenizer();
    }

    /**
     * A language's tables, which live as long as the Hydra.
     *
     * @throws UsageException when the Hydra has no such head
     */
    public TokenTable table(LanguageTag language) throws UsageException {
        return head(language).table();
    }

    /**
     * What turns texts into tokens of two languages; it refuses texts with tokens that have no rows in the tables.
     *
     * @throws UsageException when the Hydra has no such heads, or cannot write the second language
     */
    public TemplateEncoder encoder(PromptTemplate template, LanguageTag from, LanguageTag to) throws UsageException {
        return new TemplateEncoder(template, head(from), writer(to));
    }

    /**
     * Replaces the overlay on a language's tables; {@link RowOverlay#none()} takes it away.
     *
     * @throws UsageException when the Hydra has no such head
     * @throws IllegalArgumentException when the overlay is of another width
     */
    public void overlay(LanguageTag language, RowOverlay overlay) throws HydraException {
        head(language).overlay(overlay);
    }

    /**
     * Translates one text.
     *
     * @param options how to write; stop tokens are added from the template and the target's tokenizer
     * @param listener hears of each token
     * @throws UsageException when the Hydra has no such heads, or cannot write the second language
     * @throws InputException when the text is longer than the context, or has a token for which there is no row
     */
    public Translation translate(
            LanguageTag from,
            LanguageTag to,
            String text,
            PromptTemplate template,
            GenerationOptions options,
            TranslationListener listener,
            Progress progress)
            throws HydraException {
        return new Translator(body, generator, head(from), writer(to), template).translate(text, options, null, listener, progress);
    }

    /**
     * Translates one text, the translations of others sharing in what is written.
     *
     * @param nearest made for this direction and template by {@link #nearest}
     */
    public Translation translate(
            LanguageTag from,
            LanguageTag to,
            String text,
            PromptTemplate template,
            GenerationOptions options,
            NearestTokens nearest,
            TranslationListener listener,
            Progress progress)
            throws HydraException {
        return new Translator(body, generator, head(from), writer(to), template).translate(text, options, nearest, listener, progress);
    }

    /**
     * What a text of a language must have, for a search to see to.
     *
     * @throws UsageException when the Hydra has no such head
     * @throws InputException when its tokens cannot spell one of them
     */
    public Required required(LanguageTag language, List<String> words) throws HydraException {
        List<List<int[]>> phrases = new ArrayList<>();
        for (String each : words) {
            phrases.add(head(language).forms(each));
        }
        return new Required(phrases, head(language).joining()::get);
    }

    /**
     * All translations that are found, with the help of the translations of others and without, the best of each first.
     *
     * @param nearest made for this direction and template by {@link #nearest}
     * @throws UsageException when the Hydra has no such heads, or cannot write the second language
     */
    public List<String> write(
            LanguageTag from,
            LanguageTag to,
            String text,
            PromptTemplate template,
            GenerationOptions options,
            NearestTokens nearest,
            Progress progress)
            throws HydraException {
        return new Translator(body, generator, head(from), writer(to), template).write(text, options, nearest, progress);
    }

    /**
     * What is to be written where the model is in nearly the same state as in the translations of these pairs.
     *
     * @throws UsageException when the Hydra has no such heads, or cannot write the second language
     * @throws InputException when a pair is longer than the context, or has a token for which there is no row
     */
    public NearestTokens nearest(
            LanguageTag from, LanguageTag to, List<SentencePair> pairs, PromptTemplate template, Progress progress) throws HydraException {
        return new PairScorer(this, head(from), writer(to), template).nearest(pairs, progress);
    }

    /**
     * How likely a translation is held to be.
     *
     * @param logProbability log P(translation | source), in nats, with what ends it
     * @param tokens of the translation, with what ends it
     */
    public record Likelihood(double logProbability, int tokens) {

        /** log P a token. */
        public double perToken() {
            return logProbability / tokens;
        }
    }

    /**
     * How likely translations are held to be, each of its own source.
     *
     * @throws UsageException when the Hydra has no such heads, or cannot write the second language
     * @throws InputException when a pair is longer than the context, or has a token for which there is no row
     */
    public List<Likelihood> likelihoods(
            LanguageTag from, LanguageTag to, List<SentencePair> pairs, PromptTemplate template, Progress progress) throws HydraException {
        return new PairScorer(this, head(from), writer(to), template).score(pairs, progress);
    }

    private HydraHead head(LanguageTag language) throws UsageException {
        manifest.requireHead(folder, language);
        return Objects.requireNonNull(heads.get(language));
    }

    private HydraHead writer(LanguageTag language) throws UsageException {
        manifest.requireWrites(folder, language);
        return head(language);
    }

    /**
     * Writes the Hydra as it is now, overlays included, in float32; whole or not at all.
     *
     * @param usual the template that {@code out} names first
     * @param learnt what it has learnt to translate since it was opened
     * @param out a folder that does not exist yet, or is empty
     */
    public void save(Path out, PromptTemplate usual, List<LanguagePair> learnt, Progress progress) throws HydraException {
        AtomicFolder.write(out, to -> {
            Path bodyFolder = HydraManifest.body(to);
            Folders.create(bodyFolder);
            PretrainedFolder.copyAround(HydraManifest.body(folder), bodyFolder);
            body.save(bodyFolder, progress);
            for (HydraHead head : heads.values()) {
                progress.checkCancelled();
                Path headFolder = HydraManifest.head(to, head.language());
                Folders.create(headFolder);
                TokenizerFolder.copy(head.tokenizer(), headFolder);
                head.table().save(HydraManifest.tables(to, head.language()), HydraManifest.INPUT, HydraManifest.HEAD);
            }
            manifest.withUsualTemplate(usual).withDirections(learnt).write(to);
        });
    }

    @Override
    public void close() {
        generator.close();
        heads.values().forEach(HydraHead::close);
        body.close();
    }
}
