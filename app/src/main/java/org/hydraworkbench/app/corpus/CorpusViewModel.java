package org.hydraworkbench.app.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import org.hydraworkbench.app.parts.PagedList;
import org.hydraworkbench.app.shell.FileKind;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.synthetic.BackTranslation;
import org.hydraworkbench.text.Isolates;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/** The pairs of the project as a table: what is shown, in which order, and what a person does with rows. */
public final class CorpusViewModel {

    /** Which pairs are shown. */
    public enum Shown {
        ALL(null),
        INCLUDED(false),
        EXCLUDED(true);

        private final @Nullable Boolean excluded;

        Shown(@Nullable Boolean excluded) {
            this.excluded = excluded;
        }
    }

    private record Counts(long shown, long all, long excluded) {}

    private final Workbench workbench;
    private final PagedList<PairRow> rows;
    private final CorporaViewModel corpora;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable CorpusInfo> corpus = new SimpleObjectProperty<>(null);
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.ALL);
    private final ObjectProperty<PairOrder> order = new SimpleObjectProperty<>(PairOrder.CORPUS);
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable ImportViewModel> importing = new ReadOnlyObjectWrapper<>(null);
    private boolean listing;
    private int generation;

    public CorpusViewModel(Workbench workbench) {
        this.workbench = workbench;
        this.corpora = new CorporaViewModel(workbench);
        this.rows = new PagedList<>(workbench.jobs());
        corpora.list().addListener((ListChangeListener<CorpusInfo>) change -> listed());
        text.subscribe(value -> filter());
        corpus.subscribe(value -> filter());
        shown.subscribe(value -> filter());
        order.subscribe(value -> filter());
    }

    private @Nullable Project project() {
        return workbench.project().projectProperty().get();
    }

    /** Another project is open, or none. */
    public void opened() {
        importing.set(null);
        corpora.read();
    }

    /** Something in the project changed. */
    public void changed(ProjectChange change) {
        switch (change.kind()) {
            case CORPORA -> corpora.read();
            case EDITS, CURRENT -> rows.refresh();
            case INFO -> {
                corpora.read();
                ImportViewModel now = importing.get();
                if (now != null) {
                    now.lookAgain();
                }
            }
            case ARTEFACTS, JOBS, CONVERSATIONS, TERMS -> {}
        }
    }

    /** The corpora are known: the chosen one stays chosen, as it is now; then asks for the pairs. */
    private void listed() {
        CorpusInfo before = corpus.get();
        listing = true;
        corpus.set(before == null ? null : corpora.find(before.id()).orElse(null));
        listing = false;
        filter();
    }

    private PairFilter pairFilter() {
        CorpusInfo chosen = corpus.get();
        return PairFilter.all()
                .withText(text.get())
                .withCorpus(chosen == null ? null : chosen.id())
                .withExcluded(shown.get().excluded);
    }

    private void filter() {
        Project project = project();
        if (listing) {
            return;
        }
        if (project == null) {
            rows.setSource(null);
            counts.set("");
            return;
        }
        PairFilter filter = pairFilter();
        PairOrder sorted = order.get();
        rows.setSource(new PagedList.Source<>() {
            @Override
            public long count() throws HydraException {
                return project.corpora().count(filter);
            }

            @Override
            public List<PairRow> page(long offset, int limit) throws HydraException {
                return project.corpora().page(filter, sorted, offset, limit);
            }
        });
        count(project, filter);
    }

    private void count(Project project, PairFilter filter) {
        int asked = ++generation;
        workbench
                .jobs()
                .query(() -> new Counts(
                        project.corpora().count(filter),
                        project.corpora().count(PairFilter.all()),
                        project.corpora().count(PairFilter.all().withExcluded(true))))
                .onDone(found -> {
                    if (asked == generation) {
                        counts.set(Texts.format("corpus.counts", found.shown(), found.all(), found.excluded()));
                    }
                });
    }

    /** The name of the corpus that a pair belongs to; empty for one that is being removed. */
    public String corpusOf(PairRow pair) {
        return corpora.find(pair.corpusId()).map(CorpusInfo::name).orElse("");
    }

    /** Leaves pairs out, or takes them in again; can be undone. */
    public void exclude(List<PairRow> pairs, boolean excluded) {
        Project project = project();
        List<Long> ids = pairs.stream().filter(pair -> pair.excluded() != excluded).map(PairRow::id).toList();
        if (project != null && !ids.isEmpty()) {
            workbench.jobs().command(() -> project.corpora().exclude(ids, excluded));
        }
    }

    /** Asks a person for files to import. */
    public void chooseFiles() {
        List<String> patterns = new ArrayList<>(List.of("*.tsv", "*.csv", "*.txt", "*.tmx", "*.bars", "*.gz", "*.zip"));
        Project project = project();
        if (project != null) {
            for (Side side : Side.values()) {
                patterns.add("*." + project.info().language(side)); // of two files, one is often called so
            }
        }
        FileKind texts = new FileKind(Texts.get("corpus.files"), patterns);
        List<Path> chosen = workbench
                .dialogs()
                .openFiles(Texts.get("corpus.import.choose"), List.of(texts, FileKind.of(Texts.get("corpus.files.all"), "*")));
        importFiles(chosen);
    }

    /** Asks for a text in one language and, before much is done, whether to make synthetic pairs of it. */
    public void makeSynthetic() {
        workbench.project().current().ifPresent(project -> workbench
                .dialogs()
                .openFile(
                        Texts.get("corpus.synthetic.choose"),
                        List.of(
                                FileKind.of(Texts.get("corpus.synthetic.files"), "*.txt", "*.gz"),
                                FileKind.of(Texts.get("corpus.files.all"), "*")))
                .filter(file -> workbench
                        .dialogs()
                        .confirm(
                                Texts.get("corpus.synthetic.title"),
                                Texts.format("corpus.synthetic.question", Isolates.of(String.valueOf(file.getFileName()))),
                                Texts.get("corpus.synthetic.do")))
                .ifPresent(file -> workbench
                        .jobs()
                        .submit(Step.CORPUS, new BackTranslation(project, file, workbench.settings().current().runtimeOptions().threads()))
                        .onDone(made -> workbench.notices().status(Texts.format(
                                "corpus.synthetic.done",
                                made.outcome().made(),
                                made.corpus().name(),
                                BackTranslation.told(made.outcome().left()))))));
    }

    /** Prepares an import of these files; nothing is imported before the person says so. */
    public void importFiles(List<Path> files) {
        Project project = project();
        if (project != null && !files.isEmpty()) {
            ImportViewModel next = new ImportViewModel(project, workbench.jobs(), () -> importing.set(null));
            importing.set(next);
            next.choose(new ArrayList<>(files));
        }
    }

    /** The import being prepared, if any. */
    public ReadOnlyObjectProperty<@Nullable ImportViewModel> importingProperty() {
        return importing.getReadOnlyProperty();
    }

    public PagedList<PairRow> rows() {
        return rows;
    }

    /** The corpora, and what a person does with them. */
    public CorporaViewModel manager() {
        return corpora;
    }

    /** Words or characters that either side has to contain. */
    public StringProperty textProperty() {
        return text;
    }

    /** The corpus to show, or null for all. */
    public ObjectProperty<@Nullable CorpusInfo> corpusProperty() {
        return corpus;
    }

    public ObjectProperty<Shown> shownProperty() {
        return shown;
    }

    public ObjectProperty<PairOrder> orderProperty() {
        return order;
    }

    /** How many pairs there are, in a sentence. */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
