package org.hydraworkbench.app.alignment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.project.edits.LinkRequest;
import org.jspecify.annotations.Nullable;

/**
 * The pair being looked at, and what a person says about it. An edit is drawn at once and given to the project; what holds then is
 * read once, when the project tells of the change. So undo, redo and edits made elsewhere arrive in the same way.
 */
public final class AlignmentViewModel implements HeatmapCommands {

    /** An edit that the project has not told of yet. */
    private record Gesture(long pair, long nanos) {}

    private final Workbench workbench;
    private final PairsViewModel pairs;
    private final EffectViewModel effect;
    private final ReadOnlyObjectWrapper<HeatmapModel> model = new ReadOnlyObjectWrapper<>(HeatmapModel.none());
    private final ReadOnlyObjectWrapper<@Nullable PairRow> pair = new ReadOnlyObjectWrapper<>(null);
    private final BooleanBinding acceptable =
            Bindings.createBooleanBinding(() -> !LinkGestures.acceptAll(model.get()).isEmpty(), model);
    private final Deque<Gesture> gestures = new ArrayDeque<>();
    private @Nullable PairSight sight;
    private int chosen;
    private int reading;
    private int storing;
    private boolean old;

    public AlignmentViewModel(Workbench workbench) {
        this.workbench = workbench;
        this.pairs = new PairsViewModel(workbench.jobs());
        this.effect = new EffectViewModel(workbench.jobs());
        pairs.selectedProperty().subscribe(this::look);
    }

    private @Nullable Project project() {
        return workbench.project().projectProperty().get();
    }

    /** Another project is open, or none. */
    public void opened() {
        effect.open(project());
        pairs.open(project());
    }

    /** Something in the project changed. */
    public void changed(ProjectChange change) {
        switch (change.kind()) {
            case EDITS -> edited(change.pairs());
            case CORPORA -> pairs.reload();
            case CURRENT -> {
                effect.open(project());
                pairs.reload();
            }
            case ARTEFACTS, JOBS, INFO, CONVERSATIONS, TERMS -> {}
        }
    }

    /** The edits of these pairs changed, or of any when none is named. */
    private void edited(Set<Long> changed) {
        PairRow row = pair.get();
        boolean shown = row != null && (changed.isEmpty() || changed.contains(row.id()));
        effect.edited(changed, shown && row != null ? row.id() : null, gestureOf(changed));
        Set<Long> others = new HashSet<>(changed);
        if (shown && row != null) {
            read();
            others.remove(row.id());
        }
        if (changed.isEmpty() || !others.isEmpty()) {
            pairs.refresh(others);
        }
    }

    /** When the person made the edit that is told of; null where nobody did here. */
    private @Nullable Long gestureOf(Set<Long> changed) {
        Gesture made = gestures.stream().filter(gesture -> changed.contains(gesture.pair())).findFirst().orElse(null);
        gestures.remove(made);
        return made == null ? null : Long.valueOf(made.nanos());
    }

    private void look(@Nullable PairRow row) {
        PairRow before = pair.get();
        pair.set(row);
        if (row == null || before == null || before.id() != row.id()) {
            sight = null;
            effect.forget();
            if (row == null) {
                model.set(HeatmapModel.none());
            } else {
                read();
            }
        }
    }

    /** Reads the pair. While an edit is being stored what is read may lack it: then again when it is. */
    private void read() {
        Project project = project();
        PairRow row = pair.get();
        if (project == null || row == null) {
            return;
        }
        if (storing > 0 && sight != null) {
            old = true;
            return;
        }
        PairSight before = sight;
        int asked = ++reading;
        workbench.jobs().query(() -> PairSight.read(project, row.id(), before)).onDone(found -> {
            if (asked != reading) {
                return;
            }
            if (storing > 0 && sight != null) {
                old = true;
                return;
            }
            boolean first = sight == null;
            sight = found;
            pairs.show(found.pair());
            pair.set(found.pair());
            model.set(found.model());
            if (first) {
                chooseTarget(chosen);
            }
        }).onEnded(() -> {
            if (asked == reading && sight == null) {
                model.set(HeatmapModel.none()); // the pair cannot be read, and the one before is not it
            }
        });
    }

    @Override
    public void edit(List<CellEdit> edits) {
        Project project = project();
        PairSight now = sight;
        if (project == null || now == null) {
            return;
        }
        List<LinkRequest> requests = now.requests(edits);
        String name = Texts.format("alignment.action.links", edits.size());
        Gesture gesture = new Gesture(now.pair().id(), System.nanoTime());
        gestures.add(gesture);
        model.set(model.get().edited(edits));
        store(() -> set(project, name, requests), gesture);
    }

    private static boolean set(Project project, String name, List<LinkRequest> requests) throws HydraException {
        if (requests.size() == 1) {
            LinkRequest only = requests.getFirst(); // its action is called by its words
            return project.edits().setLink(only.pairId(), only.source(), only.target(), only.state());
        }
        return project.edits().setLinks(name, requests);
    }

    /**
     * Has the project store something.
     *
     * @param command whether it changed anything; if not, the project tells nothing
     */
    private void store(JobRunner.Query<Boolean> command, @Nullable Gesture gesture) {
        storing++;
        JobRun<Boolean> run = workbench.jobs().commandWithAnswer(command);
        run.onDone(changed -> {
            if (!changed) {
                gestures.remove(gesture);
            }
        });
        run.onFailed(e -> {
            gestures.remove(gesture);
            old = true; // what was drawn does not hold
        });
        run.onEnded(() -> {
            storing--;
            if (storing == 0 && old) {
                old = false;
                read();
            }
        });
    }

    /** Makes all that the aligner proposes for the pair the person's own. */
    public void acceptAll() {
        List<CellEdit> edits = LinkGestures.acceptAll(model.get());
        if (!edits.isEmpty()) {
            edit(edits);
        }
    }

    /** Whether {@link #acceptAll} would do something. */
    public BooleanBinding acceptableBinding() {
        return acceptable;
    }

    /** Shows the mapping of a target segment, by its place in the sentence. */
    public void chooseTarget(int target) {
        PairSight now = sight;
        chosen = target;
        if (now != null && target < now.model().columns()) {
            effect.choose(now.pair().target(), now.targetSpan(target));
        }
    }

    /** Confirms the sentence, or takes that back. */
    public void confirm(boolean confirmed) {
        review(confirmed ? PairStatus.CONFIRMED : null);
    }

    /** Puts the sentence aside, says that it is right or wrong, or takes that back with null. */
    public void review(@Nullable PairStatus status) {
        Project project = project();
        PairRow row = pair.get();
        if (project != null && row != null) {
            store(() -> project.edits().review(row.id(), status), null);
        }
    }

    @Override
    public void confirmAndGoOn() {
        confirm(true);
        pairs.next();
    }

    @Override
    public void nextPair() {
        pairs.next();
    }

    @Override
    public void previousPair() {
        pairs.previous();
    }

    public PairsViewModel pairs() {
        return pairs;
    }

    public EffectViewModel effect() {
        return effect;
    }

    /** What the heatmap, the curves and the table of links show. */
    public ReadOnlyObjectProperty<HeatmapModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    /** The pair being looked at. */
    public ReadOnlyObjectProperty<@Nullable PairRow> pairProperty() {
        return pair.getReadOnlyProperty();
    }
}
