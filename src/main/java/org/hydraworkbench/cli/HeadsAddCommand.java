package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.eval.HeadWorth;
import org.hydraworkbench.hydra.HeadSource;
import org.hydraworkbench.hydra.HydraHeads;
import org.hydraworkbench.hydra.LanguagePack;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra heads add}: a further language. */
@Command(
        name = "add",
        description = "Adds a head to a Hydra: a model's, one of another Hydra, or a language pack. A head that was made on another body is"
                + " measured on both, where there is a text to measure by, and refused when it loses more than a tenth.",
        mixinStandardHelpOptions = true)
final class HeadsAddCommand implements Callable<Integer> {

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "HYDRA", description = "The Hydra.")
    private @Nullable Path model;

    @Reads(Place.FOLDER)
    @Option(names = "--head", required = true, paramLabel = "FROM",
            description = "Where the head comes from: a Hugging Face folder of the same width, a Hydra, or a language pack.")
    private @Nullable Path head;

    @Option(names = "--of", paramLabel = "TAG", description = "Which head of a Hydra; the one of --language if left out.")
    private @Nullable String of;

    @Option(names = "--language", paramLabel = "TAG",
            description = "The BCP 47 tag that it gets, for example kab; the one that it has if left out.")
    private @Nullable String language;

    @Reads(Place.FILE)
    @Option(names = "--check-text", paramLabel = "FILE",
            description = "UTF-8 text in the head's language, a document a line, to measure a head by that was made on another body; a language"
                    + " pack brings its own.")
    private @Nullable Path checkText;

    @Option(names = "--anyway", description = "Adds a head of another body whatever it is worth on this one.")
    private boolean anyway;

    @Writes(Place.FOLDER)
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The new Hydra's folder.")
    private @Nullable Path out;

    @CommandLine.Mixin
    private final RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        Progress progress = new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr());
        String which = of == null ? language : of;
        try (HeadSource source = HeadSource.open(Objects.requireNonNull(head), which == null ? null : LanguageTag.parse(which))) {
            if (checkText != null && source instanceof LanguagePack) {
                throw new UsageException("--check-text is for a head that comes with its body; a language pack brings its own text.");
            }
            if (of != null && !(source instanceof HeadSource.OfHydra)) {
                throw new UsageException("--of is for a head of a Hydra, and " + head + " is none.");
            }
            LanguageTag own = language == null ? source.language().orElse(null) : LanguageTag.parse(language);
            if (own == null) {
                throw new UsageException("--language is missing: " + head + " does not say of which language it is.");
            }
            HydraHeads.add(
                    Objects.requireNonNull(model),
                    source,
                    own,
                    hydra -> look(source, hydra, own, progress),
                    Objects.requireNonNull(out),
                    progress);
        }
        return 0;
    }

    /** A pack brings the text to measure by, and what its own body made of it; another head brings its body. */
    private void look(HeadSource source, Path hydra, LanguageTag own, Progress progress) throws HydraException {
        if (source instanceof LanguagePack pack) {
            LanguagePack.Check check = pack.check().orElse(null);
            if (check != null) {
                measure(hydra, own, check.lines(), runtime -> check.bitsPerByte(), progress);
            } else if (!anyway) {
                throw new InputException(head + ": was packed for another body than " + model + " has, and without a text to measure by; pack it"
                        + " with --check-text, add the head from its own Hydra, or use --anyway.");
            }
        } else if (checkText == null) {
            progress.warn("The head was made on another body; --check-text measures what it is worth on this one.");
        } else {
            List<String> text = TextLines.readAll(checkText);
            Path whole = source.whole().orElseThrow();
            LanguageTag called = source.language().orElse(own);
            measure(hydra, own, text, runtime -> HeadWorth.bitsPerByte(runtime, whole, called, text, progress), progress);
        }
    }

    /** What gives the bits per byte on the head's own body. */
    private interface OnItsOwn {
        double bitsPerByte(TensorRuntime runtime) throws HydraException;
    }

    private void measure(Path hydra, LanguageTag own, List<String> text, OnItsOwn onItsOwn, Progress progress) throws HydraException {
        HeadWorth worth;
        try (TensorRuntime runtime = runtimeOptions.open()) {
            progress.message("Measuring the head on both bodies");
            worth = new HeadWorth(onItsOwn.bitsPerByte(runtime), HeadWorth.bitsPerByte(runtime, hydra, own, text, progress));
        }
        Objects.requireNonNull(spec).commandLine().getOut().println(String.format(
                Locale.ROOT, "%.3f bits per byte on its own body, %.3f on the new one", worth.own(), worth.here()));
        if (worth.losesTooMuch() && !anyway) {
            throw new InputException(String.format(Locale.ROOT, "The head of %s needs %.0f %% more bits per byte on the new body than on its own,"
                    + " and up to %.0f %% is taken; tune it there first, or use --anyway.", own, 100 * (worth.here() / worth.own() - 1),
                    100 * HeadWorth.MOST_LOST));
        }
    }
}
