package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.eval.HeadWorth;
import org.hydraworkbench.hydra.LanguagePack;
import org.hydraworkbench.hydra.LanguagePacks;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra pack}: a language in one file. */
@Command(
        name = "pack",
        description = "Writes one language of a Hydra as a language pack: a file with its tokenizer and tables, for Hydras of the same body,"
                + " which `hydra heads add` adds it to.",
        mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "HYDRA", description = "The Hydra.")
    private @Nullable Path model;

    @Option(names = "--language", required = true, paramLabel = "TAG", description = "The language to pack.")
    private String language = "";

    @Reads(Place.FILE)
    @Option(names = "--check-text", paramLabel = "FILE",
            description = "UTF-8 text in the language, a document a line, which is measured and packed too, so that the pack can be checked where"
                    + " it is added to another body.")
    private @Nullable Path checkText;

    @Writes(Place.FILE)
    @Option(names = "--out", required = true, paramLabel = "FILE",
            description = "The language pack, for example kab" + LanguagePack.ENDING + ".")
    private @Nullable Path out;

    @CommandLine.Mixin
    private final RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        Path hydra = Objects.requireNonNull(model);
        LanguageTag tag = LanguageTag.parse(language);
        Progress progress = new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr());
        Optional<LanguagePack.Check> check = checkText == null ? Optional.empty() : Optional.of(measured(hydra, tag, checkText, progress));
        LanguagePacks.write(hydra, tag, check, Objects.requireNonNull(out), progress);
        return 0;
    }

    private LanguagePack.Check measured(Path hydra, LanguageTag tag, Path file, Progress progress) throws HydraException {
        List<String> text = TextLines.readAll(file);
        if (text.stream().mapToLong(String::length).sum() > LanguagePack.Check.MOST_TEXT) {
            throw new UsageException("--check-text " + file + ": a pack takes a text of at most a million characters; some hundred sentences do.");
        }
        progress.message("Measuring the head");
        try (TensorRuntime runtime = runtimeOptions.open()) {
            return new LanguagePack.Check(text, HeadWorth.bitsPerByte(runtime, hydra, tag, text, progress));
        }
    }
}
