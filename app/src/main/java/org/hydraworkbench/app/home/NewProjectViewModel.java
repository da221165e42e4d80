package org.hydraworkbench.app.home;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hydraworkbench.app.parts.LanguageChoices;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.Project;

/** What a new project needs: a name, a folder, and two languages. Says in a sentence what is still missing. */
final class NewProjectViewModel {

    /**
     * A project to make.
     *
     * @param file its file, which does not exist yet
     * @param name what the person calls it
     * @param source tag of the language that the model knows
     * @param target tag of the new language
     */
    record Request(Path file, String name, String source, String target) {}

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty folder = new SimpleStringProperty("");
    private final StringProperty source = new SimpleStringProperty("");
    private final StringProperty target = new SimpleStringProperty("");
    private final StringBinding problem = Bindings.createStringBinding(this::findProblem, name, folder, source, target);
    private final BooleanBinding complete = problem.isEmpty();

    private final String offered;

    NewProjectViewModel(Path folder) {
        offered = folder.toString();
        this.folder.set(offered);
        source.set(new LanguageChoices.Choice("en", LanguageChoices.name("en")).toString());
    }

    /** Takes over what a person typed into another form that came to nothing. */
    void recall(NewProjectViewModel other) {
        name.set(other.name.get());
        source.set(other.source.get());
        target.set(other.target.get());
        if (!other.folder.get().equals(other.offered)) {
            folder.set(other.folder.get());
        }
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty folderProperty() {
        return folder;
    }

    /** The language that the model knows, as typed. */
    StringProperty sourceProperty() {
        return source;
    }

    /** The language that it is to learn, as typed. */
    StringProperty targetProperty() {
        return target;
    }

    /** What is missing, as a sentence; empty when all is there. */
    StringBinding problemProperty() {
        return problem;
    }

    BooleanBinding completeProperty() {
        return complete;
    }

    /** The project to make; empty while something is missing. */
    Optional<Request> request() {
        if (!complete.get()) {
            return Optional.empty();
        }
        return LanguageChoices.tag(source.get())
                .flatMap(from -> LanguageChoices.tag(target.get())
                        .map(to -> new Request(file(), name.get().strip(), from, to)));
    }

    /** The name without what file systems do not like. */
    private Path file() {
        String safe = name.get().strip().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-");
        return Path.of(folder.get().strip()).resolve(safe + Project.EXTENSION);
    }

    /** What is wrong with a language that cannot be read: it is misspelt, or there is none. */
    private static String unknown(String typed, String noneKey) {
        return typed.isBlank() ? Texts.get(noneKey) : Texts.format("home.new.unknown", typed.strip());
    }

    private String findProblem() {
        if (name.get().isBlank()) {
            return Texts.get("home.new.noName");
        }
        if (folder.get().isBlank()) {
            return Texts.get("home.new.noFolder");
        }
        try {
            if (Files.exists(file())) {
                return Texts.format("home.new.exists", file());
            }
        } catch (InvalidPathException e) {
            return Texts.get("home.new.noFolder");
        }
        Optional<String> from = LanguageChoices.tag(source.get());
        Optional<String> to = LanguageChoices.tag(target.get());
        if (from.isEmpty()) {
            return unknown(source.get(), "home.new.noSource");
        }
        if (to.isEmpty()) {
            return unknown(target.get(), "home.new.noTarget");
        }
        return from.equals(to) ? Texts.get("home.new.same") : "";
    }
}
