package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.ToldApart;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.testing.Languages;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why something is out of date. */
class StandingTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() throws Exception {
        project = TestProjects.create(folder, "dog\taqjun");
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    /** Two results may have one name; their numbers tell them apart, or when they were made where a minute went by between them. */
    @Test
    void isStaleWhenAnInputIsNoLongerInUseAndSaysWhy() throws Exception {
        Slot mapping = Slot.mapping(project.info());
        Artefact first = make(mapping, "mapping", "1");
        Artefact transfer = make(Slot.transfer(project.info()), "tables", "t", first);
        Artefact hydra = make(Slot.HYDRA, "hydra", "h", transfer);
        assertThat(stale(transfer)).isEmpty();
        Artefact second = make(mapping, "mapping", "2");
        assertThat(stale(transfer)).containsExactly("It was made with %s; the one in use is %s."
                .formatted(ToldApart.quoted(first, second), ToldApart.quoted(second, first)));
        assertThat(ToldApart.quoted(first, second)).isNotEqualTo(ToldApart.quoted(second, first));
        assertThat(stale(hydra)).containsExactly("“tables”, which it was made from, is itself out of date.");
        project.history().undo();
        assertThat(stale(hydra)).isEmpty();
        project.history().undo();
        project.history().undo();
        project.history().undo();
        assertThat(stale(transfer)).containsExactly(
                "It was made with “mapping”, and there is none in use now.");
    }

    @Test
    void isStaleWhenTheTextOfItsRoleChanged() throws Exception {
        Artefact made = made(
                Slot.alignment(project.info()),
                ArtefactInput.Type.CORPORA,
                CorpusRole.TRAINING.code(),
                project.corpora().fingerprint(CorpusRole.TRAINING));
        assertThat(stale(made)).isEmpty();
        Path test = TestProjects.file(folder, "held-out", "x\ty");
        project.corpora().importFrom(ImportRequest.of(test).withRole(CorpusRole.TEST), Progress.none());
        assertThat(stale(made)).isEmpty();
        TestProjects.importLines(project, folder, "more", "cat\tamcic");
        assertThat(stale(made)).singleElement().asString().contains("text for training");
    }

    @Test
    void isStaleAfterEditsOnlyWhenItWasMadeFromThem() throws Exception {
        Artefact mapping = made(
                Slot.mapping(project.info()), ArtefactInput.Type.EDITS, "edits", String.valueOf(project.edits().revision()));
        Artefact base = make(Slot.BASE_MODEL, "base", "b");
        project.edits().note(1, "hm");
        assertThat(stale(mapping)).singleElement().asString().contains("edited");
        assertThat(stale(base)).isEmpty();
        project.history().undo();
        assertThat(stale(mapping)).isEmpty();
    }

    /** A Hydra names its heads by tag. */
    @Test
    void isStaleWhenALanguageIsCalledOtherwise() throws Exception {
        Artefact hydra = made(Slot.HYDRA, ArtefactInput.Type.LANGUAGES, "languages", "en kab");
        assertThat(stale(hydra)).isEmpty();
        project.correctLanguage(Side.TARGET, Languages.ESPERANTO);
        assertThat(stale(hydra)).containsExactly("The languages have other tags now: en eo instead of en kab.");
        project.history().undo();
        assertThat(stale(hydra)).isEmpty();
    }

    @Test
    void isNotStaleWhenWhatItWentOnFromIsReplaced() throws Exception {
        Slot slot = Slot.alignment(project.info());
        Artefact first = make(slot, "first", "1");
        Artefact second;
        try (ArtefactBuilder builder = project.artefacts().begin(slot, TestProjects.BY_HAND)) {
            TestProjects.write(builder, "2");
            second = builder.input(ArtefactInput.of(ArtefactInput.Type.START, "start", first)).commit(Use.ALWAYS, Progress.none());
        }
        assertThat(stale(second)).isEmpty();
    }

    @Test
    void isStaleWhenItsFilesWereChangedByHand() throws Exception {
        Artefact made = make(Slot.BASE_MODEL, "base", "right");
        Files.writeString(made.file("content.txt"), "wrong");
        Files.setLastModifiedTime(made.file("content.txt"), FileTime.fromMillis(1));
        assertThat(stale(made)).singleElement().asString().contains("changed by hand");
        Files.writeString(made.file("content.txt"), "right");
        assertThat(stale(made)).isEmpty();
    }

    /** Settings of a newer program, for instance: what was made with them cannot be said to follow from what is in use. */
    @Test
    void isStaleWhenItsSettingsCannotBeRead() throws Exception {
        Artefact made;
        try (ArtefactBuilder builder = project.artefacts().begin(Slot.alignment(project.info()), Operations.ALIGN.id())) {
            TestProjects.write(builder, "links");
            var settings = Operations.ALIGN.settings().write(Operations.ALIGN.defaults(null));
            settings.addProperty("version", 99);
            made = builder.settings(settings).commit(Use.ALWAYS, Progress.none());
        }
        assertThat(stale(made)).singleElement().asString().contains("newer");
    }

    private Artefact make(Slot slot, String name, String content, Artefact... inputs) throws Exception {
        return TestProjects.artefact(project, slot, name, content, inputs);
    }

    private Artefact made(Slot slot, ArtefactInput.Type type, String use, String hash) throws Exception {
        try (ArtefactBuilder builder = project.artefacts().begin(slot, TestProjects.BY_HAND)) {
            TestProjects.write(builder, "content");
            return builder.input(ArtefactInput.state(type, use, hash)).commit(Use.ALWAYS, Progress.none());
        }
    }

    private List<String> stale(Artefact artefact) throws Exception {
        return project.work().staleness(artefact);
    }
}
