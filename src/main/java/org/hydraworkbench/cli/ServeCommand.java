package org.hydraworkbench.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.hydraworkbench.align.format.SupervisionFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.server.EngineTranslator;
import org.hydraworkbench.server.LocalService;
import org.hydraworkbench.server.ProjectTeacher;
import org.hydraworkbench.server.ServedHydra;
import org.hydraworkbench.server.Teacher;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra serve}: translates for other programs until it is told to end. */
@Command(
        name = "serve",
        description = "Translates for other programs of this machine, which ask as they would ask LibreTranslate or OPUS-CAT, until Ctrl-C ends"
                + " it. Nobody outside this machine is answered, nor is a page of the web.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private @Nullable HydraChoice which;

    @Option(names = "--from", paramLabel = "TAG", description = "The first language of --memory, and one of --model; both directions are served.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TAG", description = "The second language of --memory, and one of --model.")
    private @Nullable String to;

    @Reads(Place.FILE)
    @Option(names = "--glossary", paramLabel = "FILE.tsv",
            description = "With --memory: words or phrases whose translation is fixed, a line each, 'source TAB target'; both directions keep to it.")
    private @Nullable Path glossary;

    @Within(least = 0, most = 65535)
    @Option(names = "--port", paramLabel = "N",
            description = "Where it listens, on 127.0.0.1; 0 for any port that is free (${DEFAULT-VALUE}, as OPUS-CAT does).")
    private int port = LocalService.USUAL_PORT;

    @Option(names = "--until-input-ends",
            description = "Also ends when its standard input does, as it does with a program that started it and is gone.")
    private boolean untilInputEnds;

    @CommandLine.Mixin
    private final MemoryMixin memory = new MemoryMixin();

    @CommandLine.Mixin
    private final DecodingMixin decoding = new DecodingMixin();

    @CommandLine.Mixin
    private final RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        if (!memory.given() && which == null) {
            throw new UsageException("Give what to translate by: --project, or --memory, --model or both.");
        }
        memory.requireUsed();
        if (decoding.isGiven() && !memory.given() && !(which != null && which.teaches())) {
            throw new UsageException("--decoding needs --memory or --project, whose sentences it translates by.");
        }
        if (memory.given() && which != null && which.ofProject()) {
            throw new UsageException("--project brings its own sentences; leave --memory out.");
        }
        if (glossary != null && !memory.given()) {
            throw new UsageException("--glossary needs --memory, whose sentences it goes before.");
        }
        if (which == null || !which.ofProject()) {
            requireLanguages();
        }
        Progress progress = new ConsoleProgress(line().getErr());
        if (which == null) {
            serve("memory", teacher(progress), null, progress);
        } else {
            serve(which, progress);
        }
        return 0;
    }

    private MemoryTeacher teacher(Progress progress) throws HydraException {
        List<SentencePair> terms = glossary == null ? List.of() : SupervisionFiles.terms(glossary);
        return new MemoryTeacher(memory, pair(), terms, decoding.read(), runtimeOptions.threads(), progress);
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private void requireLanguages() throws UsageException {
        if (from == null || to == null) {
            throw new UsageException("--memory and --model need --from and --to, the two languages.");
        }
        if (pair().from().equals(pair().to())) {
            throw new UsageException("--from and --to are both " + pair().from() + "; give two languages.");
        }
    }

    private LanguagePair pair() throws UsageException {
        return new LanguagePair(LanguageTag.parse(Objects.requireNonNull(from)), LanguageTag.parse(Objects.requireNonNull(to)));
    }

    private void serve(HydraChoice choice, Progress progress) throws HydraException {
        if (choice.ofProject() && (from != null || to != null)) {
            throw new UsageException("--from and --to are for --memory and --model; a project knows its languages.");
        }
        try (TensorRuntime runtime = runtimeOptions.open();
                HydraChoice.Opened opened = choice.open(from, to, !choice.teaches(), runtime, progress)) {
            HydraModel model = opened.hydra();
            ServedHydra hydra = model == null
                    ? null
                    : new ServedHydra(ServedHydra.alone(model), model.manifest(), HydraJudge.USUAL);
            Project project = opened.project();
            Teacher teacher = project == null
                    ? teacher(progress)
                    : new ProjectTeacher(project, choice.teaches(), decoding.given());
            Path named = project == null ? Objects.requireNonNull(model).folder() : project.file();
            serve(String.valueOf(named.getFileName()), teacher, hydra, progress);
        }
    }

    private void serve(String name, Teacher teacher, @Nullable ServedHydra hydra, Progress progress) throws HydraException {
        EngineTranslator translator = new EngineTranslator(name, teacher, hydra);
        List<LanguagePair> directions = translator.directions();
        try (LocalService service = new LocalService(translator)) {
            service.start(port); // before the long work, so that a port that is taken is told at once
            translator.prepare(directions.getFirst(), progress);
            line().getOut().println("Translating %s at http://127.0.0.1:%d for programs of this machine; Ctrl-C ends it.".formatted(
                    directions.stream().map(LanguagePair::toString).collect(Collectors.joining(" and ")), service.port()));
            AtomicBoolean ended = new AtomicBoolean();
            if (untilInputEnds) {
                Thread.ofPlatform().daemon().name("input").start(() -> awaitEndOfInput(ended));
            }
            while (!progress.isCancelled() && !ended.get()) {
                LockSupport.parkNanos(this, LOOK);
            }
        }
        progress.log("No longer translating.");
    }

    private static void awaitEndOfInput(AtomicBoolean ended) {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.debug("standard input cannot be read", e);
        }
        ended.set(true);
    }
}
