package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.RowOverlay;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.links.LiveEffect;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which Hydra translates: one in a folder, or the one in use of a project, with what was edited since it was made. */
final class HydraChoice {

    /** The Hydra of a project. */
    static final class OfProject {
        @Reads(Place.PROJECT)
        @Option(names = "--project", required = true, paramLabel = "FILE.hydra",
                description = "A project: its Hydra in use, with the effect of the edits since it was made, and what its sentences teach.")
        private @Nullable Path file;

        @Option(names = "--without-edits", description = "With --project: by the Hydra alone, as it was made, without the effect of later edits.")
        private boolean withoutEdits;
    }

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The Hydra.")
    private @Nullable Path model;

    @ArgGroup(exclusive = false)
    private @Nullable OfProject project;

    /**
     * What is open, and the direction.
     *
     * @param hydra null where the project has none
     * @param project what it is of, open as long as it; null for none
     */
    record Opened(@Nullable HydraModel hydra, LanguageTag from, LanguageTag to, @Nullable Project project) implements AutoCloseable {

        /** The side of the project that is translated from, where the two languages are those of its sides. */
        Optional<Side> side() {
            if (project == null) {
                return Optional.empty();
            }
            LanguageTag source = project.info().sourceLanguage();
            LanguageTag target = project.info().targetLanguage();
            return from.equals(source) && to.equals(target)
                    ? Optional.of(Side.SOURCE)
                    : from.equals(target) && to.equals(source) ? Optional.of(Side.TARGET) : Optional.empty();
        }

        /** Of --memory if it is given, else of the project; null where that teaches nothing of these languages, and has a Hydra for them. */
        @Nullable Knowledge knowledge(MemoryMixin memory, int threads, Progress progress) throws HydraException {
            if (memory.given()) {
                return memory.learn(from.toString(), to.toString(), threads, progress);
            }
            Project of = Objects.requireNonNull(project);
            Side side = side().orElse(null);
            boolean aligned = of.alignments().now().files().isPresent();
            if (hydra != null && (side == null || !aligned)) {
                return null;
            }
            if (side == null) {
                throw new UsageException("The project is of " + of.info().sourceLanguage() + " and " + of.info().targetLanguage()
                        + "; give two of these with --from and --to.");
            }
            return of.knowledge().live(side, from, to, progress).knowledge();
        }

        @Override
        public void close() throws HydraException {
            if (hydra != null) {
                hydra.close();
            }
            if (project != null) {
                project.close();
            }
        }
    }

    /** Refuses a direction that is not known; to be called before long work. */
    void check(@Nullable String from, @Nullable String to) throws UsageException {
        if (model != null && (from == null || to == null)) {
            throw new UsageException("--model needs --from and --to, the two languages.");
        }
        for (String tag : new @Nullable String[] {from, to}) {
            if (tag != null) {
                LanguageTag.parse(tag);
            }
        }
    }

    /** Whether it is a project that is chosen. */
    boolean ofProject() {
        return project != null;
    }

    /** Whether what the project's sentences teach is wanted as well. */
    boolean teaches() {
        return project != null && !project.withoutEdits;
    }

    /**
     * Opens it; languages that are left out are those of the project, from its source to its target if both are.
     *
     * @param alone whether nothing but a Hydra will do
     */
    Opened open(@Nullable String from, @Nullable String to, boolean alone, TensorRuntime runtime, Progress progress) throws HydraException {
        if (project == null) {
            HydraModel hydra = HydraModel.open(runtime, Objects.requireNonNull(model), Progress.none());
            LanguagePair asked = new LanguagePair(LanguageTag.parse(Objects.requireNonNull(from)), LanguageTag.parse(Objects.requireNonNull(to)));
            if (hydra.manifest().possible().contains(asked) && !hydra.manifest().isMadeFor(asked)) {
                progress.log("This Hydra was not tuned for translating from " + asked.from() + " to " + asked.to() + ", only for "
                        + hydra.manifest().directions().stream().map(LanguagePair::toString).collect(Collectors.joining(", ")));
            }
            return new Opened(hydra, asked.from(), asked.to(), null);
        }
        Path file = Objects.requireNonNull(project.file);
        Project open = Project.open(file);
        open.remarks().forEach(progress::log);
        HydraModel hydra = null;
        try {
            boolean aligned = open.alignments().now().files().isPresent();
            Artefact made = alone || !aligned ? hydraOf(open, file) : open.artefacts().hydra().orElse(null);
            if (made != null) {
                hydra = HydraModel.open(runtime, made.folder(), Progress.none());
                if (!project.withoutEdits) {
                    addEdits(open, hydra, progress);
                }
            }
            LanguageTag left = from == null ? other(open, to, Side.SOURCE) : LanguageTag.parse(from);
            LanguageTag right = to == null ? other(open, from, Side.TARGET) : LanguageTag.parse(to);
            return new Opened(hydra, left, right, open);
        } catch (HydraException | RuntimeException e) {
            if (hydra != null) {
                hydra.close();
            }
            open.close();
            throw e;
        }
    }

    /** The language of a side, or the project's other one where it is given already. */
    private static LanguageTag other(Project open, @Nullable String given, Side side) throws HydraException {
        LanguageTag usual = open.info().language(side);
        boolean taken = given != null && LanguageTag.parse(given).equals(usual);
        return taken ? open.info().language(side == Side.SOURCE ? Side.TARGET : Side.SOURCE) : usual;
    }

    private static Artefact hydraOf(Project open, Path file) throws HydraException {
        return open.artefacts().hydra().orElseThrow(() -> new InputException(
                "The project has no Hydra yet; `hydra project run " + ProjectFileMixin.shown(file) + " --all` makes one."));
    }

    /** Adds to the rows of the new language what the edits since the Hydra was made change in their beginnings. */
    private static void addEdits(Project open, HydraModel hydra, Progress progress) throws HydraException {
        Optional<Lease<LiveEffect>> live = open.alignments().live(progress);
        if (live.isPresent()) {
            try (Lease<LiveEffect> lease = live.get()) {
                RowOverlay overlay = lease.get().overlay();
                if (overlay.ids().length > 0) {
                    progress.log("With the edits since the Hydra was made, which change %,d of its tokens".formatted(overlay.ids().length));
                    hydra.overlay(open.info().targetLanguage(), overlay);
                }
            }
        }
    }
}
