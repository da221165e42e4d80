package org.hydraworkbench.app.alignment;

import java.util.List;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;
import org.hydraworkbench.app.parts.PagedList;
import org.hydraworkbench.app.parts.PagedRow;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.PairRow;
import org.jspecify.annotations.Nullable;

/** The list of pairs to work through, and which of them is being looked at. */
public final class PairsViewModel {

    private static final int SINGLY_READ = 50; // more are read by the page

    private final JobRunner jobs;
    private final PagedList<PairRow> rows;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<PairKind> kind = new SimpleObjectProperty<>(PairKind.ALL);
    private final IntegerProperty selectedIndex = new SimpleIntegerProperty(-1);
    private final ReadOnlyObjectWrapper<@Nullable PairRow> selected = new ReadOnlyObjectWrapper<>(null);
    private Subscription row = Subscription.EMPTY;
    private @Nullable Project project;
    private @Nullable PairSnapshot snapshot;
    private @Nullable Long wanted;

    public PairsViewModel(JobRunner jobs) {
        this.jobs = jobs;
        this.rows = new PagedList<>(jobs);
        text.subscribe(value -> filter());
        kind.subscribe(value -> filter());
        rows.addListener((ListChangeListener<PagedRow<PairRow>>) change -> listed());
        selectedIndex.subscribe(index -> look(index.intValue()));
    }

    /** Shows the pairs of another project, or none. */
    void open(@Nullable Project opened) {
        project = opened;
        filter();
    }

    /** Reads anew what is shown of these pairs, of all when none is named; they keep their places. */
    void refresh(Set<Long> changed) {
        Project now = project;
        if (now == null || changed.isEmpty() || changed.size() > SINGLY_READ) {
            rows.refresh();
            return;
        }
        PairSnapshot of = snapshot;
        jobs.query(() -> now.corpora().pairs(List.copyOf(changed))).onDone(read -> {
            if (of == snapshot) {
                read.forEach(this::show);
            }
        });
    }

    /** Shows a pair as it was just read, if it is in the list. */
    void show(PairRow pair) {
        PairSnapshot of = snapshot;
        int index = of == null ? -1 : of.indexOf(pair.id());
        if (index >= 0 && index < rows.size()) {
            rows.put(index, pair);
        }
    }

    /** Asks again which pairs there are, and stays with the one being looked at. */
    void reload() {
        PairRow now = selected.get();
        wanted = now == null ? wanted : Long.valueOf(now.id());
        filter();
    }

    private void filter() {
        Project now = project;
        snapshot = now == null ? null : new PairSnapshot(now.corpora(), kind.get().filter(text.get()), kind.get().order());
        rows.setSource(snapshot);
    }

    /** The rows are known: goes to the wanted pair, else to the first. */
    private void listed() {
        PairSnapshot of = snapshot;
        int index = wanted == null || of == null ? -1 : of.indexOf(wanted);
        wanted = null;
        selectedIndex.set(-1);
        selectedIndex.set(rows.isEmpty() ? -1 : Math.max(0, index));
    }

    private void look(int index) {
        row.unsubscribe();
        row = Subscription.EMPTY;
        if (index < 0 || index >= rows.size()) {
            selected.set(null);
        } else {
            row = rows.get(index).valueProperty().subscribe(value -> {
                if (value != null) {
                    selected.set(value);
                }
            });
        }
    }

    /** Goes to the next pair; stays at the last. */
    public void next() {
        move(1);
    }

    public void previous() {
        move(-1);
    }

    private void move(int by) {
        int to = selectedIndex.get() + by;
        if (to >= 0 && to < rows.size()) {
            selectedIndex.set(to);
        }
    }

    /** Goes to a pair; takes the filters away when it does not pass them. */
    public void reveal(long id) {
        PairSnapshot of = snapshot;
        int index = of == null ? -1 : of.indexOf(id);
        if (index >= 0) {
            selectedIndex.set(index);
            return;
        }
        wanted = id;
        if (text.get().isEmpty() && kind.get() == PairKind.ALL) {
            filter();
        } else {
            text.set("");
            wanted = id;
            kind.set(PairKind.ALL);
        }
    }

    public PagedList<PairRow> rows() {
        return rows;
    }

    /** Words or characters that either side has to contain. */
    public StringProperty textProperty() {
        return text;
    }

    public ObjectProperty<PairKind> kindProperty() {
        return kind;
    }

    /** The place of the pair being looked at, or −1. */
    public IntegerProperty selectedIndexProperty() {
        return selectedIndex;
    }

    /** The pair being looked at, once it has been read. */
    public ReadOnlyObjectProperty<@Nullable PairRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
