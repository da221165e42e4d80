package org.hydraworkbench.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewProjectViewModelTest {

    @TempDir
    Path folder;

    private NewProjectViewModel model;

    @BeforeEach
    void makeModel() {
        model = new NewProjectViewModel(folder);
        model.nameProperty().set("My project");
        model.sourceProperty().set("en");
        model.targetProperty().set("kab");
    }

    @Test
    void everythingGivenMakesARequest() {
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.request())
                .contains(new NewProjectViewModel.Request(
                        folder.resolve("My project.hydra"), "My project", "en", "kab"));
    }

    @Test
    void aMissingNameIsTold() {
        model.nameProperty().set("  ");
        assertThat(model.problemProperty().get()).contains("name");
        assertThat(model.request()).isEmpty();
    }

    @Test
    void charactersThatFileSystemsDislikeStayOutOfTheFile() {
        model.nameProperty().set("en/kab: first?");
        assertThat(model.request().orElseThrow().file()).isEqualTo(folder.resolve("en-kab- first-.hydra"));
    }

    @Test
    void aProjectThatExistsIsNotReplaced() throws Exception {
        Files.createFile(folder.resolve("My project.hydra"));
        assertThat(model.problemProperty().get()).contains("exists");
    }

    @Test
    void theLanguagesDiffer() {
        model.targetProperty().set("English");
        assertThat(model.problemProperty().get()).contains("same");
    }

    @Test
    void aMisspeltLanguageIsNamedAsTheFault() {
        model.targetProperty().set(" Kabylle");
        assertThat(model.problemProperty().get()).startsWith("“Kabylle” is no language that is known here.");
        model.targetProperty().set("");
        assertThat(model.problemProperty().get()).isEqualTo("Name the language that it is to learn.");
        model.sourceProperty().set("Englsh");
        assertThat(model.problemProperty().get()).contains("“Englsh”");
    }

    @Test
    void aNameHalfTypedIsNoLanguage() {
        model.targetProperty().set("kaby");
        assertThat(model.request()).isEmpty();
    }
}
