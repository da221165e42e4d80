package org.hydraworkbench.app.alignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hydraworkbench.app.mapping.Mixture;
import org.hydraworkbench.app.mapping.TokenNames;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.links.LiveEffect;
import org.hydraworkbench.project.links.RowChange;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * What the last edit of the pair being looked at changed in the mapping and in the embedding rows, token by token, and how long that took
 * to show.
 */
public final class EffectViewModel {

    /**
     * What an edit changed.
     *
     * @param tokens the target tokens that changed, those whose mixture moved farthest first
     * @param milliseconds from the gesture until this was known; negative where nobody made a gesture, as for an undo
     */
    public record Effect(List<TokenEffect> tokens, double milliseconds) {

        static final Effect NONE = new Effect(List.of(), -1);

        public Effect {
            tokens = List.copyOf(tokens);
        }
    }

    /** A part of a target sentence. */
    private record Part(String text, Span span) {}

    /**
     * What the project answers when edits changed.
     *
     * @param changed the target tokens that changed; null when they are not of the pair being looked at
     * @param chosen the rows of the chosen part as they are now
     */
    private record Answer(@Nullable List<TokenEffect> changed, List<TokenEffect> chosen) {}

    /** Asks the mapping that follows edits, off the JavaFX thread. */
    @FunctionalInterface
    private interface Question<R> {
        R ask(LiveEffect live) throws HydraException;
    }

    private final JobRunner jobs;
    private final ReadOnlyObjectWrapper<Effect> effect = new ReadOnlyObjectWrapper<>(Effect.NONE);
    private final ReadOnlyObjectWrapper<List<TokenEffect>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper();
    private @Nullable Project project;
    private @Nullable Part part;
    private int looking;

    EffectViewModel(JobRunner jobs) {
        this.jobs = jobs;
    }

    /** Makes the effect of edits in a project ready, so that the first edit does not wait for it. */
    void open(@Nullable Project opened) {
        project = opened;
        forget();
        live.set(false);
        if (opened != null) {
            jobs.query(() -> warmed(opened)).onDone(found -> {
                if (project == opened) {
                    live.set(found);
                }
            });
        }
    }

    /** Opens what edits change, and goes the way of an edit once without one, since a first time takes long. */
    private static boolean warmed(Project project) throws HydraException {
        return ask(project, live -> {
            for (PairRow first : project.corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 1)) {
                live.apply(first.id());
            }
            return true;
        })
                .orElse(false);
    }

    /** Asks the mapping that follows edits; empty when there is none. */
    private static <R> Optional<R> ask(Project project, Question<R> question) throws HydraException {
        Optional<Lease<LiveEffect>> found = project.alignments().live(Progress.none());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (Lease<LiveEffect> live = found.get()) {
            return Optional.of(question.ask(live.get()));
        }
    }

    /** Another pair is being looked at: what was shown is of the one before. */
    void forget() {
        looking++;
        part = null;
        effect.set(Effect.NONE);
        chosen.set(List.of());
    }

    /**
     * The edits of pairs changed: takes them in, and shows what that changes for the pair being looked at.
     *
     * @param pairs of which pairs; of any when there are none
     * @param shown the pair being looked at when it is among them, else null
     * @param gesture when the person made the edit ({@link System#nanoTime}); null where nobody did, as for an undo
     */
    void edited(Set<Long> pairs, @Nullable Long shown, @Nullable Long gesture) {
        Project now = project;
        if (now == null) {
            return;
        }
        int asked = looking;
        Part of = part;
        jobs.query(() -> ask(now, live -> {
                    Set<Long> all = pairs.isEmpty() ? Set.copyOf(now.edits().editedPairs()) : pairs;
                    return applied(live, all, shown, of);
                }))
                .onDone(answer -> answer.ifPresent(known -> {
                    List<TokenEffect> changed = known.changed();
                    if (asked == looking && changed != null) {
                        effect.set(new Effect(changed, gesture == null ? -1 : (System.nanoTime() - gesture) / 1e6));
                    }
                    if (of != null && of.equals(part)) {
                        chosen.set(known.chosen());
                    }
                }));
    }

    private static Answer applied(LiveEffect live, Set<Long> pairs, @Nullable Long shown, @Nullable Part part)
            throws HydraException {
        Set<Long> others = new HashSet<>(pairs);
        List<TokenEffect> changed = null;
        if (shown != null) {
            changed = changes(live, List.of(shown));
            others.remove(shown);
        }
        if (!others.isEmpty()) {
            live.apply(others);
        }
        return new Answer(changed, part == null ? List.of() : rows(live, part));
    }

    private static List<TokenEffect> changes(LiveEffect live, Collection<Long> pairs) throws HydraException {
        return live.apply(pairs).changes().stream()
                .map(change -> effect(live, change))
                .sorted(Comparator.comparingDouble(TokenEffect::mixtureDistance).reversed())
                .toList();
    }

    private static TokenEffect effect(LiveEffect live, RowChange change) {
        return new TokenEffect(
                change.target(),
                TokenNames.of(live.target(), change.target()),
                Mixture.of(change.before(), id -> TokenNames.of(live.source(), id)),
                Mixture.of(change.after(), id -> TokenNames.of(live.source(), id)),
                change.distance(),
                change.cosine());
    }

    /** Shows the rows of the tokens in a part of a target sentence. */
    void choose(String text, Span span) {
        Project now = project;
        if (now == null) {
            return;
        }
        Part wanted = new Part(text, span);
        part = wanted;
        jobs.query(() -> ask(now, live -> rows(live, wanted))).onDone(found -> {
            if (wanted.equals(part)) {
                chosen.set(found.orElse(List.of()));
            }
        });
    }

    private static List<TokenEffect> rows(LiveEffect live, Part part) throws HydraException {
        Encoding encoding = live.target().encode(part.text());
        List<TokenEffect> rows = new ArrayList<>();
        for (int k = 0; k < encoding.ids().length; k++) {
            if (new Span(encoding.starts()[k], encoding.ends()[k]).overlaps(part.span())) {
                int id = encoding.ids()[k];
                Mixture mixture = Mixture.of(live.row(id), source -> TokenNames.of(live.source(), source));
                rows.add(TokenEffect.unchanged(id, TokenNames.of(live.target(), id), mixture));
            }
        }
        return rows;
    }

    /** Whether there is a mapping that follows edits. */
    public ReadOnlyBooleanProperty liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** What the last edit of the pair being looked at changed; {@link Effect#NONE} until there is one. */
    public ReadOnlyObjectProperty<Effect> effectProperty() {
        return effect.getReadOnlyProperty();
    }

    /** The rows of the tokens in the selected target segment. */
    public ReadOnlyObjectProperty<List<TokenEffect>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }
}
