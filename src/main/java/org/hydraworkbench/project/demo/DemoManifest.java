package org.hydraworkbench.project.demo;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.model.folder.ConfigFile;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.tokenizer.TokenizerFolder;
import org.hydraworkbench.weights.ModelWeights;
import org.jspecify.annotations.Nullable;

/**
 * What the demo consists of: resources below {@code hydra/demo/} on the class path. The raw material, corpora and a base model,
 * is described here in the program; what was made from it beforehand is described by {@code demo.json}.
 *
 * @param programVersion the version that made it
 * @param cutting the version of the rules by which it cut sentences into word units
 * @param artefacts what was made, in the order of making
 * @param randomTranslations name of a resource with the translations of a model tuned in the same way from random rows:
 *     source, reference, translation, chrF
 */
record DemoManifest(String programVersion, int cutting, List<Made> artefacts, String randomTranslations) {

    static final String ROOT = "/hydra/demo/";
    static final String NAME = "English–Kabyle";
    static final String SOURCE = "en";
    static final String TARGET = "kab";
    static final String FILE = "demo.json";

    static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** A corpus among the resources. */
    record Corpus(String file, String name, CorpusRole role) {}

    /**
     * An artefact made beforehand, from what is in use when those before it are there.
     *
     * @param operation the id of what made it
     * @param settings of the operation, as they are stored
     * @param files name of a zip with its files; null when it is made anew, which takes a second
     */
    record Made(String operation, String name, JsonObject settings, long seed, JsonObject summary, @Nullable String files) {}

    static final String LICENCE = "Tatoeba (https://tatoeba.org), CC BY 2.0 FR";

    static final List<Corpus> CORPORA = List.of(
            new Corpus("corpus/eng-kab.tatoeba.train.tsv.gz", "Tatoeba, training", CorpusRole.TRAINING),
            new Corpus("corpus/eng-kab.synthetic.tsv.gz", "Tatoeba, English translated by phrases", CorpusRole.SYNTHETIC),
            new Corpus("corpus/eng-kab.tatoeba.dev.tsv.gz", "Tatoeba, development", CorpusRole.DEVELOPMENT),
            new Corpus("corpus/eng-kab.tatoeba.test.tsv.gz", "Tatoeba, test", CorpusRole.TEST));

    static final List<String> BASE = List.of(
            ConfigFile.NAME,
            ConfigFile.GENERATION,
            ModelWeights.SINGLE,
            TokenizerFolder.JSON,
            TokenizerFolder.CONFIG,
            "README.md",
            "LICENSE.md");

    /** Reads {@code demo.json}. */
    static DemoManifest read() throws HydraException {
        try (InputStream in = DemoManifest.class.getResourceAsStream(ROOT + FILE)) {
            if (in == null) {
                throw new InputException(
                        "This program came without the demo's ready-made parts; run hydra demo --rebuild to make them.");
            }
            return GSON.fromJson(Json.parseObject(new String(in.readAllBytes(), StandardCharsets.UTF_8)), DemoManifest.class);
        } catch (IOException e) {
            throw new ResourceException("The demo cannot be read from the program (" + Reasons.of(e) + ").", e);
        }
    }

    /** A resource of the demo as text. */
    static String text(String resource) throws HydraException {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ResourceException("The demo cannot be read from the program (" + Reasons.of(e) + ").", e);
        }
    }

    /** Copies a resource of the demo to a file. */
    static void copy(String resource, Path file) throws HydraException {
        try (InputStream in = open(resource)) {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.copy(in, file);
        } catch (IOException e) {
            throw ResourceException.in(file, "cannot be written", e);
        }
    }

    /** Unpacks a zip among the resources into a folder. */
    static void unpack(String resource, Path folder) throws HydraException {
        try (ZipInputStream zip = new ZipInputStream(open(resource))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder) || file.getParent() == null) {
                    throw new InputException("The demo's " + resource + " names a file outside its folder.");
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        } catch (IOException e) {
            throw ResourceException.in(folder, "cannot be written", e);
        }
    }

    private static InputStream open(String resource) throws InputException {
        InputStream in = DemoManifest.class.getResourceAsStream(ROOT + resource);
        if (in == null) {
            throw new InputException("The program lacks a part of the demo: " + resource + ". Install it again.");
        }
        return in;
    }
}
