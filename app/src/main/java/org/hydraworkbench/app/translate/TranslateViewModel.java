package org.hydraworkbench.app.translate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.hydraworkbench.app.parts.ProjectReading;
import org.hydraworkbench.app.shell.FileKind;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.document.format.Formats;
import org.hydraworkbench.document.format.ReadOptions;
import org.hydraworkbench.hydra.RowOverlay;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/** A conversation with what the project can translate with: what to ask it, the answers as they come, and what becomes of them. */
public final class TranslateViewModel {

    private final Workbench workbench;
    private final ProjectReading<Translators> translators;
    private final ProjectReading<ExampleSentences> examples;
    private final EditedRows overlay;
    private final DecodingForm decoding = new DecodingForm();
    private final AnswerChoice choice;
    private final Answerers answerers;
    private final StringProperty template = new SimpleStringProperty("");
    private final StringProperty input = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Exchange> lookedAt = new SimpleObjectProperty<>();
    private final BooleanProperty withEdits = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper answering = new ReadOnlyBooleanWrapper();
    private final ObservableList<Exchange> conversation = FXCollections.observableArrayList();
    private final KeptConversation kept;
    private final Map<Exchange, AnswerStream> streams = new HashMap<>();
    private boolean shown;
    private @Nullable JobRun<Boolean> learning;

    public TranslateViewModel(Workbench workbench) {
        this.workbench = workbench;
        translators = new ProjectReading<>(
                workbench,
                EnumSet.of(ProjectChange.Kind.ARTEFACTS, ProjectChange.Kind.CURRENT, ProjectChange.Kind.INFO),
                Translators.NONE,
                Translators::read);
        examples = new ProjectReading<>(
                workbench,
                EnumSet.of(ProjectChange.Kind.CORPORA, ProjectChange.Kind.INFO),
                ExampleSentences.NONE,
                ExampleSentences::read);
        overlay = new EditedRows(workbench);
        kept = new KeptConversation(workbench, conversation);
        new KeptDraft(workbench, input);
        answerers = new Answerers(workbench.jobs(), workbench.hydra());
        choice = new AnswerChoice(translators.valueProperty(), workbench.settings(), decoding);
        translators.valueProperty().subscribe(this::take);
        conversation.addListener((ListChangeListener<Exchange>) change -> {
            if (lookedAt.get() == null && !conversation.isEmpty()) {
                lookedAt.set(conversation.getLast());
            }
        });
        workbench.project().projectProperty().subscribe(project -> {
            stop();
            conversation.clear();
            lookedAt.set(null);
            streams.clear();
            if (project != null) {
                kept.recall(project);
            }
        });
    }

    /** Begins another conversation; this one stays in the project. */
    public void begin() {
        workbench.project().current().ifPresent(project -> {
            stop();
            conversation.clear();
            lookedAt.set(null);
            workbench.jobs().command(() -> project.conversations().begin());
        });
    }

    private void take(Translators found) {
        if (!found.templates().contains(template.get())) {
            template.set(found.templates().isEmpty() ? "" : found.templates().getFirst());
        }
        learn();
    }

    /** Learns what the project's sentences teach before anybody asks. */
    private void learn() {
        if (!shown || learning != null || !choice.possible().contains(AnswerBy.PHRASES)) {
            return;
        }
        Project project = workbench.project().current().orElseThrow();
        JobRun<Boolean> run = answerers.learn(project, side(project, choice.fromProperty().get()));
        learning = run;
        run.onEnded(() -> learning = null);
    }

    private static Side side(Project project, String fromTag) {
        return project.info().language(Side.SOURCE).toString().equals(fromTag) ? Side.SOURCE : Side.TARGET;
    }

    /** What there is to translate with. */
    public ReadOnlyObjectProperty<Translators> translatorsProperty() {
        return translators.valueProperty();
    }

    /** Between which languages the next text is translated, and by what. */
    public AnswerChoice choice() {
        return choice;
    }

    /** The answer of which it is shown what shaped it; null for none. */
    public ObjectProperty<@Nullable Exchange> lookedAtProperty() {
        return lookedAt;
    }

    /** Sentences to begin with. */
    ReadOnlyObjectProperty<ExampleSentences> examplesProperty() {
        return examples.valueProperty();
    }

    /** Whether a project is open of which nothing is known yet. */
    ReadOnlyBooleanProperty unreadProperty() {
        return translators.unreadProperty();
    }

    /** What the person's edits add to the Hydra's tables. */
    public ReadOnlyObjectProperty<RowOverlay> overlayProperty() {
        return overlay.overlayProperty();
    }

    public DecodingForm decoding() {
        return decoding;
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
                () -> !input.get().isBlank() && choice.canAnswer() && !answering.get(),
                input,
                choice.fromProperty(),
                choice.toProperty(),
                choice.possible(),
                answering);
    }

    /** Whether there is something to translate a file with, and two of its languages are chosen. */
    public ObservableBooleanValue canTranslateFile() {
        return Bindings.createBooleanBinding(choice::canAnswer, choice.fromProperty(), choice.toProperty(), choice.possible());
    }

    /** Asks for a translation of the input, which is emptied. */
    public void send() {
        if (canSend().get()) {
            String text = input.get().strip();
            input.set("");
            send(text);
        }
    }

    /** Asks for a translation of a text; nothing while an answer is on its way. */
    void send(String text) {
        if (choice.canAnswer() && !answering.get()) {
            String from = choice.fromProperty().get();
            String to = choice.toProperty().get();
            ask(text, from, to, choice.byProperty().get(), false, withEdits.get());
            choice.besideProperty().get().ifPresent(other -> ask(text, from, to, other, true, withEdits.get()));
        }
    }

    /** Asks for the same translation with edits where it was without, and the other way round. */
    public void askOtherwise(Exchange exchange) {
        if (choice.canAnswer() && !answering.get()) {
            Exchange.Request asked = exchange.request();
            ask(asked.text(), asked.from(), asked.to(), asked.by(), false, asked.editedRows() == 0);
        }
    }

    /** Asks the same again: what was said since counts. */
    public void askAgain(Exchange exchange) {
        Exchange.Request asked = exchange.request();
        if (!answering.get() && translators.get().between(asked.from(), asked.to()).contains(asked.by())) {
            ask(asked.text(), asked.from(), asked.to(), asked.by(), false, asked.editedRows() > 0 || withEdits.get());
        }
    }

    private Optional<Artefact> hydra(AnswerBy by) {
        return by == AnswerBy.PHRASES ? Optional.empty() : translators.get().hydra();
    }

    private Answerers.Task task(AnswerBy by, String from, String to, RowOverlay edits) {
        Project project = workbench.project().current().orElseThrow();
        return new Answerers.Task(by, project, side(project, from), hydra(by).map(artefact -> new HydraDesk.Question(
                artefact.folder(),
                from,
                to,
                template.get(),
                decoding.decoding(),
                conversation.size() + 1L,
                edits,
                translators.get().to(),
                workbench.settings().current())));
    }

    private void ask(String text, String from, String to, AnswerBy by, boolean besideLast, boolean edited) {
        Optional<Artefact> hydra = hydra(by);
        RowOverlay edits = edited && hydra.isPresent() ? overlay.overlay() : RowOverlay.none();
        Answerers.Task task = task(by, from, to, edits);
        Exchange exchange = new Exchange(new Exchange.Request(
                text,
                from,
                to,
                by,
                besideLast,
                hydra.isPresent() ? template.get() : "",
                decoding.decoding(),
                edits.ids().length,
                hydra.map(Artefact::name).orElse(""),
                Instant.now()));
        AnswerStream stream = new AnswerStream(edits.ids(), translators.get().to());
        conversation.add(exchange);
        if (!besideLast) {
            lookedAt.set(exchange);
        }
        streams.put(exchange, stream);
        answering.set(true);
        answerers.answer(task, exchange, stream)
                .onFailed(error -> {
                    poll();
                    exchange.failed();
                })
                .onEnded(() -> {
                    exchange.stopped();
                    streams.remove(exchange);
                    answering.set(!streams.isEmpty());
                    kept.add(task.project(), exchange); // also when the project is left: it is closed when this has been stored
                });
    }

    /** Says whether the conversation is in view; edits are taken in while it is. */
    void setShown(boolean value) {
        overlay.setWatched(value);
        shown = value;
        learn();
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
        if (!choice.canAnswer()) {
            return;
        }
        List<FileKind> kinds = List.of(FileKind.of(Texts.get("translate.file.kind"), Formats.patterns()));
        String to = choice.toProperty().get();
        workbench.dialogs().openFile(Texts.get("translate.file.in"), kinds).ifPresent(in -> workbench
                .dialogs()
                .saveFile(Texts.get("translate.file.out"), "translated." + to + Formats.endingOf(in), kinds)
                .ifPresent(out -> translateFile(in, out)));
    }

    private void translateFile(Path in, Path out) {
        String from = choice.fromProperty().get();
        String to = choice.toProperty().get();
        Answerers.Task task =
                task(choice.byProperty().get(), from, to, withEdits.get() ? overlay.overlay() : RowOverlay.none());
        ReadOptions options = new ReadOptions(LanguageTag.of(from).orElseThrow(), LanguageTag.of(to).orElseThrow(), 1);
        JobRun<Path> run = workbench.jobs().submit(
                Step.TRANSLATE,
                answerers.lane(task),
                new FileTranslation(progress -> answerers.sentences(task, progress), options, in, out));
        run.onDone(file -> workbench.notices().status(Texts.format("translate.file.written", file)));
    }
}
