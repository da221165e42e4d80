package org.hydraworkbench.app.tokenizer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hydraworkbench.app.parts.ProjectReading;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.text.Side;

/** Both languages' tokenizers, the sentence that shows them at work, and training a new one. */
public final class TokenizerViewModel {

    private final SideViewModel source;
    private final SideViewModel target;
    private final TrainingForm training;
    private final StringProperty sentence = new SimpleStringProperty("");

    public TokenizerViewModel(Workbench workbench) {
        source = new SideViewModel(workbench, Side.SOURCE);
        target = new SideViewModel(workbench, Side.TARGET);
        training = new TrainingForm(workbench);
        sentence.subscribe(text -> {
            source.tokenise(text);
            target.tokenise(text);
        });
        ProjectReading<Tokenizers> reading = new ProjectReading<>(
                workbench,
                EnumSet.of(ProjectChange.Kind.ARTEFACTS, ProjectChange.Kind.CURRENT),
                Tokenizers.NONE,
                Tokenizers::read);
        reading.valueProperty().subscribe(found -> {
            source.show(found);
            target.show(found);
        });
        workbench.project().addListener(change -> {
            if (change.kind() == ProjectChange.Kind.CORPORA) {
                source.measure();
                target.measure();
            }
        });
        ProjectReading<String> example = new ProjectReading<>(
                workbench, EnumSet.of(ProjectChange.Kind.CORPORA), "", ExampleSentence::read);
        example.valueProperty().subscribe(found -> {
            if (sentence.get().isEmpty()) {
                sentence.set(found);
            }
        });
    }

    public SideViewModel source() {
        return source;
    }

    public SideViewModel target() {
        return target;
    }

    public TrainingForm training() {
        return training;
    }

    /** What is typed, cut by both tokenizers. */
    public StringProperty sentenceProperty() {
        return sentence;
    }

    /** Facts of the project for the explanation of this step. */
    List<String> facts() {
        List<String> facts = new ArrayList<>();
        for (SideViewModel side : List.of(source, target)) {
            side.factsProperty().get().filter(found -> found.own().words() > 0).ifPresent(found -> facts.add(Texts.format(
                    "tokenizer.fact",
                    side.languageProperty().get(),
                    found.size(),
                    Numbers.brief(found.own().tokensPerWord()))));
        }
        return facts;
    }
}
