package org.hydraworkbench.app.alignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import org.hydraworkbench.project.links.EffectOfEdit;
import org.hydraworkbench.project.links.LiveEffect;
import org.hydraworkbench.project.links.RowChange;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Encoding;
import org.jspecify.annotations.Nullable;

/** What edits change in the mapping and in the embedding rows, token by token, and how long that took to show. */
public final class EffectViewModel {

    /**
     * What the last edit changed.
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

    private final JobRunner jobs;
    private final ReadOnlyObjectWrapper<Effect> effect = new ReadOnlyObjectWrapper<>(Effect.NONE);
    private final ReadOnlyObjectWrapper<List<TokenEffect>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper();
    private @Nullable Project project;
    private long revision = -1;
    private int choosing;

    EffectViewModel(JobRunner jobs) {
        this.jobs = jobs;
    }

    /** Makes the effect of edits in a project ready, so that the first edit does not wait for it. */
    void open(@Nullable Project opened) {
        if (opened != project) {
            effect.set(Effect.NONE);
            chosen.set(List.of());
        }
        project = opened;
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
        Optional<Lease<LiveEffect>> found = project.alignments().live(Progress.none());
        if (found.isEmpty()) {
            return false;
        }
        try (Lease<LiveEffect> live = found.get()) {
            for (PairRow first : project.corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 1)) {
                live.get().apply(first.id());
            }
        }
        return true;
    }

    /**
     * What edits changed, as the project tells it.
     *
     * @param revision the state of the edits
     * @param tokens the target tokens that changed with them
     */
    record Answer(long revision, List<TokenEffect> tokens) {

        static final Answer NONE = new Answer(-1, List.of());
    }

    /** Works out what the edits of these pairs change, of any when there are none. Not for the JavaFX thread. */
    static Answer apply(Project project, Set<Long> pairs) throws HydraException {
        Optional<Lease<LiveEffect>> found = project.alignments().live(Progress.none());
        if (found.isEmpty()) {
            return Answer.NONE;
        }
        try (Lease<LiveEffect> live = found.get()) {
            return apply(live.get(), pairs.isEmpty() ? project.edits().editedPairs() : pairs);
        }
    }

    private static Answer apply(LiveEffect live, Collection<Long> pairs) throws HydraException {
        EffectOfEdit effect = live.apply(pairs);
        return new Answer(
                effect.editRevision(),
                effect.changes().stream()
                        .map(change -> effect(live, change))
                        .sorted(Comparator.comparingDouble(TokenEffect::mixtureDistance).reversed())
                        .toList());
    }

    /**
     * Shows what an edit changed.
     *
     * @param milliseconds since the person's gesture, or negative
     */
    void show(Answer answer, double milliseconds) {
        // What is known of this state of the edits already: a later question about it finds no further change.
        if (answer.revision() != revision || !answer.tokens().isEmpty()) {
            revision = answer.revision();
            effect.set(new Effect(answer.tokens(), milliseconds));
        }
    }

    /** The edits of these pairs changed, perhaps elsewhere or by an undo. */
    void edited(Set<Long> pairs) {
        Project now = project;
        if (now != null) {
            jobs.query(() -> apply(now, pairs)).onDone(answer -> show(answer, -1));
        }
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
        int asked = ++choosing;
        jobs.query(() -> rows(now, text, span)).onDone(rows -> {
            if (asked == choosing) {
                chosen.set(rows);
            }
        });
    }

    private static List<TokenEffect> rows(Project project, String text, Span span) throws HydraException {
        Optional<Lease<LiveEffect>> found = project.alignments().live(Progress.none());
        if (found.isEmpty()) {
            return List.of();
        }
        try (Lease<LiveEffect> live = found.get()) {
            return rows(live.get(), text, span);
        }
    }

    private static List<TokenEffect> rows(LiveEffect live, String text, Span span) throws HydraException {
        Encoding encoding = live.target().encode(text);
        List<TokenEffect> rows = new ArrayList<>();
        for (int k = 0; k < encoding.ids().length; k++) {
            if (new Span(encoding.starts()[k], encoding.ends()[k]).overlaps(span)) {
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

    /** What the last edit changed. */
    public ReadOnlyObjectProperty<Effect> effectProperty() {
        return effect.getReadOnlyProperty();
    }

    /** The rows of the tokens in the selected target segment. */
    public ReadOnlyObjectProperty<List<TokenEffect>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }
}
