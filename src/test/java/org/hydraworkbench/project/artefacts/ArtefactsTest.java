package org.hydraworkbench.project.artefacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.testing.Languages;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtefactsTest {

    @TempDir
    Path folder;

    private Project project;
    private Artefacts artefacts;
    private Slot mapping;

    @BeforeEach
    void create() throws Exception {
        project = TestProjects.create(folder, "dog\taqjun");
        artefacts = project.artefacts();
        mapping = Slot.mapping(project.info());
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void keepsFilesAndProvenance() throws Exception {
        Artefact base = make(Slot.BASE_MODEL, "base", "weights");
        JsonObject settings = new JsonObject();
        settings.addProperty("method", "mean");
        ArtefactInput input = ArtefactInput.of(ArtefactInput.Type.ARTEFACT, "base-model", base);
        Slot slot = Slot.transfer(project.info());
        try (ArtefactBuilder builder = artefacts.begin(slot, "transfer")) {
            TestProjects.write(builder, "tables");
            builder.name("new tables").settings(settings).seed(7).input(input).commit(Use.ALWAYS, Progress.none());
        }
        Artefact made = artefacts.current(slot).orElseThrow();
        assertThat(Files.readString(made.file("content.txt"))).isEqualTo("tables");
        assertThat(made.name()).isEqualTo("new tables");
        assertThat(made.slot()).isEqualTo(slot);
        assertThat(made.operation()).isEqualTo("transfer");
        assertThat(made.seed()).isEqualTo(7);
        assertThat(made.settingsJson()).isEqualTo("{\"method\":\"mean\"}");
        assertThat(made.inputs()).containsExactly(input);
        assertThat(made.programVersion()).isNotEmpty();
        assertThat(made.folder()).startsWith(project.files());
    }

    @Test
    void keepsEveryKindOfInput() throws Exception {
        Artefact base = make(Slot.BASE_MODEL, "base", "weights");
        List<ArtefactInput> inputs = List.of(
                ArtefactInput.of(ArtefactInput.Type.ARTEFACT, "base-model", base),
                ArtefactInput.of(ArtefactInput.Type.START, "start", base),
                ArtefactInput.state(ArtefactInput.Type.CORPORA, "train", "a"),
                ArtefactInput.state(ArtefactInput.Type.EDITS, "edits", "3"),
                ArtefactInput.state(ArtefactInput.Type.LANGUAGES, "languages", "en kab"),
                ArtefactInput.state(ArtefactInput.Type.CUTTING, "cutting", "3"),
                new ArtefactInput(ArtefactInput.Type.FILE, "text", null, "/some/where", "f"));
        assertThat(inputs).extracting(ArtefactInput::type).containsExactly(ArtefactInput.Type.values());
        Artefact made;
        try (ArtefactBuilder builder = artefacts.begin(mapping, "map")) {
            TestProjects.write(builder, "m");
            inputs.forEach(builder::input);
            made = builder.commit(Use.ALWAYS, Progress.none());
        }
        assertThat(artefacts.get(made.id()).inputs()).isEqualTo(inputs);
    }

    @Test
    void removesWhatIsNotCommitted() throws Exception {
        Path half;
        try (ArtefactBuilder builder = artefacts.begin(mapping, "map")) {
            half = builder.folder();
            TestProjects.write(builder, "part");
        }
        assertThat(half).doesNotExist();
        assertThat(artefacts.list(ArtefactKind.MAPPING)).isEmpty();
    }

    @Test
    void movesThePointerAndUndoesThat() throws Exception {
        Artefact first = make(mapping, "first", "1");
        Artefact second = make(mapping, "second", "2");
        assertThat(artefacts.current(mapping)).hasValue(second);
        artefacts.use(first);
        assertThat(artefacts.current(mapping)).hasValue(first);
        assertThat(project.history().undo()).hasValue("Use “first”");
        assertThat(artefacts.current(mapping)).hasValue(second);
        project.history().undo();
        project.history().undo();
        assertThat(artefacts.current(mapping)).isEmpty();
        assertThat(artefacts.list(ArtefactKind.MAPPING)).hasSize(2);
    }

    @Test
    void aResultThatNobodyAskedToUseFillsOnlyAnEmptySlot() throws Exception {
        Artefact first = commit(Use.IF_NONE, "first");
        assertThat(artefacts.current(mapping)).hasValue(first);
        Artefact second = commit(Use.IF_NONE, "second");
        assertThat(artefacts.current(mapping)).hasValue(first);
        assertThat(artefacts.list(ArtefactKind.MAPPING)).containsExactly(second, first);
        Artefact third = commit(Use.ALWAYS, "third");
        assertThat(artefacts.current(mapping)).hasValue(third);
    }

    private Artefact commit(Use use, String name) throws Exception {
        try (ArtefactBuilder builder = artefacts.begin(mapping, "map")) {
            TestProjects.write(builder, name);
            return builder.name(name).commit(use, Progress.none());
        }
    }

    @Test
    void eachLanguageHasASlotOfItsOwn() throws Exception {
        Artefact english = make(Slot.tokenizer(project.info(), Side.SOURCE), "English", "e");
        Artefact kabyle = make(Slot.tokenizer(Languages.KABYLE), "Kabyle", "k");
        assertThat(artefacts.current(Slot.tokenizer(Languages.ENGLISH))).hasValue(english);
        assertThat(artefacts.current(Slot.tokenizer(project.info(), Side.TARGET))).hasValue(kabyle);
        assertThat(artefacts.current(Slot.tokenizer(Languages.ESPERANTO))).isEmpty();
        assertThat(artefacts.list(ArtefactKind.TOKENIZER)).containsExactly(kabyle, english);
    }

    @Test
    void usingAHydraAsItWasPutTogetherMeansNotUsingATunedOne() throws Exception {
        Artefact plain = make(Slot.HYDRA, "plain", "p");
        assertThat(artefacts.hydra()).hasValue(plain);
        Artefact tuned = make(Slot.TUNED_HYDRA, "tuned", "t", plain);
        assertThat(artefacts.hydra()).hasValue(tuned);
        assertThat(artefacts.current(Slot.HYDRA)).hasValue(plain);
        artefacts.use(plain);
        assertThat(artefacts.hydra()).hasValue(plain);
        assertThat(artefacts.current(Slot.TUNED_HYDRA)).isEmpty();
        project.history().undo();
        assertThat(artefacts.hydra()).hasValue(tuned);
    }

    /** A slot names languages by their rows: a new tag must not empty it, nor be needed to find what was made before. */
    @Test
    void slotsFollowACorrectedTag() throws Exception {
        Artefact kabyle = make(Slot.tokenizer(Languages.KABYLE), "Kabyle", "k");
        project.correctLanguage(Side.TARGET, Languages.ESPERANTO);
        assertThat(artefacts.current(Slot.tokenizer(Languages.KABYLE))).isEmpty();
        Artefact now = artefacts.current(Slot.tokenizer(project.info(), Side.TARGET)).orElseThrow();
        assertThat(now.id()).isEqualTo(kabyle.id());
        assertThat(now.slot()).isEqualTo(Slot.tokenizer(Languages.ESPERANTO));
        assertThat(artefacts.inUse().get(Slot.tokenizer(Languages.ESPERANTO))).hasValue(now);
        project.history().undo();
        assertThat(artefacts.current(Slot.tokenizer(Languages.KABYLE))).hasValue(kabyle);
    }

    /** Training takes hours; meanwhile somebody finds that the language has another tag. */
    @Test
    void whatWasBegunBeforeATagWasCorrectedFillsTheSlotOfTheLanguage() throws Exception {
        Artefact made;
        try (ArtefactBuilder builder = artefacts.begin(Slot.tokenizer(Languages.KABYLE), "tokenizer")) {
            TestProjects.write(builder, "k");
            project.correctLanguage(Side.TARGET, Languages.ESPERANTO);
            made = builder.commit(Use.ALWAYS, Progress.none());
        }
        assertThat(artefacts.current(Slot.tokenizer(Languages.ESPERANTO))).hasValue(made);
        project.history().undo();
        assertThat(project.history().undo()).as("nobody took the former tag meanwhile").isPresent();
        assertThat(project.info().targetLanguage()).isEqualTo(Languages.KABYLE);
    }

    @Test
    void findsWhatSomethingWasMadeFrom() throws Exception {
        Artefact base = make(Slot.BASE_MODEL, "base", "b");
        Artefact tables = make(Slot.transfer(project.info()), "tables", "t", base);
        Artefact hydra = make(Slot.HYDRA, "hydra", "h", tables);
        make(Slot.BASE_MODEL, "other", "o");
        assertThat(artefacts.origin(hydra, ArtefactKind.BASE_MODEL)).hasValue(base);
        assertThat(artefacts.used(hydra, Slot.transfer(project.info()))).hasValue(tables);
        assertThat(artefacts.used(hydra, Slot.BASE_MODEL)).as("not directly").isEmpty();
        assertThat(artefacts.origin(hydra, ArtefactKind.MAPPING)).isEmpty();
    }

    @Test
    void noticesFilesChangedByHand() throws Exception {
        Artefact made = make(mapping, "mapping", "right");
        Files.writeString(made.file("content.txt"), "wrong");
        Files.setLastModifiedTime(made.file("content.txt"), FileTime.fromMillis(1));
        assertThat(artefacts.changedFiles(made)).singleElement().asString().contains("changed by hand");
        Files.writeString(made.file("content.txt"), "right");
        assertThat(artefacts.changedFiles(made)).isEmpty();
        Files.delete(made.file("content.txt"));
        assertThat(artefacts.verify(made, Progress.none())).singleElement().asString().contains("missing");
    }

    @Test
    void saysWhatHasToBeMadeFirst() {
        assertThatThrownBy(() -> artefacts.require(Slot.tokenizer(Languages.KABYLE)))
                .isInstanceOf(InputException.class)
                .hasMessage("This needs a tokenizer for Kabyle; make or choose one first.");
    }

    private Artefact make(Slot slot, String name, String content, Artefact... inputs) throws Exception {
        return TestProjects.artefact(project, slot, name, content, inputs);
    }
}
