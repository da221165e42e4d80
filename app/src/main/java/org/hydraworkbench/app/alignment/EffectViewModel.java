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
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.LiveEffect;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.RowChange;
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
    private final List<TokenEffect> gathered = new ArrayList<>();
    private @Nullable Project project;
    private long gesture;
    private int asking;
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
            jobs.query(() -> opened.live(Progress.none())).onDone(found -> {
                if (project == opened) {
                    live.set(found.isPresent());
                }
            });
        }
    }

    /** A person is making an edit now: the time runs. */
    void expect() {
        gesture = System.nanoTime();
    }

    /** The edits of these pairs changed; of any, when there are none. */
    void edited(Set<Long> pairs) {
        Project now = project;
        if (now == null) {
            return;
        }
        asking++;
        jobs.query(() -> apply(now, pairs)).onDone(changes -> {
            gathered.addAll(changes);
        }).onEnded(() -> {
            asking--;
            if (asking == 0) {
                show();
            }
        });
    }

    /** Shows what edits in quick succession changed together: each answer has only what the one before it did not. */
    private void show() {
        double waited = gesture == 0 ? -1 : (System.nanoTime() - gesture) / 1e6;
        gesture = 0;
        gathered.sort(Comparator.comparingDouble(TokenEffect::mixtureDistance).reversed());
        effect.set(new Effect(gathered, waited));
        gathered.clear();
    }

    private static List<TokenEffect> apply(Project project, Set<Long> pairs) throws HydraException {
        Optional<LiveEffect> found = project.live(Progress.none());
        if (found.isEmpty()) {
            return List.of();
        }
        LiveEffect live = found.get();
        Collection<Long> edited = pairs.isEmpty() ? project.edits().editedPairs() : pairs;
        return live.apply(edited).changes().stream().map(change -> effect(live, change)).toList();
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
        Optional<LiveEffect> found = project.live(Progress.none());
        if (found.isEmpty()) {
            return List.of();
        }
        LiveEffect live = found.get();
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
