package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.InUse;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.links.OpenTokenizers;
import org.hydraworkbench.project.settings.FolderSettings;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseModelOperationTest {

    @TempDir
    Path folder;

    private Project project;
    private Path model;

    @BeforeEach
    void create() throws Exception {
        project = TestProjects.empty(folder);
        model = folder.resolve("model");
        Folders.copy(TestModels.stories(), model, Progress.none());
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void theTokenizerComesWithTheModelAndGoesWithIt() throws Exception {
        Artefact imported = take();
        assertThat(imported.name()).isEqualTo("model");
        Artefact tokenizer = project.artefacts().require(Slot.tokenizer(project.info(), Side.SOURCE));
        assertThat(tokenizer.name()).startsWith("model, 512 ");
        assertThat(tokenizer.operation()).isEqualTo("import-tokenizer");
        assertThat(tokenizer.file("tokenizer.json")).isRegularFile();
        assertThat(project.artefacts().current(Slot.BASE_MODEL)).hasValue(imported);
        assertThat(project.history().undo()).hasValue("Use “model”");
        assertThat(project.artefacts().inUse().artefacts()).isEmpty();
        assertThat(project.history().undoName()).isEmpty();
        project.history().redo();
        assertThat(project.artefacts().inUse().artefacts()).hasSize(2);
    }

    /** A second model that nobody asked to use must not bring its tokenizer into use either. */
    @Test
    void theTokenizerIsUsedOnlyWhereTheModelIs() throws Exception {
        Artefact first = take();
        Artefact tokenizer = project.artefacts().require(Slot.tokenizer(project.info(), Side.SOURCE));
        project.work()
                .job(Operations.BASE_MODEL, new FolderSettings(model), Use.IF_NONE, Environment.plain())
                .run(Progress.none());
        assertThat(project.artefacts().list(ArtefactKind.BASE_MODEL)).hasSize(2);
        assertThat(project.artefacts().current(Slot.BASE_MODEL)).hasValue(first);
        assertThat(project.artefacts().current(tokenizer.slot())).hasValue(tokenizer);
    }

    /** It was left as the current model, though the job had failed. */
    @Test
    void aModelWithoutATokenizerChangesNothing() throws Exception {
        Files.delete(model.resolve("tokenizer.json"));
        assertThatThrownBy(this::take).isInstanceOf(InputException.class).hasMessageContaining("tokenizer");
        assertNothingChanged(JobRecord.State.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[[\"a\",\"b\"]]}}"})
    void whatIsInUseStaysSoWhereAnotherModelCannotBeTakenIn(String tokenizer) throws Exception {
        take();
        InUse before = project.artefacts().inUse();
        if (tokenizer.isEmpty()) {
            Files.delete(model.resolve("tokenizer.json"));
        } else {
            Files.writeString(model.resolve("tokenizer.json"), tokenizer);
        }
        assertThatThrownBy(this::take).isInstanceOf(InputException.class).hasMessageContaining("tokenizer.json");
        assertThat(project.artefacts().inUse().artefacts()).isEqualTo(before.artefacts()).hasSize(2);
        assertThat(project.artefacts().list(ArtefactKind.BASE_MODEL)).hasSize(1);
        assertThat(project.artefacts().list(ArtefactKind.TOKENIZER)).hasSize(1);
        assertThat(project.history().undo()).hasValue("Use “model”");
    }

    /** What a project holds has the same form for all, whatever form the tokenizer came in. */
    @Test
    void anOlderTokenizerBecomesATokenizerJsonInTheProject() throws Exception {
        Files.delete(model.resolve("tokenizer.json"));
        Files.copy(TestModels.resource("/org/hydraworkbench/tokenizer/stories260K.model"), model.resolve("tokenizer.model"));
        Artefact taken = take();
        Artefact tokenizer = project.artefacts().require(Slot.tokenizer(project.info(), Side.SOURCE));
        assertThat(taken.file("tokenizer.json")).isRegularFile().hasSameBinaryContentAs(tokenizer.file("tokenizer.json"));
        assertThat(taken.file("tokenizer.model")).doesNotExist();
        assertThat(OpenTokenizers.isOwn(taken, tokenizer)).isTrue();
        try (Tokenizer loaded = Tokenizer.load(tokenizer.folder());
                Tokenizer stories = Tokenizer.load(TestModels.stories())) {
            assertThat(loaded.encodeIds("Once upon a time")).isEqualTo(stories.encodeIds("Once upon a time"));
            assertThat(loaded.special()).isEqualTo(stories.special());
        }
    }

    @Test
    void onlyWhatAModelNeedsIsCopiedAndNeverAPickleOrCode() throws Exception {
        for (String name : new String[] {
            "pytorch_model.bin", "optimizer.pt", "training_args.bin", "modeling_llama.py", "weights.pkl", "onnx/model.onnx", "LICENSE",
            "generation_config.json"
        }) {
            Files.createDirectories(model.resolve(name).getParent());
            Files.writeString(model.resolve(name), "{}");
        }
        Path taken = take().folder();
        assertThat(Folders.files(taken).stream().map(file -> taken.relativize(file).toString()))
                .containsExactlyInAnyOrder("config.json", "generation_config.json", "model.safetensors", "tokenizer.json", "LICENSE");
    }

    @Test
    void aModelWithoutWeightsThatCanBeReadChangesNothing() throws Exception {
        Files.move(model.resolve("model.safetensors"), model.resolve("pytorch_model.bin"));
        assertThatThrownBy(this::take).isInstanceOf(InputException.class).hasMessageContaining("only in a format that can carry code");
        assertNothingChanged(JobRecord.State.FAILED);
    }

    @Test
    void aModelThatIsNoneChangesNothing() throws Exception {
        Files.writeString(model.resolve("config.json"), "{}");
        assertThatThrownBy(this::take).isInstanceOf(InputException.class);
        assertNothingChanged(JobRecord.State.FAILED);
    }

    @Test
    void anImportThatIsCancelledWhileItIsSavedChangesNothing() throws Exception {
        for (String at : new String[] {"Copying the model", "Saving"}) {
            assertThatThrownBy(() -> project.work()
                            .job(Operations.BASE_MODEL, new FolderSettings(model), Use.ALWAYS, Environment.plain())
                            .run(new CancelAt(at)))
                    .isInstanceOf(CancelledException.class);
            assertNothingChanged(JobRecord.State.CANCELLED);
        }
    }

    private void assertNothingChanged(JobRecord.State state) throws Exception {
        assertThat(project.artefacts().list(ArtefactKind.BASE_MODEL)).isEmpty();
        assertThat(project.artefacts().list(ArtefactKind.TOKENIZER)).isEmpty();
        assertThat(project.artefacts().inUse().artefacts()).isEmpty();
        assertThat(project.history().entries(10)).isEmpty();
        assertThat(project.files()).isEmptyDirectory();
        assertThat(project.jobs().list(1).getFirst().state()).isEqualTo(state);
        assertThat(project.work().guide().next().map(StepStatus::id)).hasValue("base-model");
    }

    /** The rights are looked at because a privileged user may write to any file. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aReadOnlyModelCanBeImported() throws Exception {
        for (Path file : Folders.files(model)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        }
        Artefact imported = take();
        assertThat(Folders.files(imported.folder())).isNotEmpty().allSatisfy(file ->
                assertThat(Files.getPosixFilePermissions(file)).contains(PosixFilePermission.OWNER_WRITE));
    }

    private Artefact take() throws Exception {
        return TestProjects.make(project, Operations.BASE_MODEL, new FolderSettings(model));
    }

    /** Progress that is cancelled from a message on. */
    private static final class CancelAt implements Progress {

        private final String at;
        private boolean cancelled;

        CancelAt(String at) {
            this.at = at;
        }

        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String text) {
            cancelled |= text.equals(at);
        }

        @Override
        public void log(String line) {}

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
