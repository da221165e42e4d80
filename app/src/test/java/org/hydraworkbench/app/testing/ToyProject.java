package org.hydraworkbench.app.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.settings.TokenizerImportSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.TokenizerTrainer;

/** A small project with everything up to the mapping: sentences of a dozen words, each with one translation. */
public final class ToyProject {

    private static final String[][] LEXICON = {
        {"the house", "axxam"}, {"the dog", "aqjun"}, {"the cat", "amcic"}, {"the man", "argaz"}, {"the woman", "tameṭṭut"},
        {"sees", "iẓra"}, {"loves", "iḥemmel"}, {"knows", "issen"}, {"big", "ameqqran"}, {"small", "amecṭuḥ"},
    };
    private static final int PAIRS = 120;

    private ToyProject() {}

    /** The lines of the corpus, tab-separated: every sentence is a noun, a verb, a noun and an adjective. */
    public static List<String> lines() {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < PAIRS; k++) {
            String[][] words = {
                LEXICON[random.nextInt(5)], LEXICON[5 + random.nextInt(3)], LEXICON[random.nextInt(5)],
                LEXICON[8 + random.nextInt(2)],
            };
            StringBuilder source = new StringBuilder();
            StringBuilder target = new StringBuilder();
            for (String[] word : words) {
                source.append(source.isEmpty() ? "" : " ").append(word[0]);
                target.append(target.isEmpty() ? "" : " ").append(word[1]);
            }
            lines.add(source + "\t" + target);
        }
        return lines;
    }

    /** Writes the corpus as a file. */
    public static Path corpus(Path folder) throws IOException {
        return Files.write(folder.resolve("eng-kab.toy.tsv"), lines());
    }

    /** Makes the project in a folder: corpus, tokenizers, alignment by word units, mapping from links. It is closed again. */
    public static Path make(Path folder) throws HydraException, IOException {
        Path file = folder.resolve("toy.hydra");
        Path corpus = corpus(folder);
        try (Project project = Project.create(file, "Toy", "en", "kab")) {
            project.work().importCorpus(ImportRequest.of(corpus)).run(Progress.none());
            Steps steps = new Steps(project);
            steps.make(
                    Operations.IMPORT_TOKENIZER,
                    TokenizerImportSettings.of(tokenizer(folder, "source", 0), Side.SOURCE));
            steps.make(
                    Operations.IMPORT_TOKENIZER,
                    TokenizerImportSettings.of(tokenizer(folder, "target", 1), Side.TARGET));
            steps.make(Operations.ALIGN, AlignmentSettings.defaults());
            steps.make(Operations.MAP, MappingSettings.defaults());
        }
        return file;
    }

    private static Path tokenizer(Path folder, String name, int side) throws HydraException {
        TokenizerTrainer.Options options = TokenizerTrainer.Options.defaults().withVocabularySize(340).withThreads(1);
        Path out = folder.resolve(name);
        TokenizerTrainer.train(lines().stream().map(line -> line.split("\t")[side]), options, out, Progress.none());
        return out;
    }
}
