package org.hydraworkbench.project;

import com.google.gson.Gson;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.align.model.UnitForms;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.tokenizer.Segmentation;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The links of pairs as they hold now: those of the current alignment with the edits over them. Safe for use by several
 * threads.
 */
public final class Alignments {

    private static final Gson GSON = new Gson();

    private final Artefacts artefacts;
    private final Corpora corpora;
    private final Edits edits;
    private final OpenTokenizers tokenizers;
    private @Nullable AlignmentFiles open;

    Alignments(Artefacts artefacts, Corpora corpora, Edits edits, OpenTokenizers tokenizers) {
        this.artefacts = artefacts;
        this.corpora = corpora;
        this.edits = edits;
        this.tokenizers = tokenizers;
    }

    /** The current alignment. */
    public Optional<Artefact> current() throws HydraException {
        return artefacts.current(ArtefactKind.ALIGNMENT);
    }

    /** The pair cut as the current alignment cuts it, by words when there is none, with the links that hold. */
    public PairView view(long pairId) throws HydraException {
        Optional<AlignmentFiles> files = files();
        PairRow pair = corpora.pair(pairId);
        Segmentation source = sourceSegmenter().segment(pair.source());
        Segmentation target = targetSegmenter().segment(pair.target());
        Alignment machine = files.map(f -> f.links(pairId)).orElse(Alignment.empty());
        return new PairView(pair, source, target, LinkProjection.effective(machine, edits.of(pairId), source, target));
    }

    /** The same links on a pair cut in another way, by words or tokens for instance. */
    public PairView view(long pairId, Segmenter source, Segmenter target) throws HydraException {
        PairRow pair = corpora.pair(pairId);
        Segmentation newSource = source.segment(pair.source());
        Segmentation newTarget = target.segment(pair.target());
        Optional<AlignmentFiles> files = files();
        Alignment machine = Alignment.empty();
        if (files.isPresent()) {
            machine = LinkProjection.carryOver(
                    files.get().links(pairId),
                    files.get().source().segment(pair.source()),
                    files.get().target().segment(pair.target()),
                    newSource,
                    newTarget);
        }
        return new PairView(
                pair, newSource, newTarget, LinkProjection.effective(machine, edits.of(pairId), newSource, newTarget));
    }

    /** The links of a pair between the segments of {@link #view(long)}. */
    public List<EffectiveLink> effective(long pairId) throws HydraException {
        return view(pairId).links();
    }

    /** What the current alignment's model believes about a pair, between the segments of {@link #view(long)}; empty without one. */
    public Optional<PairPosteriors> posteriors(long pairId) throws HydraException {
        Optional<AlignmentFiles> files = files();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        PairRow pair = corpora.pair(pairId);
        AlignmentFiles alignment = files.get();
        AlignmentModel model = alignment.model();
        UnitForms source = model.method().units(alignment.source().segment(pair.source()));
        UnitForms target = model.method().units(alignment.target().segment(pair.target()));
        return Optional.of(alignment.covers(pairId) ? model.posteriorsOfTrained(source, target) : model.posteriors(source, target));
    }

    /** What cuts source sentences for the current alignment; words without one. */
    public Segmenter sourceSegmenter() throws HydraException {
        Optional<AlignmentFiles> files = files();
        return files.isPresent() ? files.get().source() : segmenter(Unit.WORD, tokenizers.current("source"));
    }

    /** What cuts target sentences for the current alignment; words without one. */
    public Segmenter targetSegmenter() throws HydraException {
        Optional<AlignmentFiles> files = files();
        return files.isPresent() ? files.get().target() : segmenter(Unit.WORD, tokenizers.current("target"));
    }

    /**
     * What cuts sentences of a side into units, with the current tokenizer of that side.
     *
     * @param role {@code source} or {@code target}
     * @throws InputException when the unit needs a tokenizer and there is none
     */
    public Segmenter segmenter(Unit unit, String role) throws HydraException {
        return segmenter(unit, tokenizers.current(role));
    }

    private static Segmenter segmenter(Unit unit, Optional<Tokenizer> tokenizer) throws InputException {
        if (tokenizer.isEmpty() && (unit == Unit.TOKEN || unit == Unit.UNIT)) {
            throw new InputException("Cutting text into tokens needs a tokenizer for both languages; choose or train one first.");
        }
        return Segmenter.of(unit, tokenizer.orElse(null));
    }

    PairScores scores() throws HydraException {
        Optional<AlignmentFiles> files = files();
        return files.isPresent() ? files.get() : PairScores.NONE;
    }

    /** The current alignment, opened. */
    synchronized Optional<AlignmentFiles> files() throws HydraException {
        Artefact artefact = current().orElse(null);
        if (artefact == null) {
            open = null;
        } else if (open == null || open.artefact().id() != artefact.id()) {
            open = open(artefact);
        }
        return Optional.ofNullable(open);
    }

    /** Opens any alignment, with the tokenizers that it was made with. */
    AlignmentFiles open(Artefact artefact) throws HydraException {
        Unit unit = GSON.fromJson(artefact.optionsJson(), AlignmentSettings.class).unit();
        return AlignmentFiles.open(
                artefact, segmenter(unit, used(artefact, "source")), segmenter(unit, used(artefact, "target")));
    }

    /** The tokenizer that an alignment was made with, else the current one, which adds tokens to words. */
    private Optional<Tokenizer> used(Artefact artefact, String role) throws HydraException {
        for (ArtefactInput input : artefact.inputs()) {
            Long id = input.artefactId();
            if (id != null && input.role().equals(role + " tokenizer")) {
                return Optional.of(tokenizers.get(artefacts.get(id)));
            }
        }
        return tokenizers.current(role);
    }
}
