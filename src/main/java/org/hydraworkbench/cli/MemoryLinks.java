package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.PortableModel;
import org.hydraworkbench.align.format.LinkFile;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.decode.phrase.Linking;
import org.hydraworkbench.decode.phrase.Phrases.LinkedPair;
import org.hydraworkbench.project.links.LinkProjection;
import org.hydraworkbench.tokenizer.Segmentation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How the words of a memory are linked, where it is not to be aligned anew. */
final class MemoryLinks {

    @Reads(Place.FILE)
    @Option(names = "--links", paramLabel = "FILE",
            description = "Links of the words of --memory, line N for pair N, or any other link format; without them it is aligned.")
    private @Nullable Path links;

    @CommandLine.Mixin
    private final LinkFormatMixin format = new LinkFormatMixin();

    @Reads(Place.FILE)
    @Option(names = "--align-model", paramLabel = "FILE",
            description = "A model that 'align --save-model' wrote: links the words of --memory at once, without training.")
    private @Nullable Path model;

    @CommandLine.Mixin
    private final UnitsMixin units = new UnitsMixin();

    /** Gives the links of one pair after the other. */
    private interface Linker extends AutoCloseable {

        Alignment next(Segmentation source, Segmentation target) throws HydraException;

        /** To be called after the last pair. */
        default void requireEnd() throws HydraException {}

        @Override
        default void close() throws HydraException {}
    }

    /** Whether any option was given. */
    boolean given() throws UsageException {
        return isLinked() || units.given() || format.format() != null;
    }

    /** Whether the links are there, or what makes them. */
    boolean isLinked() {
        return links != null || model != null;
    }

    /** Refuses options that do not fit together; to be called before long work. */
    void check() throws UsageException {
        if (links != null && model != null) {
            throw new UsageException("--links and --align-model both say how the words of --memory are linked; leave one of the two out.");
        }
        if (format.format() != null && links == null) {
            throw new UsageException("--link-format is the format of --links, which is missing.");
        }
        if (units.given() && !isLinked()) {
            throw new UsageException("--unit and the tokenizers say what --links or --align-model links; both are missing.");
        }
        units.check();
    }

    /**
     * Learns what pairs teach by their links.
     *
     * @param turned whether the translation goes from the second side of the pairs to the first
     * @param confirmed pairs that a person holds to be right, in the order of {@code pairs}
     */
    Knowledge learn(PairSource pairs, boolean turned, List<SentencePair> confirmed, Progress progress) throws HydraException {
        try (UnitsMixin.Units cut = units.open();
                Linker linker = open(cut)) {
            progress.message("Phrases by the links");
            Knowledge.Builder builder = new Knowledge.Builder();
            for (SentencePair pair = pairs.next(); pair != null; pair = pairs.next()) {
                progress.checkCancelled();
                Segmentation source = cut.source().segment(pair.source());
                Segmentation target = cut.target().segment(pair.target());
                CutText left = CutText.of(pair.source());
                CutText right = CutText.of(pair.target());
                Alignment found = LinkProjection.carryOver(
                        linker.next(source, target), source, target, left.segmentation(), right.segmentation());
                builder.add(turned(pair, turned), turned
                        ? new LinkedPair(right.forms(), left.forms(), found.reversed())
                        : new LinkedPair(left.forms(), right.forms(), found));
            }
            linker.requireEnd();
            Knowledge knowledge = builder.build();
            for (SentencePair pair : confirmed) {
                knowledge.confirm(turned(pair, turned));
            }
            return knowledge;
        }
    }

    private static SentencePair turned(SentencePair pair, boolean turned) {
        return turned ? pair.reversed() : pair;
    }

    private Linker open(UnitsMixin.Units cut) throws HydraException {
        if (model != null) {
            PortableModel portable = PortableModel.load(model);
            portable.requireUnits(cut.source(), cut.target());
            return (source, target) -> link(portable.model(), source, target);
        }
        LinkFile file = LinkFile.open(Objects.requireNonNull(links), format.format(), null);
        return new Linker() {
            @Override
            public Alignment next(Segmentation source, Segmentation target) throws HydraException {
                return file.next(source.size(), target.size());
            }

            @Override
            public void requireEnd() throws HydraException {
                file.requireEnd();
            }

            @Override
            public void close() throws HydraException {
                file.close();
            }
        };
    }

    private static Alignment link(AlignmentModel model, Segmentation source, Segmentation target) throws HydraException {
        if (Math.max(source.size(), target.size()) > AlignOptions.defaults().longest()) {
            return Alignment.empty(); // as when it is aligned anew
        }
        PairPosteriors found = model.posteriors(model.method().units(source), model.method().units(target));
        return found.alignment(found.links(Symmetrization.THRESHOLD, Linking.LEAST_CONFIDENCE));
    }
}
