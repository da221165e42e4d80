package org.hydraworkbench.app.translate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hydraworkbench.app.parts.ProjectReading;
import org.hydraworkbench.app.shell.FileKind;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.hydra.RowOverlay;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.model.Generation;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.base.ProjectChange;

/** A conversation with the current Hydra: what to ask it, the answers as they come, and what becomes of them. */
public final class TranslateViewModel {

    private final Workbench workbench;
    private final HydraDesk desk = new HydraDesk();
    private final ProjectReading<HydraState> hydra;
    private final EditedRows overlay;
    private final DecodingForm decoding = new DecodingForm();
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");
    private final StringProperty template = new SimpleStringProperty("");
    private final StringProperty input = new SimpleStringProperty("");
    private final BooleanProperty withEdits = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper answering = new ReadOnlyBooleanWrapper();
    private final ObservableList<Exchange> conversation = FXCollections.observableArrayList();
    private final Map<Exchange, AnswerStream> streams = new HashMap<>();

    public TranslateViewModel(Workbench workbench) {
        this.workbench = workbench;
        hydra = new ProjectReading<>(
                workbench,
                EnumSet.of(ProjectChange.Kind.ARTEFACTS, ProjectChange.Kind.CURRENT),
                HydraState.NONE,
                HydraState::read);
        overlay = new EditedRows(workbench);
        new KeptDraft(workbench, input);
        hydra.valueProperty().subscribe(this::take);
        workbench.project().projectProperty().subscribe(project -> {
            stop();
            conversation.clear();
            streams.clear();
            if (project != null) {
                recall(project);
            }
            workbench.jobs().tensorQuery(() -> {
                desk.close();
                return true;
            });
        });
    }

    /** Shows what was asked in a project before. */
    private void recall(Project project) {
        workbench.jobs().query(() -> StoredExchanges.read(project)).onDone(found -> {
            if (workbench.project().projectProperty().get() == project) {
                conversation.addAll(0, found);
            }
        });
    }

    /** Keeps an exchange that has ended, and what was corrected of it meanwhile. */
    private void keep(Project project, Exchange exchange) {
        StoredExchanges.Outcome outcome = StoredExchanges.Outcome.of(exchange);
        workbench.jobs()
                .commandWithAnswer(() -> StoredExchanges.add(project, exchange.request(), outcome))
                .onDone(id -> {
                    exchange.stored(id, false);
                    String correction = exchange.correctionProperty().get();
                    if (!correction.isEmpty()) {
                        workbench.jobs().command(() -> project.conversations().correct(id, correction));
                    }
                });
    }

    /** Begins another conversation; this one stays in the project. */
    public void begin() {
        workbench.project().current().ifPresent(project -> {
            stop();
            conversation.clear();
            workbench.jobs().command(() -> project.conversations().begin());
        });
    }

    private void take(HydraState found) {
        if (!found.languages().contains(from.get()) || !found.languages().contains(to.get())) {
            boolean both = found.languages().contains(found.from()) && found.languages().contains(found.to());
            from.set(both ? found.from() : "");
            to.set(both ? found.to() : "");
        }
        if (!found.templates().contains(template.get())) {
            template.set(found.templates().isEmpty() ? "" : found.templates().getFirst());
        }
    }

    /** The Hydra that answers, and what it offers. */
    public ReadOnlyObjectProperty<HydraState> hydraProperty() {
        return hydra.valueProperty();
    }

    /** Whether a project is open of which nothing is known yet. */
    ReadOnlyBooleanProperty unreadProperty() {
        return hydra.unreadProperty();
    }

    /** What the person's edits add to the Hydra's tables. */
    public ReadOnlyObjectProperty<RowOverlay> overlayProperty() {
        return overlay.overlayProperty();
    }

    public DecodingForm decoding() {
        return decoding;
    }

    public StringProperty fromProperty() {
        return from;
    }

    public StringProperty toProperty() {
        return to;
    }

    public StringProperty templateProperty() {
        return template;
    }

    /** The text to translate. */
    public StringProperty inputProperty() {
        return input;
    }

    /** Whether edited links take part in the answers. */
    public BooleanProperty withEditsProperty() {
        return withEdits;
    }

    /** Whether an answer is on its way. */
    public ReadOnlyBooleanProperty answeringProperty() {
        return answering.getReadOnlyProperty();
    }

    /** Questions and answers, oldest first. */
    public ObservableList<Exchange> conversation() {
        return conversation;
    }

    /** Whether there is a text to translate, something to translate it with, and no answer on its way. */
    public ObservableBooleanValue canSend() {
        return Bindings.createBooleanBinding(
                () -> !input.get().isBlank() && canAnswer() && !answering.get(), input, from, to, hydra.valueProperty(), answering);
    }

    /** Whether there is a Hydra, and two of its languages are chosen. */
    public ObservableBooleanValue canTranslateFile() {
        return Bindings.createBooleanBinding(this::canAnswer, from, to, hydra.valueProperty());
    }

    private boolean canAnswer() {
        return hydra.get().hydra().isPresent() && !from.get().isEmpty() && !to.get().isEmpty();
    }

    /** Exchanges the two languages. */
    public void swap() {
        String before = from.get();
        from.set(to.get());
        to.set(before);
    }

    /** Asks for a translation of the input, which is emptied. */
    public void send() {
        if (canSend().get()) {
            String text = input.get().strip();
            input.set("");
            ask(text, from.get(), to.get(), withEdits.get());
        }
    }

    /** Asks for the same translation with edits where it was without, and the other way round. */
    public void askOtherwise(Exchange exchange) {
        if (canAnswer() && !answering.get()) {
            Exchange.Request asked = exchange.request();
            ask(asked.text(), asked.from(), asked.to(), asked.editedRows() == 0);
        }
    }

    private HydraDesk.Question question(Artefact artefact, String fromTag, String toTag, RowOverlay edits) {
        return new HydraDesk.Question(
                artefact.folder(),
                fromTag,
                toTag,
                template.get(),
                decoding.decoding(),
                conversation.size() + 1L,
                edits,
                hydra.get().to(),
                workbench.settings().current());
    }

    private void ask(String text, String fromTag, String toTag, boolean edited) {
        Artefact artefact = hydra.get().hydra().orElseThrow();
        RowOverlay edits = edited ? overlay.overlay() : RowOverlay.none();
        HydraDesk.Question question = question(artefact, fromTag, toTag, edits);
        Exchange exchange = new Exchange(new Exchange.Request(
                text, fromTag, toTag, template.get(), question.decoding(), edits.ids().length, artefact.name(), Instant.now()));
        AnswerStream stream = new AnswerStream(edits.ids(), hydra.get().to());
        Project asked = workbench.project().current().orElseThrow();
        conversation.add(exchange);
        streams.put(exchange, stream);
        answering.set(true);
        workbench.jobs()
                .tensorQuery(() -> desk.answer(question, text, stream, stream))
                .onDone(translation -> finish(exchange, stream, translation))
                .onFailed(error -> {
                    poll();
                    exchange.failed();
                })
                .onEnded(() -> {
                    exchange.stopped();
                    streams.remove(exchange);
                    answering.set(!streams.isEmpty());
                    keep(asked, exchange); // also when the project is left: it is closed when this has been stored
                });
    }

    private void finish(Exchange exchange, AnswerStream stream, Translation translation) {
        exchange.add(stream.take());
        exchange.finish(
                translation.text(),
                translation.logProbability(),
                translation.alternatives(),
                translation.ending() == Generation.Ending.LISTENER);
    }

    /** Says whether the conversation is in view; edits are taken in while it is. */
    void setShown(boolean shown) {
        overlay.setWatched(shown);
    }

    /** Shows the tokens that came since the last time; called some ten times a second while {@link #answeringProperty}. */
    public void poll() {
        streams.forEach((exchange, stream) -> {
            List<AnswerToken> tokens = stream.take();
            if (!tokens.isEmpty()) {
                exchange.add(tokens);
            }
        });
    }

    /** Stops the answer; what has come stays. */
    public void stop() {
        streams.values().forEach(AnswerStream::stop);
    }

    /** Asks for two files and translates one into the other. */
    public void translateFile() {
        Optional<Artefact> artefact = hydra.get().hydra();
        if (artefact.isEmpty() || !canAnswer()) {
            return;
        }
        List<FileKind> kinds = List.of(FileKind.of(Texts.get("translate.file.kind"), "*.txt", "*.txt.gz"));
        workbench.dialogs().openFile(Texts.get("translate.file.in"), kinds).ifPresent(in -> workbench
                .dialogs()
                .saveFile(Texts.get("translate.file.out"), "translated." + to.get() + ".txt", kinds)
                .ifPresent(out -> translateFile(artefact.get(), in, out)));
    }

    private void translateFile(Artefact artefact, Path in, Path out) {
        RowOverlay edits = withEdits.get() ? overlay.overlay() : RowOverlay.none();
        HydraDesk.Question question = question(artefact, from.get(), to.get(), edits);
        JobRun<Path> run = workbench.jobs()
                .submit(Step.TRANSLATE, JobRunner.Lane.TENSOR, new FileTranslation(desk, question, in, out));
        run.onDone(file -> workbench.notices().status(Texts.format("translate.file.written", file)));
    }
}
