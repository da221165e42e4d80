package org.hydraworkbench.app.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.FolderSettings;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.settings.NoSettings;
import org.hydraworkbench.project.settings.TokenizerSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.project.work.Operations;
import org.jspecify.annotations.Nullable;

/** A project made from real data by the real steps: 300 English–Kabyle pairs, a model of 260,000 parameters, up to its Hydra. */
public final class SmallProject {

    private static final int PAIRS = 300;
    private static final int TEST_PAIRS = 12;

    private static @Nullable Path made;

    private SmallProject() {}

    /** A copy of the project in {@code folder}. Skips the test where the data is absent. */
    public static Path copyInto(Path folder) throws Exception {
        Path copy = folder.resolve("small.hydra");
        try (Project project = Project.open(original())) {
            project.saveCopy(copy, Progress.none());
        }
        return copy;
    }

    private static synchronized Path original() throws Exception {
        Path ready = made;
        if (ready == null) {
            Path bitext = SharedFiles.require("bitext/eng-kab.tatoeba.dev.tsv.gz");
            Path model = SharedFiles.require("models/stories260K");
            ready = make(Files.createTempDirectory("small-project"), bitext, model);
            made = ready;
        }
        return ready;
    }

    private static Path make(Path folder, Path bitext, Path model) throws Exception {
        List<SentencePair> pairs = Bitexts.readAll(bitext);
        Path training = write(folder.resolve("training.tsv"), pairs.subList(0, PAIRS));
        Path test = write(folder.resolve("test.tsv"), pairs.subList(PAIRS, PAIRS + TEST_PAIRS));
        Path file = folder.resolve("original.hydra");
        try (Project project = Project.create(file, "Small", "en", "kab")) {
            project.work().importCorpus(ImportRequest.of(training).withName("Tatoeba")).run(Progress.none());
            project.work()
                    .importCorpus(ImportRequest.of(test).withName("Tatoeba test").withRole(CorpusRole.TEST))
                    .run(Progress.none());
            Steps steps = new Steps(project);
            steps.make(Operations.BASE_MODEL, new FolderSettings(model));
            steps.make(Operations.TOKENIZER, TokenizerSettings.ofSize(600));
            steps.make(Operations.ALIGN, AlignmentSettings.defaults());
            steps.make(Operations.MAP, MappingSettings.defaults());
            steps.make(Operations.TRANSFER, TransferSettings.defaults());
            steps.make(Operations.ASSEMBLE, new NoSettings());
        }
        return file;
    }

    private static Path write(Path file, List<SentencePair> pairs) throws Exception {
        return Files.write(
                file, pairs.stream().map(pair -> pair.source() + "\t" + pair.target()).toList());
    }
}
