package org.hydraworkbench.app.corpus;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hydraworkbench.app.parts.LanguageChoices;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;

/** What the two languages of a project are to be called; says in a sentence what is wrong as it is typed. */
final class LanguagesViewModel {

    private final Project project;
    private final ProjectInfo before;
    private final StringProperty source = new SimpleStringProperty();
    private final StringProperty target = new SimpleStringProperty();
    private final StringBinding problem;
    private final BooleanBinding complete;

    LanguagesViewModel(Project project) {
        this.project = project;
        this.before = project.info();
        source.set(LanguageChoices.text(before.sourceLanguage()));
        target.set(LanguageChoices.text(before.targetLanguage()));
        problem = Bindings.createStringBinding(this::findProblem, source, target);
        complete = Bindings.createBooleanBinding(() -> problem.get().isEmpty() && isChange(), source, target, problem);
    }

    /** The language that the model knows, as typed. */
    StringProperty sourceProperty() {
        return source;
    }

    /** The language that it is to learn, as typed. */
    StringProperty targetProperty() {
        return target;
    }

    /** What is wrong, as a sentence; empty when nothing is. */
    StringBinding problemProperty() {
        return problem;
    }

    /** Whether there is something to correct, and it can be. */
    BooleanBinding completeProperty() {
        return complete;
    }

    private static Optional<LanguageTag> typed(StringProperty text) {
        return LanguageChoices.tag(text.get()).flatMap(LanguageTag::of);
    }

    private boolean isChange() {
        return !typed(source).equals(Optional.of(before.sourceLanguage()))
                || !typed(target).equals(Optional.of(before.targetLanguage()));
    }

    private String findProblem() {
        Optional<LanguageTag> from = typed(source);
        Optional<LanguageTag> to = typed(target);
        if (from.isEmpty() || to.isEmpty()) {
            String typed = (from.isEmpty() ? source : target).get().strip();
            return typed.isEmpty()
                    ? Texts.get(from.isEmpty() ? "home.new.noSource" : "home.new.noTarget")
                    : Texts.format("home.new.unknown", typed);
        }
        if (from.equals(to)) {
            return Texts.get("home.new.same");
        }
        boolean exchanged = from.get().equals(before.targetLanguage()) && to.get().equals(before.sourceLanguage());
        return exchanged ? Texts.get("languages.exchanged") : "";
    }

    /** Corrects what was typed; each language is an action that can be undone. */
    void correct(JobRunner jobs) {
        Optional<LanguageTag> from = typed(source);
        Optional<LanguageTag> to = typed(target);
        if (!complete.get() || from.isEmpty() || to.isEmpty()) {
            return;
        }
        // A tag can be given when it is free: one language may get the other's only after that has a new one.
        boolean targetFirst = from.get().equals(before.targetLanguage());
        jobs.command(() -> {
            if (targetFirst) {
                project.correctLanguage(Side.TARGET, to.get());
            }
            project.correctLanguage(Side.SOURCE, from.get());
            project.correctLanguage(Side.TARGET, to.get());
        });
    }
}
