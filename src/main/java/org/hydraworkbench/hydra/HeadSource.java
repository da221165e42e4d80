package org.hydraworkbench.hydra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.transfer.EmbeddingTables;
import org.jspecify.annotations.Nullable;

/** Where a head that is added to a Hydra comes from. */
public sealed interface HeadSource extends AutoCloseable permits HeadSource.OfModel, HeadSource.OfHydra, LanguagePack {

    /**
     * Opens a plain model, another Hydra or a language pack.
     *
     * @param of which head of a Hydra; not looked at for others
     */
    static HeadSource open(Path from, @Nullable LanguageTag of) throws HydraException {
        if (Files.isRegularFile(from)) {
            return LanguagePack.open(from);
        }
        if (!HydraManifest.isHydra(from)) {
            return new OfModel(from);
        }
        if (of == null) {
            throw new UsageException(from + ": is a Hydra; say with --of which of its heads is meant.");
        }
        HydraManifest manifest = HydraManifest.read(from);
        manifest.requireHead(from, of);
        return new OfHydra(from, of, manifest);
    }

    /** The language that it was made for, where that is written down. */
    Optional<LanguageTag> language();

    /** The model or Hydra that it is part of; empty where it comes alone. */
    Optional<Path> whole();

    /** The fingerprint of the body that it was made for. */
    String body(Progress progress) throws HydraException;

    /** Whether it can write too. */
    boolean writes();

    /** What it was made to translate. */
    List<LanguagePair> directions();

    /** The templates that it was tuned with. */
    List<PromptTemplate> templates();

    /** Writes tokenizer and tables as the folder of a head, which is made. */
    void write(Path folder, Progress progress) throws HydraException;

    @Override
    void close();

    /** The vocabulary of a plain model. */
    record OfModel(Path model) implements HeadSource {

        @Override
        public Optional<LanguageTag> language() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> whole() {
            return Optional.of(model);
        }

        @Override
        public String body(Progress progress) throws HydraException {
            return BodyFingerprint.of(model, progress);
        }

        @Override
        public boolean writes() {
            return true;
        }

        @Override
        public List<LanguagePair> directions() {
            return List.of();
        }

        @Override
        public List<PromptTemplate> templates() {
            return List.of();
        }

        @Override
        public void write(Path folder, Progress progress) throws HydraException {
            try (EmbeddingTables tables = EmbeddingTables.open(model)) {
                tables.warn(progress);
                HydraAssembler.writeHead(model, tables, folder);
            }
        }

        @Override
        public void close() {}
    }

    /** A head of another Hydra. */
    record OfHydra(Path hydra, LanguageTag of, HydraManifest manifest) implements HeadSource {

        @Override
        public Optional<LanguageTag> language() {
            return Optional.of(of);
        }

        @Override
        public Optional<Path> whole() {
            return Optional.of(hydra);
        }

        @Override
        public String body(Progress progress) throws HydraException {
            return BodyFingerprint.of(HydraManifest.body(hydra), progress);
        }

        @Override
        public boolean writes() {
            return manifest.writes(of);
        }

        @Override
        public List<LanguagePair> directions() {
            return manifest.directionsOf(of);
        }

        @Override
        public List<PromptTemplate> templates() {
            return manifest.templates();
        }

        @Override
        public void write(Path folder, Progress progress) throws HydraException {
            Folders.link(HydraManifest.head(hydra, of), folder, Set.of());
        }

        @Override
        public void close() {}
    }
}
