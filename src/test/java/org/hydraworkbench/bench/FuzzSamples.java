package org.hydraworkbench.bench;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.cli.Main;
import org.hydraworkbench.hydra.LanguagePacks;
import org.hydraworkbench.hydra.PublishedLayout;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.testing.ChildJava;
import org.hydraworkbench.testing.Languages;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.testing.TinyTokenizers;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.weights.DType;

/** Sound files of every kind that {@link Fuzz} damages: a folder for each of its targets. */
final class FuzzSamples {

    private FuzzSamples() {}

    static void make(Path folder) throws Exception {
        Folders.delete(folder);
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        Path own = SmallModels.kabyleTokenizer(Files.createDirectories(scratch.resolve("tokenizer")));
        for (String name : new String[] {"tokenizer", "config"}) {
            model(folder.resolve(name));
            Folders.copy(own, folder.resolve(name).resolve("own"), Progress.none());
        }
        TinyTokenizers.sentencePiece(folder.resolve("tokenizer/unigram"), Map.of("unk", "<unk>"), List.of("▁Axxam", "▁d", "a", "n")).close();
        Folders.copy(SmallModels.hydra(Files.createDirectories(scratch.resolve("parts"))), folder.resolve("hydra/hydra"), Progress.none());
        Path hydra = folder.resolve("hydra/hydra");
        Folders.copy(hydra, folder.resolve("pack/hydra"), Progress.none());
        LanguagePacks.write(hydra, Languages.KABYLE, Optional.empty(), folder.resolve("pack/kab.hydrapack"), Progress.none());
        LanguagePair pair = new LanguagePair(Languages.ENGLISH, Languages.KABYLE);
        PublishedLayout.write(hydra, pair, DType.F32, folder.resolve("published/published"), Progress.none());
        checkpoint(folder.resolve("checkpoint"));
        project(folder.resolve("project"));
        Folders.delete(scratch);
    }

    private static void model(Path folder) throws Exception {
        Folders.copy(TestModels.stories(), folder.resolve("model"), Progress.none());
        Files.writeString(folder.resolve("model/generation_config.json"), "{\"bos_token_id\": 1, \"eos_token_id\": [2, 426], \"max_length\": 64}");
        Files.writeString(folder.resolve("text.txt"), "Once upon a time there was a little girl.\nShe had a dog and a cat.\n".repeat(10));
    }

    /** A run that was told to stop after its first steps. */
    private static void checkpoint(Path folder) throws Exception {
        model(folder);
        Process process = ChildJava.of(Main.class, "1g", "train", "--model", folder.resolve("model").toString(), "--text",
                        folder.resolve("text.txt").toString(), "--plan", "full", "--steps", "100000", "--batch", "1", "--length", "8",
                        "--lr", "1e-3", "--out", folder.resolve("run").toString())
                .start();
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null && !line.contains("step "); line = lines.readLine()) {
                // it has just begun
            }
            process.destroy();
            process.waitFor();
        }
        Path latest = folder.resolve("run/checkpoints/latest");
        Path step = folder.resolve("run/checkpoints").resolve(Files.readString(latest).strip());
        Files.move(step, step.resolveSibling("step-2"));
        Files.writeString(latest, "step-2");
    }

    /** One of everything that a project's file can hold. */
    private static void project(Path folder) throws Exception {
        Files.createDirectories(folder);
        try (Project project = TestProjects.assembled(folder)) {
            project.edits().setLink(1, new Span(4, 7), new Span(0, 5), LinkState.SURE);
            project.edits().note(1, "seen");
            project.edits().confirm(2, true);
            project.edits().confirm(3, true);
            project.history().undo();
            project.correctLanguage(org.hydraworkbench.text.Side.TARGET, LanguageTag.parse("kab-Latn"));
        }
        Files.move(folder.resolve("test.hydra"), folder.resolve("p.hydra"));
        Files.move(folder.resolve("test.files"), folder.resolve("p.files"));
    }
}
