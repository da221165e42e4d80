package org.hydraworkbench.project.work;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.TrainingPairs;
import org.hydraworkbench.project.settings.Codec;
import org.hydraworkbench.project.settings.TokenizerSettings;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.TokenizerTrainer;

/** Trains a tokenizer for the new language on its side of the training pairs, and on other texts if wanted. */
public final class TokenizerOperation implements Operation<TokenizerSettings> {

    private static final int SAMPLED_PAIRS = 20_000;

    @Override
    public String id() {
        return "tokenizer";
    }

    @Override
    public String name() {
        return "Tokenizer";
    }

    @Override
    public Codec<TokenizerSettings> settings() {
        return TokenizerSettings.CODEC;
    }

    /** A size that suits the number of words in the training text. */
    @Override
    public TokenizerSettings defaults(Materials materials) throws HydraException {
        List<SentencePair> sample = materials.corpora().first(CorpusRole.TRAINING, SAMPLED_PAIRS);
        if (sample.isEmpty()) {
            return TokenizerSettings.defaults();
        }
        long words = sample.stream().mapToLong(pair -> pair.target().strip().split("\\s+").length).sum();
        long all = words * materials.corpora().count(CorpusRole.TRAINING) / sample.size();
        return TokenizerSettings.ofSize(TokenizerTrainer.proposeVocabularySize(all));
    }

    @Override
    public List<Input> inputs(TokenizerSettings settings, ProjectInfo project) {
        return List.of(new Input.Text(CorpusRole.TRAINING));
    }

    @Override
    public Slot product(TokenizerSettings settings, ProjectInfo project) {
        return Slot.tokenizer(project, Side.TARGET);
    }

    @Override
    public String title(TokenizerSettings settings) {
        return "Train a tokenizer of %,d tokens".formatted(settings.options().vocabularySize());
    }

    @Override
    public void run(TokenizerSettings settings, Inputs in, ArtefactBuilder out, Run run) throws HydraException {
        for (Path more : settings.texts()) {
            out.inputFile("text", more, Hashes.of(more));
        }
        Path folder = Folders.temporary("hydra-text");
        try {
            List<Path> texts = new ArrayList<>(settings.texts());
            texts.add(targetText(folder.resolve("text.txt"), run));
            TokenizerTrainer.Outcome outcome =
                    TokenizerTrainer.train(texts, settings.options(), out.folder(), run.progress());
            out.name("Tokenizer, %,d tokens".formatted(outcome.size())).summary(outcome);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Path targetText(Path file, Run run) throws HydraException {
        Progress progress = run.progress();
        progress.message("Collecting text");
        TrainingPairs pairs = new TrainingPairs(run.materials().database());
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            int count = 0;
            for (SentencePair pair = pairs.next(); pair != null; pair = pairs.next()) {
                if (count++ % 4096 == 0) {
                    progress.checkCancelled();
                }
                out.write(pair.target());
                out.write('\n');
            }
            return file;
        } catch (IOException e) {
            throw ResourceException.in(file, "the text to train on cannot be written", e);
        }
    }
}
