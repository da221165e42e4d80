package org.hydraworkbench.project;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.hydra.HydraAssembler;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.model.DecoderConfig;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.TokenizerTrainer;
import org.hydraworkbench.transfer.ModelFolder;
import org.hydraworkbench.transfer.Transfer;
import org.hydraworkbench.transfer.TransferMethod;

/** Tokenizers and models inside a project, up to the assembled Hydra. */
final class ModelSteps {

    /** A base model larger than this stays where it is; the project then refers to it. */
    private static final long LARGEST_COPY = 512L << 20;

    private final Project project;
    private final Database database;
    private final Artefacts artefacts;

    ModelSteps(Project project, Database database) {
        this.project = project;
        this.database = database;
        this.artefacts = project.artefacts();
    }

    Artefact trainTokenizer(TokenizerTrainer.Options options, List<Path> moreTexts, Progress progress)
            throws HydraException {
        String name = "Tokenizer, %,d pieces".formatted(options.vocabularySize());
        Path text = null;
        try (ArtefactBuilder builder = artefacts.begin(ArtefactKind.TOKENIZER, name)) {
            builder.role("target").options(options).inputCorpora(project.corpora().fingerprint());
            for (Path more : moreTexts) {
                builder.inputFile("text", more, org.hydraworkbench.base.Hashes.of(more));
            }
            text = targetText(progress);
            List<Path> texts = new ArrayList<>(moreTexts);
            texts.add(text);
            TokenizerTrainer.Outcome outcome = TokenizerTrainer.train(texts, options, builder.folder(), progress);
            return builder.name("Tokenizer, %,d pieces".formatted(outcome.size()))
                    .summary(outcome)
                    .commit(progress);
        } finally {
            if (text != null) {
                Folders.delete(text);
            }
        }
    }

    /** The target side of the training pairs as a file. */
    private Path targetText(Progress progress) throws HydraException {
        progress.message("Collecting text");
        try {
            Path file = Files.createTempFile("hydra-text", ".txt");
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                TrainingPairs pairs = new TrainingPairs(database);
                int count = 0;
                for (TrainingPairs.Pair pair = pairs.nextPair(); pair != null; pair = pairs.nextPair()) {
                    out.write(pair.texts().target());
                    out.write('\n');
                    count++;
                }
                if (count == 0) {
                    throw new InputException("There is no text to train on: import a corpus for training first.");
                }
            }
            return file;
        } catch (IOException e) {
            throw new ResourceException("The text to train on cannot be written (" + Reasons.of(e) + ").", e);
        }
    }

    Artefact importTokenizer(Path folder, String role, Progress progress) throws HydraException {
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            return addTokenizer(tokenizer, String.valueOf(tokenizer.folder().getFileName()), role, progress);
        }
    }

    private Artefact addTokenizer(Tokenizer tokenizer, String name, String role, Progress progress) throws HydraException {
        Path from = tokenizer.folder();
        try (ArtefactBuilder builder =
                artefacts.begin(ArtefactKind.TOKENIZER, name + ", %,d pieces".formatted(tokenizer.size()))) {
            ModelFolder.copyTokenizer(from, builder.folder());
            return builder.role(role)
                    .inputFile("tokenizer", from, tokenizer.hash())
                    .summary(Map.of("size", tokenizer.size()))
                    .commit(progress);
        }
    }

    /** Takes in a base model, and its tokenizer as the one of the source language. */
    Artefact importBaseModel(Path folder, Progress progress) throws HydraException {
        DecoderConfig config = DecoderConfig.read(folder);
        try (ArtefactBuilder builder =
                artefacts.begin(ArtefactKind.BASE_MODEL, String.valueOf(folder.toAbsolutePath().normalize().getFileName()))) {
            builder.summary(Map.of(
                    "hiddenSize", config.hiddenSize(),
                    "layers", config.layers(),
                    "vocabularySize", config.vocabularySize(),
                    "contextLength", config.contextLength()));
            Artefact model;
            if (Folders.size(folder) <= LARGEST_COPY) {
                progress.message("Copying the model");
                Folders.copy(folder, builder.folder(), progress);
                model = builder.commit(progress);
            } else {
                model = artefacts.commitOutside(builder, folder, progress);
            }
            // The model's folder in the project has a number for a name; a person knows the model by its own.
            try (Tokenizer tokenizer = Tokenizer.load(model.folder())) {
                addTokenizer(tokenizer, model.name(), "source", progress);
            }
            return model;
        }
    }

    Artefact transfer(TransferSettings settings, Progress progress) throws HydraException {
        Artefact base = artefacts.require(ArtefactKind.BASE_MODEL, "");
        Artefact tokenizer = artefacts.require(ArtefactKind.TOKENIZER, "target");
        try (ArtefactBuilder builder =
                artefacts.begin(ArtefactKind.TRANSFER, base.name() + ", " + settings.method().id())) {
            builder.options(settings)
                    .seed(settings.options().seed())
                    .input("base model", base)
                    .input("target tokenizer", tokenizer);
            TokenMapping mapping = null;
            if (settings.method() == TransferMethod.TRANS_TOKENIZATION) {
                Artefact used = artefacts.require(ArtefactKind.MAPPING, "");
                builder.input("mapping", used);
                mapping = TokenMapping.load(used.file(MappingFiles.MAPPING));
            }
            Transfer.init(
                    base.folder(),
                    tokenizer.folder(),
                    settings.method(),
                    mapping,
                    settings.options(),
                    builder.folder(),
                    progress);
            return builder.summary(Map.of("method", settings.method().id())).commit(progress);
        }
    }

    Artefact assemble(Progress progress) throws HydraException {
        Artefact base = artefacts.require(ArtefactKind.BASE_MODEL, "");
        Artefact target = artefacts.require(ArtefactKind.TRANSFER, "");
        ProjectInfo info = project.info();
        try (ArtefactBuilder builder = artefacts.begin(
                ArtefactKind.HYDRA, "Hydra %s–%s, untuned".formatted(info.sourceLanguage(), info.targetLanguage()))) {
            HydraAssembler.assemble(
                    base.folder(),
                    LanguageTag.parse(info.sourceLanguage()),
                    target.folder(),
                    LanguageTag.parse(info.targetLanguage()),
                    builder.folder(),
                    progress);
            return builder.input("base model", base)
                    .input("model with new tables", target)
                    .summary(Map.of("languages", List.of(info.sourceLanguage(), info.targetLanguage())))
                    .commit(progress);
        }
    }
}
