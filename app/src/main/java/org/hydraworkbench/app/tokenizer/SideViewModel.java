package org.hydraworkbench.app.tokenizer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.settings.TokenizerImportSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.text.Side;

/** One language's tokenizer: which it is, how it fits the corpus, and how it cuts the sentence being typed. */
public final class SideViewModel {

    /** Lines of the corpus that are measured; enough for three digits. */
    private static final int MEASURED_LINES = 20_000;

    private final Workbench workbench;
    private final Side side;
    private final OpenTokenizer open = new OpenTokenizer();
    private final ReadOnlyStringWrapper language = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Artefact>> artefact = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TokenizerFacts>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Artefact> choices = FXCollections.observableArrayList();
    private final ObservableList<TokenChip> chips = FXCollections.observableArrayList();
    private String sentence = "";
    private int asked;

    SideViewModel(Workbench workbench, Side side) {
        this.workbench = workbench;
        this.side = side;
    }

    public Side side() {
        return side;
    }

    /** Its language tag; empty while no project is open. */
    public ReadOnlyStringProperty languageProperty() {
        return language.getReadOnlyProperty();
    }

    /** The current tokenizer. */
    public ReadOnlyObjectProperty<Optional<Artefact>> artefactProperty() {
        return artefact.getReadOnlyProperty();
    }

    /** Facts of the current tokenizer, once they are measured. */
    public ReadOnlyObjectProperty<Optional<TokenizerFacts>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** The tokenizers of the project that this side can use, newest first. */
    public ObservableList<Artefact> choices() {
        return choices;
    }

    /** The sentence being typed as tokens; empty while there is no tokenizer. */
    public ObservableList<TokenChip> chips() {
        return chips;
    }

    void show(Tokenizers found) {
        language.set(found.language(side));
        choices.setAll(found.all(side));
        Optional<Artefact> now = found.current(side);
        boolean other = !now.map(Artefact::id).equals(artefact.get().map(Artefact::id));
        artefact.set(now);
        if (other) {
            facts.set(Optional.empty());
            measure();
            tokenise(sentence);
        }
        if (now.isEmpty()) {
            workbench.jobs().command(open::close);
        }
    }

    /** Measures the tokenizer on the corpus again, for example because that grew. */
    void measure() {
        Project project = workbench.project().current().orElse(null);
        Artefact measured = artefact.get().orElse(null);
        if (project == null || measured == null) {
            return;
        }
        workbench.jobs()
                .query(() -> open.facts(
                        measured.folder(),
                        lines(project, side, MEASURED_LINES),
                        lines(project, Side.TARGET, MEASURED_LINES)))
                .onDone(found -> {
                    if (artefact.get().map(Artefact::id).equals(Optional.of(measured.id()))) {
                        facts.set(Optional.of(found));
                    }
                });
    }

    /** Texts of one side that are not excluded, at most {@code most}. */
    static List<String> lines(Project project, Side side, int most) throws HydraException {
        PairFilter used = PairFilter.all().withExcluded(false);
        List<String> lines = new ArrayList<>();
        for (PairRow pair : project.corpora().page(used, PairOrder.CORPUS, 0, most)) {
            lines.add(side == Side.SOURCE ? pair.source() : pair.target());
        }
        return lines;
    }

    void tokenise(String text) {
        sentence = text;
        int number = ++asked;
        Artefact used = artefact.get().orElse(null);
        if (used == null || text.isEmpty()) {
            chips.clear();
            return;
        }
        workbench.jobs().query(() -> open.chips(used.folder(), text)).onDone(found -> {
            if (number == asked) {
                chips.setAll(found);
            }
        });
    }

    /** Asks for a folder and takes the tokenizer in it into the project. */
    public void load() {
        workbench.project().current().ifPresent(project -> workbench
                .dialogs()
                .openFolder(Texts.get("tokenizer.load.title"))
                .ifPresent(folder -> load(project, folder)));
    }

    private void load(Project project, Path folder) {
        workbench.jobs()
                .submit(
                        Step.TOKENIZER,
                        project.work()
                                .job(
                                        Operations.IMPORT_TOKENIZER,
                                        TokenizerImportSettings.of(folder, side),
                                        Use.ALWAYS,
                                        workbench.environment()));
    }

    /** Makes a tokenizer of the project the current one; can be undone. */
    public void choose(Artefact chosen) {
        workbench.project().current().ifPresent(project -> {
            if (!Optional.of(chosen.id()).equals(artefact.get().map(Artefact::id))) {
                workbench.jobs().command(() -> project.artefacts().use(chosen));
            }
        });
    }
}
