package org.hydraworkbench.app.translate;

import javafx.collections.ObservableList;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;

/** Keeps a conversation as the project has it: what was asked before, what has ended, and what came from elsewhere, as from other programs. */
final class KeptConversation {

    private final Workbench workbench;
    private final ObservableList<Exchange> conversation;
    /** The highest number in the project of an exchange that is shown, or was. */
    private long newest;
    /** What is being read from the project or stored in it: it has no number here yet, by which it would be known again. */
    private int unsettled;
    private boolean newsCame;

    KeptConversation(Workbench workbench, ObservableList<Exchange> conversation) {
        this.workbench = workbench;
        this.conversation = conversation;
        workbench.project().addListener(change -> {
            if (change.kind() == ProjectChange.Kind.CONVERSATIONS) {
                newsCame = true;
                addNews();
            }
        });
    }

    private boolean isOpen(Project project) {
        return workbench.project().projectProperty().get() == project;
    }

    /** Shows what was asked in a project before. */
    void recall(Project project) {
        newest = 0;
        unsettled++;
        workbench.jobs()
                .query(() -> StoredExchanges.read(project))
                .onDone(found -> {
                    if (isOpen(project)) {
                        conversation.addAll(0, found);
                        found.forEach(one -> newest = Math.max(newest, one.id()));
                    }
                })
                .onEnded(this::settled);
    }

    /** Keeps an exchange that has ended, and what was corrected of it meanwhile. */
    void add(Project project, Exchange exchange) {
        StoredExchanges.Outcome outcome = StoredExchanges.Outcome.of(exchange);
        unsettled++;
        workbench.jobs()
                .commandWithAnswer(() -> StoredExchanges.add(project, exchange.request(), outcome))
                .onDone(id -> {
                    newest = Math.max(newest, id);
                    exchange.stored(id, false);
                    String correction = exchange.correctionProperty().get();
                    if (!correction.isEmpty()) {
                        workbench.jobs().command(() -> project.conversations().correct(id, correction));
                    }
                })
                .onEnded(this::settled);
    }

    private void settled() {
        unsettled--;
        addNews();
    }

    private void addNews() {
        Project project = workbench.project().projectProperty().get();
        if (!newsCame || unsettled > 0 || project == null) {
            return;
        }
        newsCame = false;
        unsettled++;
        workbench.jobs()
                .query(() -> StoredExchanges.read(project))
                .onDone(found -> {
                    // while it was read, something may have been asked and stored here
                    if (unsettled > 1) {
                        newsCame = true;
                    } else if (isOpen(project)) {
                        found.stream().filter(one -> one.id() > newest).forEach(conversation::add);
                        found.forEach(one -> newest = Math.max(newest, one.id()));
                    }
                })
                .onEnded(this::settled);
    }
}
