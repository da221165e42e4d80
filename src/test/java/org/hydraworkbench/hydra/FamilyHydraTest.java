package org.hydraworkbench.hydra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.KABYLE;

import java.nio.file.Path;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.Session;
import org.hydraworkbench.testing.Bytes;
import org.hydraworkbench.testing.FamilyModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.transfer.Transfer;
import org.hydraworkbench.transfer.TransferMethod;
import org.hydraworkbench.transfer.TransferOptions;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.ModelWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hydras on bodies whose files have other names for the tables than those of Llama. */
class FamilyHydraTest {

    @TempDir
    Path folder;

    private Path made(String model, TransferMethod method) throws Exception {
        Path made = folder.resolve(method.name());
        Transfer.init(FamilyModels.folder(model), TestModels.stories(), method, null, TransferOptions.defaults(), made, Progress.none());
        return made;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-bare", "gpt2-untied", "gpt-neox", "gpt-neox-in-turn"})
    void eachLanguageComesOutAsItWentIn(String model) throws Exception {
        Path source = made(model, TransferMethod.MEAN);
        Path target = made(model, TransferMethod.RANDOM);
        Path hydra = folder.resolve("hydra");
        HydraAssembler.assemble(source, ENGLISH, target, KABYLE, hydra, Progress.none());
        HydraExporter.language(hydra, ENGLISH, DType.F32, folder.resolve("english"), Progress.none());
        HydraExporter.language(hydra, KABYLE, DType.F32, folder.resolve("kabyle"), Progress.none());
        assertSame(source, folder.resolve("english"));
        assertSame(target, folder.resolve("kabyle"));
        try (HydraModel opened = HydraModel.open(TestModels.runtime(), hydra, Progress.none());
                Session session = new Session(opened.body())) {
            session.append(opened.table(ENGLISH), new int[] {1, 5, 7});
            assertThat(session.feed(opened.table(KABYLE), new int[] {1, 9}, opened.table(KABYLE))).hasSize(512);
        }
        assertThat(BodyFingerprint.of(source, Progress.none())).isEqualTo(BodyFingerprint.of(target, Progress.none()));
    }

    private static void assertSame(Path one, Path other) throws Exception {
        try (ModelWeights before = ModelWeights.open(one);
                ModelWeights after = ModelWeights.open(other)) {
            assertThat(after.names()).containsExactlyInAnyOrderElementsOf(before.names());
            for (String name : before.names()) {
                assertThat(Bytes.of(after, name)).as(name).isEqualTo(Bytes.of(before, name));
            }
        }
    }

    @Test
    void onlyAHydraOnALlamaHasThePublishedLayout() throws Exception {
        Path hydra = folder.resolve("hydra");
        HydraAssembler.assemble(made("gpt2", TransferMethod.MEAN), ENGLISH, made("gpt2", TransferMethod.RANDOM), KABYLE, hydra, Progress.none());
        assertThatThrownBy(() ->
                        PublishedLayout.write(hydra, new LanguagePair(ENGLISH, KABYLE), DType.F32, folder.resolve("published"), Progress.none()))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll("llama", "gpt2");
        assertThat(folder.resolve("published")).doesNotExist();
    }
}
