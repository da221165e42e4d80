package org.hydraworkbench.project.translation;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.conversations.Conversations;
import org.hydraworkbench.project.edits.Glossary;
import org.hydraworkbench.project.links.Alignments;
import org.hydraworkbench.project.links.CurrentAlignment;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/**
 * What a project's sentences teach about translating, in each direction: learnt when it is asked for, learnt anew when other sentences or
 * another alignment are in use, else brought up to what was said since. Safe for use by several threads.
 */
public final class ProjectKnowledge {

    private final Database database;
    private final Alignments alignments;
    private final Conversations conversations;
    private final Glossary glossary;
    private final Map<Side, Direction> directions = new EnumMap<>(Side.class);

    public ProjectKnowledge(Database database, Alignments alignments, Conversations conversations, Glossary glossary) {
        this.database = database;
        this.alignments = alignments;
        this.conversations = conversations;
        this.glossary = glossary;
        for (Side side : Side.values()) {
            directions.put(side, new Direction(side));
        }
    }

    /** Takes note of a change, before whoever made it goes on. */
    public void hear(ProjectChange change) {
        directions.values().forEach(direction -> direction.news.hear(change));
    }

    /**
     * What is known now about translating from a side of the project.
     *
     * @param fromTag its language
     * @param toTag the other side's
     * @throws InputException when the project has no alignment
     */
    public LiveKnowledge live(Side from, LanguageTag fromTag, LanguageTag toTag, Progress progress) throws HydraException {
        CurrentAlignment current = alignments.now();
        Artefact alignment = current.artefact().orElseThrow(
                () -> new InputException("The project has no alignment yet, by which it could translate; align its corpora first."));
        return Objects.requireNonNull(directions.get(from)).now(current, new Of(alignment.id(), fromTag, toTag), progress);
    }

    /** What something was learnt from. */
    private record Of(long alignment, LanguageTag from, LanguageTag to) {}

    /** What has changed since somebody looked. */
    private static final class News {

        private final Set<Long> pairs = new HashSet<>();
        private boolean somePairs;
        private boolean sentences;
        private boolean any;

        synchronized void hear(ProjectChange change) {
            switch (change.kind()) {
                case EDITS -> {
                    pairs.addAll(change.pairs());
                    somePairs |= change.pairs().isEmpty();
                    any = true;
                }
                case CORPORA, INFO -> sentences = true;
                case CONVERSATIONS, TERMS -> any = true;
                case ARTEFACTS, CURRENT, JOBS -> {}
            }
        }

        synchronized News take() {
            News taken = new News();
            taken.pairs.addAll(pairs);
            taken.somePairs = somePairs;
            taken.sentences = sentences;
            taken.any = any;
            pairs.clear();
            somePairs = false;
            sentences = false;
            any = false;
            return taken;
        }
    }

    private final class Direction {

        private final Side side;
        private final News news = new News();
        private @Nullable LiveKnowledge learnt;
        private @Nullable Of of;

        Direction(Side side) {
            this.side = side;
        }

        synchronized LiveKnowledge now(CurrentAlignment current, Of wanted, Progress progress) throws HydraException {
            News heard = news.take();
            LiveKnowledge known = learnt;
            learnt = null; // until it is whole: what fails or is cancelled is learnt anew
            if (known == null || heard.sentences || !wanted.equals(of)) {
                PairCutting cutting = new PairCutting(current, side == Side.TARGET);
                known = LiveKnowledge.learn(database, conversations, glossary, cutting, wanted.from, wanted.to, progress);
            } else if (heard.somePairs) {
                known.update();
            } else if (heard.any) {
                known.update(heard.pairs);
            }
            of = wanted;
            learnt = known;
            return known;
        }
    }
}
