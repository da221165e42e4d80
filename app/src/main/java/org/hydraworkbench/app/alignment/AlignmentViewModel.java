package org.hydraworkbench.app.alignment;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.project.edits.LinkRequest;
import org.jspecify.annotations.Nullable;

/**
 * The pair being looked at, and what a person says about it. An edit is shown at once, stored by the project in the background,
 * and what is shown is then read back; so undo, redo and edits made elsewhere arrive in the same way.
 */
public final class AlignmentViewModel implements HeatmapCommands {

    private final Workbench workbench;
    private final PairsViewModel pairs;
    private final EffectViewModel effect;
    private final ReadOnlyObjectWrapper<HeatmapModel> model = new ReadOnlyObjectWrapper<>(HeatmapModel.none());
    private final ReadOnlyObjectWrapper<@Nullable PairRow> pair = new ReadOnlyObjectWrapper<>(null);
    private @Nullable PairSight sight;
    private int chosen;
    private int reading;
    private int storing;

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
            case EDITS -> {
                effect.edited(change.pairs());
                read();
                pairs.refresh();
            }
            case CORPORA -> pairs.reload();
            case CURRENT -> {
                pairs.reload();
                read();
                effect.open(project());
            }
            case ARTEFACTS, JOBS -> {}
        }
    }

    private void look(@Nullable PairRow row) {
        PairRow before = pair.get();
        pair.set(row);
        if (row == null) {
            sight = null;
            model.set(HeatmapModel.none());
        } else if (before == null || before.id() != row.id()) {
            sight = null;
            read();
        }
    }

    private void read() {
        Project project = project();
        PairRow row = pair.get();
        if (project == null || row == null) {
            return;
        }
        int asked = ++reading;
        workbench.jobs().query(() -> PairSight.read(project, row.id())).onDone(found -> {
            // While an edit is being stored, what was read may lack it; another reading follows.
            if (asked == reading && storing == 0) {
                sight = found;
                pair.set(found.pair());
                model.set(found.model());
                chooseTarget(chosen);
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
        model.set(model.get().edited(edits));
        long gesture = System.nanoTime();
        String name = name(edits);
        long pairId = now.pair().id();
        AtomicReference<EffectViewModel.@Nullable Answer> answer = new AtomicReference<>();
        store(workbench
                .jobs()
                .command(() -> {
                    if (requests.size() == 1) {
                        LinkRequest only = requests.getFirst(); // its action is called by its words
                        project.edits().setLink(only.pairId(), only.source(), only.target(), only.state());
                    } else {
                        project.edits().setLinks(name, requests);
                    }
                    answer.set(EffectViewModel.apply(project, Set.of(pairId)));
                })
                .onDone(done -> effect.show(
                        Objects.requireNonNullElse(answer.get(), EffectViewModel.Answer.NONE),
                        (System.nanoTime() - gesture) / 1e6)));
    }

    private static String name(List<CellEdit> edits) {
        return Texts.format("alignment.action.links", edits.size());
    }

    /** Counts what is being stored; the last to end reads back what holds. */
    private void store(JobRun<?> run) {
        storing++;
        run.onEnded(() -> {
            storing--;
            read();
        });
    }

    /** Makes all that the aligner proposes for the pair the person's own. */
    public void acceptAll() {
        List<CellEdit> edits = LinkGestures.acceptAll(model.get());
        if (!edits.isEmpty()) {
            edit(edits);
        }
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
        Project project = project();
        PairRow row = pair.get();
        if (project != null && row != null) {
            store(workbench.jobs().command(() -> project.edits().confirm(row.id(), confirmed)));
        }
    }

    /** Puts the sentence aside, says that it is wrong, or takes that back with null. */
    public void review(@Nullable PairStatus status) {
        Project project = project();
        PairRow row = pair.get();
        if (project != null && row != null) {
            store(workbench.jobs().command(() -> project.edits().review(row.id(), status)));
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
