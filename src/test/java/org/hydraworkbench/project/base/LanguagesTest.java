package org.hydraworkbench.project.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.testing.Languages;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language that was given the wrong tag. */
class LanguagesTest {

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

    @Test
    void everythingInTheLanguageFollowsAndUndoBringsItBack() throws Exception {
        Artefact tokenizer = TestProjects.artefact(project, Slot.tokenizer(Languages.KABYLE), "tokenizer", "t");
        TestProjects.artefact(project, Slot.alignment(project.info()), "links", "l", tokenizer);
        assertThat(project.correctLanguage(Side.TARGET, Languages.ESPERANTO)).isTrue();
        assertLanguages(Languages.ENGLISH, Languages.ESPERANTO);
        assertThat(project.history().undoName()).hasValue("Correct the language kab to eo");
        reopen();
        assertLanguages(Languages.ENGLISH, Languages.ESPERANTO);
        project.history().undo();
        assertLanguages(Languages.ENGLISH, Languages.KABYLE);
        project.history().redo();
        assertLanguages(Languages.ENGLISH, Languages.ESPERANTO);
    }

    private void assertLanguages(LanguageTag source, LanguageTag target) throws Exception {
        ProjectInfo info = project.info();
        assertThat(info.sourceLanguage()).isEqualTo(source);
        assertThat(info.targetLanguage()).isEqualTo(target);
        assertThat(info.language(Side.SOURCE)).isEqualTo(source);
        assertThat(info.language(Side.TARGET)).isEqualTo(target);
        assertThat(project.corpora().list()).extracting(CorpusInfo::sourceLanguage).containsExactly(source);
        assertThat(project.corpora().list()).extracting(CorpusInfo::targetLanguage).containsExactly(target);
        assertThat(project.artefacts().require(Slot.tokenizer(target)).name()).isEqualTo("tokenizer");
        assertThat(project.artefacts().require(Slot.alignment(info)).slot().languages()).containsExactly(source, target);
        assertThat(project.artefacts().inUse().project()).isEqualTo(info);
    }

    /** Who shows artefacts may still show them as they were before. */
    @Test
    void anArtefactThatWasReadBeforeIsUsedInTheSameSlot() throws Exception {
        Artefact first = TestProjects.artefact(project, Slot.tokenizer(Languages.KABYLE), "first", "1");
        TestProjects.artefact(project, Slot.tokenizer(Languages.KABYLE), "second", "2");
        project.correctLanguage(Side.TARGET, Languages.ESPERANTO);
        project.artefacts().use(first);
        assertThat(project.artefacts().require(Slot.tokenizer(Languages.ESPERANTO)).name()).isEqualTo("first");
        project.history().undo();
        project.history().undo();
        assertThat(project.artefacts().require(Slot.tokenizer(Languages.KABYLE)).name()).isEqualTo("second");
    }

    @Test
    void theSourceLanguageToo() throws Exception {
        project.correctLanguage(Side.SOURCE, Languages.ESPERANTO);
        assertThat(project.info().sourceLanguage()).isEqualTo(Languages.ESPERANTO);
        assertThat(project.info().targetLanguage()).isEqualTo(Languages.KABYLE);
    }

    @Test
    void theTagOfTheOtherLanguageIsRefused() {
        assertThatThrownBy(() -> project.correctLanguage(Side.TARGET, Languages.ENGLISH))
                .isInstanceOf(InputException.class)
                .hasMessage("The project has a language “en” already; two languages cannot have one tag.");
        assertThat(project.info().targetLanguage()).isEqualTo(Languages.KABYLE);
    }

    @Test
    void aTagThatNoHydraTakesIsRefused() {
        for (String tag : new String[] {"x-village", "und-Latn", "Kabyle language"}) {
            assertThatThrownBy(() -> project.correctLanguage(Side.TARGET, LanguageTag.parse(tag)))
                    .as(tag)
                    .isInstanceOf(UsageException.class);
        }
    }

    @Test
    void theSameTagIsNoChange() throws Exception {
        assertThat(project.correctLanguage(Side.TARGET, LanguageTag.parse("KAB"))).isFalse();
        assertThat(project.history().undoName()).isEmpty();
    }

    /** Who hears of it can ask at once. */
    @Test
    void whoHearsOfItSeesTheNewTag() throws Exception {
        BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
        project.addListener(change -> {
            heard.add(change.kind());
            heard.add(project.info().targetLanguage());
        });
        project.correctLanguage(Side.TARGET, Languages.ESPERANTO);
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(ProjectChange.Kind.INFO);
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(Languages.ESPERANTO);
        project.history().undo();
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(ProjectChange.Kind.INFO);
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(Languages.KABYLE);
    }

    private void reopen() throws Exception {
        project.close();
        project = Project.open(folder.resolve("test.hydra"));
    }
}
