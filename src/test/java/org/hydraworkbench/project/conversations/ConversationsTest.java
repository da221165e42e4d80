package org.hydraworkbench.project.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.ESPERANTO;
import static org.hydraworkbench.testing.Languages.KABYLE;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationsTest {

    private static final JsonObject DETAILS =
            JsonParser.parseString("{\"model\":\"Hydra en–kab\",\"beams\":4,\"alternatives\":[\"a\",\"b\"]}").getAsJsonObject();

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
    void aProjectBeginsWithAnEmptyConversation() throws Exception {
        assertThat(current()).isEmpty();
    }

    @Test
    void whatWasAskedAndAnsweredIsThereAgainAfterReopening() throws Exception {
        project.setPerson("Amina");
        long first = ask("I wash.", "Lluẓeɣ.", Exchange.State.DONE);
        project.setPerson("Idir");
        long second = project.conversations().add(KABYLE, ENGLISH, "Azul\nfell-ak", "", Exchange.State.FAILED, new JsonObject());
        assertThat(second).isGreaterThan(first);
        project.conversations().correct(first, "Ssarudeɣ.");
        List<Exchange> before = current();
        reopen();
        assertThat(current()).isEqualTo(before);
        Exchange washed = before.getFirst();
        assertThat(washed.from()).isEqualTo(ENGLISH);
        assertThat(washed.to()).isEqualTo(KABYLE);
        assertThat(washed.question()).isEqualTo("I wash.");
        assertThat(washed.answer()).isEqualTo("Lluẓeɣ.");
        assertThat(washed.correction()).isEqualTo("Ssarudeɣ.");
        assertThat(washed.details()).isEqualTo(DETAILS);
        assertThat(washed.author()).isEqualTo("Amina");
        assertThat(washed.pair()).isNull();
        assertThat(before)
                .extracting(Exchange::id, Exchange::state, Exchange::author)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(first, Exchange.State.DONE, "Amina"),
                        org.assertj.core.groups.Tuple.tuple(second, Exchange.State.FAILED, "Idir"));
    }

    @Test
    void anAnswerThatWasStoppedIsKeptAsFarAsItCame() throws Exception {
        ask("I wash.", "Llu", Exchange.State.STOPPED);
        reopen();
        assertThat(current()).singleElement().extracting(Exchange::answer, Exchange::state)
                .containsExactly("Llu", Exchange.State.STOPPED);
    }

    @Test
    void whatIsTypedAndNotSentIsThereAgainAfterReopening() throws Exception {
        assertThat(project.conversations().draft()).isEmpty();
        project.conversations().keepDraft("Ini-as\nazul");
        reopen();
        assertThat(project.conversations().draft()).isEqualTo("Ini-as\nazul");
        project.conversations().keepDraft("");
        reopen();
        assertThat(project.conversations().draft()).isEmpty();
    }

    @Test
    void anotherConversationBeginsEmptyAndGoesOn() throws Exception {
        ask("one", "yiwen", Exchange.State.DONE);
        project.conversations().begin();
        assertThat(current()).isEmpty();
        reopen();
        assertThat(current()).isEmpty();
        ask("two", "sin", Exchange.State.DONE);
        ask("three", "kraḍ", Exchange.State.DONE);
        assertThat(current()).extracting(Exchange::question).containsExactly("two", "three");
    }

    @Test
    void aCorrectionBecomesAPairAndIsNoneAnyMoreWhenItIsCorrectedAgain() throws Exception {
        long exchange = ask("I wash.", "Lluẓeɣ.", Exchange.State.DONE);
        project.conversations().correct(exchange, "Ssarudeɣ.");
        CorpusInfo corrections = TestProjects.importLines(project, folder, "corrections", "I wash.\tSsarudeɣ.");
        long pair = project.corpora()
                .page(PairFilter.all().withCorpus(corrections.id()), PairOrder.CORPUS, 0, 1)
                .getFirst()
                .id();
        project.conversations().keep(exchange, pair);
        reopen();
        assertThat(current()).singleElement().extracting(Exchange::pair).isEqualTo(pair);
        project.conversations().correct(exchange, "Ssirideɣ.");
        assertThat(current()).singleElement().extracting(Exchange::correction, Exchange::pair)
                .containsExactly("Ssirideɣ.", null);
        project.conversations().correct(exchange, "");
        assertThat(current()).singleElement().extracting(Exchange::correction).isEqualTo("");
    }

    @Test
    void whatIsNotThereIsRefusedInASentence() throws Exception {
        long exchange = ask("I wash.", "Lluẓeɣ.", Exchange.State.DONE);
        assertThatThrownBy(() -> project.conversations().correct(exchange + 1, "x"))
                .isInstanceOf(InputException.class)
                .hasMessage("There is no exchange %d in this project.".formatted(exchange + 1));
        assertThatThrownBy(() -> project.conversations().keep(exchange + 1, 1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> project.conversations().keep(exchange, 99))
                .isInstanceOf(InputException.class)
                .hasMessage("There is no pair 99 in this project.");
        assertThat(current()).singleElement().extracting(Exchange::pair).isNull();
    }

    @Test
    void theLanguagesFollowACorrectedTag() throws Exception {
        ask("I wash.", "Lluẓeɣ.", Exchange.State.DONE);
        project.correctLanguage(Side.TARGET, ESPERANTO);
        assertThat(current()).singleElement().extracting(Exchange::from, Exchange::to).containsExactly(ENGLISH, ESPERANTO);
    }

    /** A Hydra that was made before is asked by the tags that it has. */
    @Test
    void anExchangeByAFormerTagStandsInTheWayOfNoUndo() throws Exception {
        project.correctLanguage(Side.TARGET, ESPERANTO);
        ask("I wash.", "Lluẓeɣ.", Exchange.State.DONE);
        assertThat(current()).singleElement().extracting(Exchange::from, Exchange::to).containsExactly(ENGLISH, KABYLE);
        project.history().undo();
        assertThat(project.info().targetLanguage()).isEqualTo(KABYLE);
        project.history().redo();
        assertThat(current()).singleElement().extracting(Exchange::to).isEqualTo(ESPERANTO);
    }

    /** A Hydra may have more languages than the project. */
    @Test
    void aLanguageThatOnlyAHydraHasIsNoneOfTheProject() throws Exception {
        project.conversations().add(ENGLISH, ESPERANTO, "I wash.", "Mi lavas.", Exchange.State.DONE, DETAILS);
        project.correctLanguage(Side.TARGET, ESPERANTO);
        assertThat(project.info().targetLanguage()).isEqualTo(ESPERANTO);
    }

    @Test
    void whoWatchesHearsOfEveryChange() throws Exception {
        BlockingQueue<ProjectChange.Kind> heard = new LinkedBlockingQueue<>();
        project.addListener(change -> heard.add(change.kind()));
        long exchange = ask("I wash.", "Lluẓeɣ.", Exchange.State.DONE);
        project.conversations().correct(exchange, "Ssarudeɣ.");
        project.conversations().keep(exchange, 1);
        project.conversations().begin();
        for (int change = 0; change < 4; change++) {
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(ProjectChange.Kind.CONVERSATIONS);
        }
        assertThat(project.history().undoName()).as("a conversation is no edit").isEmpty();
    }

    private long ask(String question, String answer, Exchange.State state) throws Exception {
        return project.conversations().add(ENGLISH, KABYLE, question, answer, state, DETAILS);
    }

    private List<Exchange> current() throws Exception {
        return project.conversations().current();
    }

    private void reopen() throws Exception {
        project.close();
        project = Project.open(folder.resolve("test.hydra"));
    }
}
