package org.hydraworkbench.app.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Target;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.mapping.MappingStats;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.work.Operations;
import org.jspecify.annotations.Nullable;

/** The current mapping, token by token, with the edits of links in it. */
public final class MappingViewModel {

    private final Workbench workbench;
    private final ObservableList<TokenLine> all = FXCollections.observableArrayList();
    private final FilteredList<TokenLine> lines = new FilteredList<>(all);
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<TokenKind> kind = new SimpleObjectProperty<>(TokenKind.ALL);
    private final ObjectProperty<@Nullable TokenLine> selected = new SimpleObjectProperty<>(null);
    private final ReadOnlyObjectWrapper<List<PairRow>> examples = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable MappingStats> stats = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final Set<Long> edited = new HashSet<>();
    private @Nullable MappingSight sight;
    private @Nullable Integer wanted;
    private boolean visible;
    private boolean old = true;
    private int asked;

    public MappingViewModel(Workbench workbench) {
        this.workbench = workbench;
        text.subscribe(value -> filter());
        kind.subscribe(value -> filter());
        selected.subscribe(this::look);
    }

    private @Nullable Project project() {
        return workbench.project().projectProperty().get();
    }

    /** Another project is open, or none. */
    public void opened() {
        edited.clear();
        show(Optional.empty());
        empty.set(project() == null); // whether there is one is known when it was looked for
        changed();
    }

    /** Something in the project changed. */
    public void changed(ProjectChange change) {
        switch (change.kind()) {
            case EDITS -> {
                edited.addAll(change.pairs());
                changed();
            }
            case CURRENT -> changed();
            case CORPORA, ARTEFACTS, JOBS -> {}
        }
    }

    private void changed() {
        old = true;
        if (visible) {
            read();
        }
    }

    /** The workspace is in view or not; the mapping is read only while somebody looks. */
    public void setVisible(boolean value) {
        visible = value;
        if (visible && old) {
            read();
        }
    }

    private void read() {
        Project project = project();
        if (project == null) {
            return;
        }
        old = false;
        int now = ++asked;
        Set<Long> pairs = Set.copyOf(edited);
        edited.clear();
        reading.set(true);
        workbench.jobs()
                .query(progress -> MappingSight.read(project, pairs, progress))
                .onDone(found -> {
                    if (now == asked) {
                        show(found);
                    }
                })
                .onEnded(() -> {
                    if (now == asked) {
                        reading.set(false);
                    }
                });
    }

    private void show(Optional<MappingSight> found) {
        TokenLine before = selected.get();
        Integer id = wanted != null ? wanted : before == null ? null : Integer.valueOf(before.id());
        sight = found.orElse(null);
        stats.set(found.map(MappingSight::stats).orElse(null));
        all.setAll(found.map(MappingSight::lines).orElse(List.of()));
        empty.set(found.isEmpty());
        selected.set(null);
        if (id != null && id < all.size()) {
            wanted = null;
            selected.set(all.get(id));
        }
    }

    private void filter() {
        String part = text.get().strip();
        TokenKind shown = kind.get();
        lines.setPredicate(line -> shown.has(line) && (part.isEmpty() || line.token().contains(part)));
    }

    private void look(@Nullable TokenLine line) {
        Project project = project();
        examples.set(List.of());
        if (line != null && project != null) {
            workbench.jobs().query(progress -> MappingSight.examples(project, line, progress)).onDone(found -> {
                if (line.equals(selected.get())) {
                    examples.set(found);
                }
            });
        }
    }

    /** Shows a target token, now or when the mapping has been read. */
    public void reveal(int token) {
        text.set("");
        kind.set(TokenKind.ALL);
        if (token < all.size()) {
            selected.set(all.get(token));
        } else {
            wanted = token;
        }
    }

    /** Shows an example in the alignment workspace. */
    public void openPair(PairRow pair) {
        workbench.navigator().show(Step.ALIGNMENT, new Target.Pair(pair.id()));
    }

    /** Makes the mapping anew in the background. */
    public void build(MappingSettings settings) {
        Project project = project();
        if (project != null) {
            workbench.jobs().submit(Step.MAPPING, project.work().job(Operations.MAP, settings, Use.ALWAYS, workbench.environment()));
        }
    }

    /** The mixture of a line that is shown. */
    Mixture mixture(TokenLine line) {
        MappingSight now = sight;
        return now == null ? Mixture.empty() : now.mixture(line);
    }

    /** The target tokens that pass the filters. */
    public FilteredList<TokenLine> lines() {
        return lines;
    }

    public StringProperty textProperty() {
        return text;
    }

    public ObjectProperty<TokenKind> kindProperty() {
        return kind;
    }

    public ObjectProperty<@Nullable TokenLine> selectedProperty() {
        return selected;
    }

    /** Sentence pairs in which the selected token is linked. */
    public ReadOnlyObjectProperty<List<PairRow>> examplesProperty() {
        return examples.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable MappingStats> statsProperty() {
        return stats.getReadOnlyProperty();
    }

    /** Whether the mapping is being read. */
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Whether there is no mapping to show. */
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }
}
