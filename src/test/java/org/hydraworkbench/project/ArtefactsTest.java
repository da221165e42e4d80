package org.hydraworkbench.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Artefacts;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ArtefactsTest {

    @TempDir
    Path folder;

    private Project project;
    private Artefacts artefacts;

    @BeforeEach
    void create() throws Exception {
        project = TestProjects.create(folder, "dog\taqjun");
        artefacts = project.artefacts();
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void keepsFilesAndProvenance() throws Exception {
        Artefact base = make(ArtefactKind.BASE_MODEL, "base", "weights");
        try (ArtefactBuilder builder = artefacts.begin(ArtefactKind.TRANSFER, "new tables")) {
            TestProjects.write(builder, "tables");
            builder.options(java.util.Map.of("method", "mean")).seed(7).input("base model", base).commit(Progress.none());
        }
        Artefact made = artefacts.current(ArtefactKind.TRANSFER).orElseThrow();
        assertThat(Files.readString(made.file("content.txt"))).isEqualTo("tables");
        assertThat(made.seed()).isEqualTo(7);
        assertThat(made.optionsJson()).isEqualTo("{\"method\":\"mean\"}");
        assertThat(made.inputs()).containsExactly(ArtefactInput.of("base model", base));
        assertThat(made.programVersion()).isNotEmpty();
        assertThat(made.folder()).startsWith(project.files());
    }

    @Test
    void removesWhatIsNotCommitted() throws Exception {
        Path half;
        try (ArtefactBuilder builder = artefacts.begin(ArtefactKind.MAPPING, "half")) {
            half = builder.folder();
            TestProjects.write(builder, "part");
        }
        assertThat(half).doesNotExist();
        assertThat(artefacts.list(ArtefactKind.MAPPING)).isEmpty();
    }

    @Test
    void movesThePointerAndUndoesThat() throws Exception {
        Artefact first = make(ArtefactKind.MAPPING, "first", "1");
        Artefact second = make(ArtefactKind.MAPPING, "second", "2");
        assertThat(artefacts.current(ArtefactKind.MAPPING)).hasValue(second);
        artefacts.makeCurrent(first);
        assertThat(artefacts.current(ArtefactKind.MAPPING)).hasValue(first);
        assertThat(project.history().undo()).hasValue("Use “first”");
        assertThat(artefacts.current(ArtefactKind.MAPPING)).hasValue(second);
        project.history().undo();
        project.history().undo();
        assertThat(artefacts.current(ArtefactKind.MAPPING)).isEmpty();
        assertThat(artefacts.list(ArtefactKind.MAPPING)).hasSize(2);
    }

    @Test
    void isStaleWhenAnInputIsNoLongerCurrentAndSaysWhy() throws Exception {
        Artefact first = make(ArtefactKind.MAPPING, "first", "1");
        Artefact transfer = make(ArtefactKind.TRANSFER, "tables", "t", first);
        Artefact hydra = make(ArtefactKind.HYDRA, "hydra", "h", transfer);
        assertThat(artefacts.staleness(transfer).isStale()).isFalse();
        make(ArtefactKind.MAPPING, "second", "2");
        assertThat(artefacts.staleness(transfer).reasons())
                .containsExactly("It was made with a mapping “first”; the current one is “second”.");
        assertThat(artefacts.staleness(hydra).reasons())
                .containsExactly("“tables”, which it was made from, is itself out of date.");
        project.history().undo();
        assertThat(artefacts.staleness(hydra).isStale()).isFalse();
    }

    @Test
    void isStaleWhenTheCorporaChanged() throws Exception {
        Artefact made;
        try (ArtefactBuilder builder = artefacts.begin(ArtefactKind.ALIGNMENT, "links")) {
            TestProjects.write(builder, "links");
            made = builder.inputCorpora(project.corpora().fingerprint()).commit(Progress.none());
        }
        assertThat(artefacts.staleness(made).isStale()).isFalse();
        TestProjects.importLines(project, folder, "more", "cat\tamcic");
        assertThat(artefacts.staleness(made).reasons()).singleElement().asString().contains("corpora");
    }

    @Test
    void isStaleAfterEditsOnlyWhenItIsAMapping() throws Exception {
        Artefact mapping = make(ArtefactKind.MAPPING, "mapping", "m");
        Artefact base = make(ArtefactKind.BASE_MODEL, "base", "b");
        project.edits().note(1, "hm");
        assertThat(artefacts.staleness(mapping).isStale()).isTrue();
        assertThat(artefacts.staleness(base).isStale()).isFalse();
        project.history().undo();
        assertThat(artefacts.staleness(mapping).isStale()).isFalse();
    }

    @Test
    void noticesFilesChangedByHand() throws Exception {
        Artefact made = make(ArtefactKind.MAPPING, "mapping", "right");
        Files.writeString(made.file("content.txt"), "wrong");
        Files.setLastModifiedTime(made.file("content.txt"), java.nio.file.attribute.FileTime.fromMillis(1));
        assertThat(artefacts.staleness(made).reasons()).singleElement().asString().contains("changed by hand");
        Files.writeString(made.file("content.txt"), "right");
        assertThat(artefacts.staleness(made).isStale()).isFalse();
        Files.delete(made.file("content.txt"));
        assertThat(artefacts.verify(made, Progress.none())).singleElement().asString().contains("missing");
    }

    /** The rights are looked at because a privileged user may write to any file. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aReadOnlyModelCanBeImported() throws Exception {
        Path model = folder.resolve("model");
        Folders.copy(TestModels.stories(), model, Progress.none());
        for (Path file : Folders.files(model)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        }
        Artefact imported = project.workflow().importBaseModel(model).run(Progress.none());
        assertThat(Folders.files(imported.folder())).isNotEmpty().allSatisfy(file ->
                assertThat(Files.getPosixFilePermissions(file)).contains(PosixFilePermission.OWNER_WRITE));
    }

    @Test
    void saysWhatHasToBeMadeFirst() {
        assertThatThrownBy(() -> project.workflow().map(MappingSettings.defaults()).run(Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("tokenizer for the source language");
    }

    private Artefact make(ArtefactKind kind, String name, String content, Artefact... inputs) throws Exception {
        return TestProjects.artefact(project, kind, name, content, inputs);
    }
}
