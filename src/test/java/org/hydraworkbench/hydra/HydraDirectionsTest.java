package org.hydraworkbench.hydra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.ESPERANTO;
import static org.hydraworkbench.testing.Languages.KABYLE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Hydra translates: what hydra.json says, and heads that only read. */
class HydraDirectionsTest {

    @TempDir
    Path folder;

    private static HydraManifest of(Set<LanguageTag> readOnly, LanguagePair... directions) throws Exception {
        return new HydraManifest(
                KABYLE, List.of(ENGLISH, KABYLE, ESPERANTO), readOnly, List.of(directions), PromptTemplates.shipped());
    }

    @Test
    void whereNobodySaidItIsMadeForEveryPairIntoWhatIsWritten() throws Exception {
        assertThat(of(Set.of(ENGLISH)).possible()).containsExactlyInAnyOrder(
                new LanguagePair(ENGLISH, KABYLE),
                new LanguagePair(ENGLISH, ESPERANTO),
                new LanguagePair(KABYLE, ESPERANTO),
                new LanguagePair(ESPERANTO, KABYLE));
        assertThat(of(Set.of(ENGLISH)).possible()).allMatch(of(Set.of(ENGLISH))::isMadeFor);
        assertThat(of(Set.of(ENGLISH)).isMadeFor(new LanguagePair(KABYLE, ENGLISH))).isFalse();
        HydraManifest tuned = of(Set.of(), new LanguagePair(ENGLISH, KABYLE));
        assertThat(tuned.possible().stream().filter(tuned::isMadeFor)).containsExactly(new LanguagePair(ENGLISH, KABYLE));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        for (HydraManifest each : List.of(
                of(Set.of()), of(Set.of(ENGLISH)), of(Set.of(ENGLISH, ESPERANTO), new LanguagePair(ENGLISH, KABYLE)))) {
            each.write(folder);
            assertThat(HydraManifest.read(folder)).isEqualTo(each);
        }
    }

    /** Programs that know the first version alone would tie the output of a head that only reads to its input. */
    @Test
    void onlyAHydraThatOlderProgramsWouldMisreadIsOfALaterVersion() throws Exception {
        of(Set.of(), new LanguagePair(ENGLISH, KABYLE)).write(folder);
        assertThat(Files.readString(folder.resolve("hydra.json"))).contains("\"format_version\": 1,");
        of(Set.of(ENGLISH)).write(folder);
        assertThat(Files.readString(folder.resolve("hydra.json"))).contains("\"format_version\": 2,");
    }

    @Test
    void theFirstVersionIsStillRead() throws Exception {
        Files.writeString(folder.resolve("hydra.json"), """
                {"format": "hydra", "format_version": 1, "body": {"folder": "body", "language": "kab"},
                 "heads": {"en": {"folder": "heads/en"}, "kab": {"folder": "heads/kab"}},
                 "templates": [{"name": "plain", "parts": [{"head": "source", "text": "{bos}{source}{eos}"},
                                {"head": "target", "text": "{bos}{target}{eos}"}], "stop": []}]}
                """);
        HydraManifest manifest = HydraManifest.read(folder);
        assertThat(manifest.languages()).containsExactly(ENGLISH, KABYLE);
        assertThat(manifest.readOnly()).isEmpty();
        assertThat(manifest.directions()).isEmpty();
    }

    @Test
    void directionsThatCannotBeAreRefused() throws Exception {
        for (LanguagePair wrong : List.of(
                new LanguagePair(KABYLE, ENGLISH), new LanguagePair(KABYLE, KABYLE), new LanguagePair(LanguageTag.parse("fr"), KABYLE))) {
            of(Set.of(ENGLISH), wrong).write(folder);
            assertThatThrownBy(() -> HydraManifest.read(folder))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("from " + wrong.from() + " to " + wrong.to());
        }
    }

    @Test
    void whatOnlyReadsIsReadButNotWritten() throws Exception {
        Path hydra = SmallModels.onlyReads(SmallModels.hydra(folder), ENGLISH);
        try (HydraModel model = HydraModel.open(TestModels.runtime(), hydra, Progress.none())) {
            PromptTemplate plain = model.manifest().templates().getFirst();
            GenerationOptions few = GenerationOptions.greedy(4);
            assertThat(model.translate(ENGLISH, KABYLE, "One day", plain, few, TranslationListener.none(), Progress.none()).tokens()).isNotEmpty();
            assertThatThrownBy(() -> model.translate(KABYLE, ENGLISH, "Azul", plain, few, TranslationListener.none(), Progress.none()))
                    .isInstanceOf(UsageException.class)
                    .hasMessageEndingWith("reads en but cannot write it, since its head has no output table; it writes kab.");
            assertThatThrownBy(() -> model.likelihoods(KABYLE, ENGLISH, List.of(new SentencePair("a", "b")), plain, Progress.none()))
                    .isInstanceOf(UsageException.class);
            Path saved = folder.resolve("saved");
            model.save(saved, plain, List.of(new LanguagePair(ENGLISH, KABYLE)), Progress.none());
            assertThat(HydraManifest.read(saved).readOnly()).containsExactly(ENGLISH);
            assertThat(HydraManifest.read(saved).directions()).containsExactly(new LanguagePair(ENGLISH, KABYLE));
        }
    }
}
