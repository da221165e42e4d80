package org.hydraworkbench.project.links;

import java.util.List;
import java.util.Optional;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.align.model.UnitForms;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.corpora.Corpora;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.corpora.PairScores;
import org.hydraworkbench.project.edits.Edits;
import org.hydraworkbench.tokenizer.Segmentation;
import org.hydraworkbench.tokenizer.Segmenter;
import org.jspecify.annotations.Nullable;

/**
 * The alignment in use as it is at one moment, with what cuts its sentences, so that one question asked of it has one answer
 * whatever becomes of the project meanwhile. What people say of links is read when asked. Immutable, and safe for use by several
 * threads.
 */
public final class CurrentAlignment {

    private final Corpora corpora;
    private final Edits edits;
    private final @Nullable AlignmentFiles files;
    private final Segmenter source;
    private final Segmenter target;

    /**
     * @param files null where there is no alignment yet
     * @param source what cuts source sentences
     * @param target what cuts target sentences
     */
    CurrentAlignment(Corpora corpora, Edits edits, @Nullable AlignmentFiles files, Segmenter source, Segmenter target) {
        this.corpora = corpora;
        this.edits = edits;
        this.files = files;
        this.source = source;
        this.target = target;
    }

    /** The artefact, if there is an alignment. */
    public Optional<Artefact> artefact() {
        return files().map(AlignmentFiles::artefact);
    }

    /** The alignment's files, if there is one. */
    public Optional<AlignmentFiles> files() {
        return Optional.ofNullable(files);
    }

    /** What cuts source sentences for this alignment; words without one. */
    public Segmenter source() {
        return source;
    }

    /** What cuts target sentences for this alignment; words without one. */
    public Segmenter target() {
        return target;
    }

    PairScores scores() {
        return files == null ? PairScores.NONE : files;
    }

    /** The pair cut as the alignment cuts it, by words when there is none, with the links that hold. */
    public PairView view(long pairId) throws HydraException {
        PairRow pair = corpora.pair(pairId);
        Segmentation left = source.segment(pair.source());
        Segmentation right = target.segment(pair.target());
        return view(pair, left, right, files == null ? Alignment.empty() : files.links(pairId));
    }

    /** Cuts a text. */
    @FunctionalInterface
    public interface Cutting {

        Segmentation cut(String text) throws HydraException;
    }

    /** The same links on a pair cut in another way, by words or tokens for instance. */
    public PairView view(long pairId, Segmenter otherSource, Segmenter otherTarget) throws HydraException {
        return view(pairId, otherSource::segment, otherTarget::segment);
    }

    /** The same links on a pair that is cut in a way that is no unit of an alignment. */
    public PairView view(long pairId, Cutting otherSource, Cutting otherTarget) throws HydraException {
        PairRow pair = corpora.pair(pairId);
        Segmentation left = otherSource.cut(pair.source());
        Segmentation right = otherTarget.cut(pair.target());
        Alignment machine = files == null
                ? Alignment.empty()
                : LinkProjection.carryOver(
                        files.links(pairId), source.segment(pair.source()), target.segment(pair.target()), left, right);
        return view(pair, left, right, machine);
    }

    private PairView view(PairRow pair, Segmentation left, Segmentation right, Alignment machine) throws HydraException {
        return new PairView(pair, left, right, LinkProjection.effective(machine, edits.of(pair.id()), left, right));
    }

    /** The links of a pair between the segments of {@link #view(long)}. */
    public List<EffectiveLink> effective(long pairId) throws HydraException {
        return view(pairId).links();
    }

    /** What the alignment's model believes about a pair, between the segments of {@link #view(long)}; empty without one. */
    public Optional<PairPosteriors> posteriors(long pairId) throws HydraException {
        if (files == null) {
            return Optional.empty();
        }
        PairRow pair = corpora.pair(pairId);
        AlignmentModel model = files.model();
        UnitForms left = model.method().units(source.segment(pair.source()));
        UnitForms right = model.method().units(target.segment(pair.target()));
        return Optional.of(files.covers(pairId) ? model.posteriorsOfTrained(left, right) : model.posteriors(left, right));
    }

    /**
     * What the alignment's model believes about two sentences that it was not trained on.
     *
     * @param left cut by {@link #source()}
     * @param right cut by {@link #target()}
     * @throws IllegalStateException when there is no alignment
     */
    public PairPosteriors posteriors(Segmentation left, Segmentation right) throws HydraException {
        if (files == null) {
            throw new IllegalStateException("no alignment");
        }
        AlignmentModel model = files.model();
        return model.posteriors(model.method().units(left), model.method().units(right));
    }
}
