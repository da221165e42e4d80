package org.hydraworkbench.app.translate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.hydraworkbench.app.plot.PlotFiles;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.text.Side;

/** Answers that a person put right, and adding them to the project as a corpus of confirmed pairs. */
public final class Corrections {

    private final Workbench workbench;
    private final ObservableList<Exchange> conversation;
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();

    /** @param conversation as it is at any time */
    Corrections(Workbench workbench, ObservableList<Exchange> conversation) {
        this.workbench = workbench;
        this.conversation = conversation;
        conversation.addListener((ListChangeListener<Exchange>) change -> count());
    }

    /** How many corrections are not in the corpus yet. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Asks for the right translation, the answer or the last correction to begin with; an empty one is none. */
    public void correct(Exchange exchange) {
        String now = exchange.correctionProperty().get();
        Optional<String> text = workbench
                .dialogs()
                .askSentence(
                        Texts.get("translate.correct.title"),
                        Texts.format("translate.correct.label", exchange.request().text()),
                        now.isEmpty() ? exchange.answer() : now,
                        Directed.language(exchange.request().to()));
        text.ifPresent(right -> keep(exchange, right.strip()));
    }

    /** Takes an answer as it is for right: from now on it is the translation of that text, and what it says of words counts. */
    public void confirm(Exchange exchange) {
        keep(exchange, exchange.answer());
        if (side(exchange).isPresent()) {
            workbench.notices().status(Texts.get("translate.confirmed"));
        }
    }

    /** Takes another translation that was thought of for right. */
    void take(Exchange exchange, String other) {
        keep(exchange, other);
    }

    private void keep(Exchange exchange, String right) {
        exchange.corrected(right);
        long id = exchange.id();
        if (id != 0) {
            workbench.project()
                    .current()
                    .ifPresent(project -> workbench.jobs().command(() -> project.conversations().correct(id, right)));
        }
        count();
        if (side(exchange).isEmpty()) {
            workbench.notices().status(Texts.get("translate.corrections.languages"));
        }
    }

    private List<Exchange> pending() {
        return conversation.stream()
                .filter(exchange -> !exchange.correctionProperty().get().isEmpty() && !exchange.isKept() && side(exchange).isPresent())
                .toList();
    }

    /** The side of the project's pairs that was asked in; none when a Hydra with other languages, or former tags, was asked. */
    private Optional<Side> side(Exchange exchange) {
        Exchange.Request request = exchange.request();
        return workbench.project().current().map(Project::info).flatMap(info -> Arrays.stream(Side.values())
                .filter(side -> request.from().equals(info.language(side).toString())
                        && request.to().equals(info.language(side.other()).toString()))
                .findFirst());
    }

    private void count() {
        waiting.set(pending().size());
    }

    /** Adds the corrections that are not there yet to the project, as one corpus of confirmed pairs. */
    public void addToCorpus() {
        workbench.project().current().ifPresent(project -> {
            List<Exchange> taken = pending();
            List<List<String>> rows = new ArrayList<>();
            for (Exchange exchange : taken) {
                String text = exchange.request().text();
                String right = exchange.correctionProperty().get();
                rows.add(side(exchange).equals(Optional.of(Side.SOURCE)) ? List.of(text, right) : List.of(right, text));
            }
            if (!rows.isEmpty()) {
                workbench.jobs().submit(Step.TRANSLATE, new Adding(project, rows, taken.stream().map(Exchange::id).toList())).onDone(corpus -> {
                    taken.forEach(exchange -> exchange.stored(exchange.id(), true));
                    count();
                    workbench.notices().status(Texts.format("translate.corrections.added", rows.size(), corpus.name()));
                });
            }
        });
    }

    private record Adding(Project project, List<List<String>> rows, List<Long> exchanges) implements Job<CorpusInfo> {

        @Override
        public String title() {
            return Texts.get("translate.corrections.job");
        }

        @Override
        public CorpusInfo run(Progress progress) throws HydraException {
            Path folder = Folders.temporary("hydra-corrections");
            try {
                Path file = folder.resolve("corrections.tsv");
                PlotFiles.writeText(PlotFiles.tsv(rows), file);
                CorpusInfo corpus = project.work()
                        .importCorpus(ImportRequest.of(file)
                                .withName(Texts.get("translate.corrections.name"))
                                .withOrigin(Texts.get("translate.corrections.origin")))
                        .run(progress)
                        .getFirst();
                long[] pairs = project.corpora().ids(PairFilter.all().withCorpus(corpus.id()), PairOrder.CORPUS);
                for (int k = 0; k < pairs.length; k++) {
                    project.edits().confirm(pairs[k], true);
                    if (exchanges.get(k) != 0) {
                        project.conversations().keep(exchanges.get(k), pairs[k]);
                    }
                }
                return corpus;
            } finally {
                Folders.delete(folder);
            }
        }
    }
}
