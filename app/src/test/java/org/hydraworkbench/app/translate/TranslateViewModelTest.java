package org.hydraworkbench.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.app.testing.SmallProject;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.choice.Evidence;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.text.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslateViewModelTest {

    @TempDir
    Path folder;

    private TestBench bench;
    private Project project;
    private TranslateViewModel model;

    @BeforeEach
    void openProject() throws Exception {
        bench = new TestBench(folder);
        model = new TranslateViewModel(bench.workbench);
        project = bench.open(SmallProject.copyInto(folder));
        model.choice().want(AnswerBy.HYDRA);
        model.setShown(true);
        model.decoding().modeProperty().set(Decoding.Mode.GREEDY);
        model.decoding().maxTokensProperty().set(12);
    }

    @AfterEach
    void closeProject() throws Exception {
        bench.close();
    }

    private Exchange ask(String text) {
        model.inputProperty().set(text);
        model.send();
        return model.conversation().getLast();
    }

    @Test
    void aFileIsTranslatedOnlyWhereThereIsSomethingToTranslateItWith() {
        assertThat(model.canTranslateFile().get()).isTrue();
        assertThat(new TranslateViewModel(new TestBench(folder.resolve("other")).workbench).canTranslateFile().get()).isFalse();
    }

    @Test
    void beginsInTheDirectionOfTheProject() {
        assertThat(model.choice().fromProperty().get()).isEqualTo("en");
        assertThat(model.choice().toProperty().get()).isEqualTo("kab");
        model.choice().swap();
        assertThat(model.choice().fromProperty().get()).isEqualTo("kab");
        assertThat(model.choice().toProperty().get()).isEqualTo("en");
    }

    /** They are the project's own, of those that nothing is learnt from, in the language that is asked, and leave alone what the person has typed. */
    @Test
    void thereAreSentencesToBeginWith() throws Exception {
        ExampleSentences examples = model.examplesProperty().get();
        List<SentencePair> pairs = project.corpora().first(CorpusRole.TEST, 1000);
        assertThat(examples.in("en")).isNotEmpty().allMatch(text -> pairs.stream().anyMatch(pair -> pair.source().strip().equals(text)));
        assertThat(examples.in("kab")).isNotEmpty().allMatch(text -> pairs.stream().anyMatch(pair -> pair.target().strip().equals(text)));
        assertThat(examples.in("")).isEmpty();
        model.inputProperty().set("half a thou");
        model.send(examples.in("en").getFirst());
        assertThat(model.conversation().getLast().request().text()).isEqualTo(examples.in("en").getFirst());
        assertThat(model.inputProperty().get()).isEqualTo("half a thou");
    }

    @Test
    void theAnswerIsTheTokensThatCame() {
        Exchange exchange = ask("Tom is here.");
        assertThat(exchange.stateProperty().get()).isEqualTo(Exchange.State.DONE);
        assertThat(exchange.tokens()).isNotEmpty().hasSizeLessThanOrEqualTo(12);
        assertThat(exchange.tokens()).allSatisfy(token -> {
            assertThat(token.table()).isEqualTo("kab");
            assertThat(token.probability()).isBetween(0.0, 1.0);
        });
        assertThat(exchange.logProbability()).isNegative();
        assertThat(model.answeringProperty().get()).isFalse();
        assertThat(model.inputProperty().get()).isEmpty();
    }

    @Test
    void whatWasAskedIsKeptThoughItsProjectIsLeftBeforeTheAnswer() throws Exception {
        Path place = Files.createDirectory(folder.resolve("background"));
        Path file = SmallProject.copyInto(place);
        TestBench background = TestBench.inBackground(place);
        try {
            background.open(file);
            TranslateViewModel asking = new TranslateViewModel(background.workbench);
            background.await(() -> asking.translatorsProperty().get().hydra().isPresent());
            asking.inputProperty().set("Tom is here.");
            asking.send();
            background.await(background.workbench.project().leave()::isEnded);
        } finally {
            background.close();
        }
        try (Project again = Project.open(file)) {
            assertThat(again.conversations().current()).singleElement().satisfies(kept ->
                    assertThat(kept.question()).isEqualTo("Tom is here."));
        }
    }

    @Test
    void whatIsTypedAndNotSentStaysWithItsProject() throws Exception {
        Path place = Files.createDirectory(folder.resolve("second"));
        model.inputProperty().set("Where is the");
        bench.open(SmallProject.copyInto(place));
        bench.await(() -> model.inputProperty().get().isEmpty());
        model.inputProperty().set("I am");
        project = bench.open(project.file());
        bench.await(() -> model.inputProperty().get().equals("Where is the"));
        TranslateViewModel afterwards = new TranslateViewModel(bench.workbench);
        bench.await(() -> afterwards.inputProperty().get().equals("Where is the"));
    }

    @Test
    void phrasesAnswerWithoutAModelAndTellWhatShapedEachWord() {
        assertThat(model.choice().possible()).containsExactly(AnswerBy.EVERYTHING, AnswerBy.PHRASES, AnswerBy.HYDRA);
        model.choice().want(AnswerBy.PHRASES);
        Exchange exchange = ask("The dog is big.");
        assertThat(exchange.stateProperty().get()).isEqualTo(Exchange.State.DONE);
        assertThat(exchange.answer()).isNotEmpty();
        assertThat(exchange.confidence()).isBetween(0.0, 100.0);
        assertThat(exchange.tokens()).isEmpty();
        assertThat(exchange.request().hydra()).isEmpty();
        assertThat(exchange.shapedProperty().get()).isNotEmpty().allSatisfy(shaped ->
                assertThat(exchange.answer().substring(shaped.start(), shaped.end()).isBlank())
                        .isEqualTo(shaped.kind() == Evidence.Kind.LEFT_OUT));
        assertThat(model.lookedAtProperty().get()).isSameAs(exchange);
    }

    @Test
    void whatIsConfirmedIsTheAnswerToTheNextQuestionByWhateverMeans() {
        for (AnswerBy by : List.of(AnswerBy.PHRASES, AnswerBy.EVERYTHING)) {
            model.choice().want(by);
            Exchange first = ask("Where is the " + by + "?");
            corrections().confirm(first);
            assertThat(first.correctionProperty().get()).isEqualTo(first.answer());
            Exchange again = ask("Where is the " + by + "?");
            assertThat(again.answer()).isEqualTo(first.answer());
            assertThat(again.confidence()).isEqualTo(100);
            assertThat(again.shapedProperty().get()).extracting(Shaped::kind).containsOnly(Evidence.Kind.CONFIRMED);
        }
    }

    @Test
    void aJudgedAnswerComesBackWithWhatShapedIt() throws Exception {
        model.choice().want(AnswerBy.PHRASES);
        Exchange exchange = ask("The dog is big.");
        Exchange stored = StoredExchanges.read(project).getLast();
        assertThat(stored.answer()).isEqualTo(exchange.answer());
        assertThat(stored.confidence()).isEqualTo(exchange.confidence());
        assertThat(stored.shapedProperty().get()).isEqualTo(exchange.shapedProperty().get());
        assertThat(stored.request().by()).isEqualTo(AnswerBy.PHRASES);
        assertThat(stored.alternatives()).isEqualTo(exchange.alternatives());
    }

    @Test
    void whatAnswersIsRememberedWhereItCan() {
        model.choice().want(AnswerBy.PHRASES);
        TranslateViewModel other = new TranslateViewModel(bench.workbench);
        assertThat(other.choice().byProperty().get()).isEqualTo(AnswerBy.PHRASES);
    }

    @Test
    void aSecondAnswerComesBesideTheFirst() throws Exception {
        model.choice().want(AnswerBy.PHRASES);
        model.choice().wantBeside(Optional.of(AnswerBy.HYDRA));
        Exchange other = ask("The dog is big.");
        assertThat(model.conversation()).hasSize(2);
        assertThat(other.request().by()).isEqualTo(AnswerBy.HYDRA);
        assertThat(other.request().beside()).isTrue();
        assertThat(model.conversation().getFirst().request().text()).isEqualTo(other.request().text());
        assertThat(StoredExchanges.read(project)).extracting(kept -> kept.request().beside()).containsExactly(false, true);
        model.choice().want(AnswerBy.HYDRA);
        assertThat(model.choice().besideProperty().get()).isEmpty();
    }

    @Test
    void exchangingTheLanguagesKeepsWhatIsWanted() {
        model.choice().want(AnswerBy.PHRASES);
        model.choice().wantBeside(Optional.of(AnswerBy.EVERYTHING));
        model.choice().swap();
        assertThat(model.choice().byProperty().get()).isEqualTo(AnswerBy.PHRASES);
        assertThat(model.choice().besideProperty().get()).contains(AnswerBy.EVERYTHING);
        model.choice().want(AnswerBy.EVERYTHING);
        assertThat(model.choice().besideProperty().get()).isEmpty();
    }

    private Corrections corrections() {
        return new Corrections(bench.workbench, model.conversation());
    }

    @Test
    void theSameQuestionHasTheSameGreedyAnswer() {
        assertThat(ask("Tom is here.").answer()).isEqualTo(ask("Tom is here.").answer());
    }

    @Test
    void aBeamSearchShowsWhatElseItFound() {
        model.decoding().modeProperty().set(Decoding.Mode.BEAM);
        assertThat(ask("Tom is here.").alternatives()).hasSize(Decoding.defaults().beams() - 1);
    }

    @Test
    void anEditedLinkMovesTheProbabilitiesOfAnAnswerAndCanBeSwitchedOff() throws Exception {
        Exchange before = ask("Tom is here.");
        editLinks();
        int rows = model.overlayProperty().get().ids().length;
        assertThat(rows).isPositive();
        Exchange with = ask("Tom is here.");
        assertThat(with.request().editedRows()).isEqualTo(rows);
        assertThat(with.logProbability()).isNotEqualTo(before.logProbability());
        model.askOtherwise(with);
        Exchange without = model.conversation().getLast();
        assertThat(without.request().editedRows()).isZero();
        assertThat(without.logProbability()).isEqualTo(before.logProbability());
        assertThat(without.answer()).isEqualTo(before.answer());
    }

    @Test
    void undoneEditsLeaveTheTablesAsTheyWere() throws Exception {
        editLinks();
        while (!project.edits().editedPairs().isEmpty()) {
            project.history().undo();
        }
        bench.await(() -> model.overlayProperty().get().ids().length == 0);
    }

    /** Links the first word of each side in some pairs. */
    private void editLinks() throws Exception {
        List<PairRow> pairs = project.corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 8);
        for (PairRow pair : pairs) {
            Span source = Words.split(pair.source()).getFirst();
            Span target = Words.split(pair.target()).getFirst();
            project.edits().setLink(pair.id(), source, target, LinkState.SURE);
        }
        bench.await(() -> model.overlayProperty().get().ids().length > 0);
    }

    @Test
    void correctionsBecomeAConfirmedCorpus() throws Exception {
        Corrections corrections = new Corrections(bench.workbench, model.conversation());
        Exchange exchange = ask("Tom is here.");
        bench.dialogs.text = Optional.of("Tom yella da.");
        corrections.correct(exchange);
        assertThat(corrections.waitingProperty().get()).isEqualTo(1);
        corrections.addToCorpus();
        assertThat(corrections.waitingProperty().get()).isZero();
        CorpusInfo added = project.corpora().list().getLast();
        PairRow pair = project.corpora()
                .page(PairFilter.all().withCorpus(added.id()), PairOrder.CORPUS, 0, 9)
                .getFirst();
        assertThat(pair.source()).isEqualTo("Tom is here.");
        assertThat(pair.target()).isEqualTo("Tom yella da.");
        assertThat(pair.status()).isEqualTo(PairStatus.CONFIRMED);
    }

    @Test
    void aCorrectionInOtherLanguagesThanTheProjectHasBecomesNoPair() throws Exception {
        Corrections corrections = new Corrections(bench.workbench, model.conversation());
        Exchange exchange = ask("Tom is here.");
        int corpora = project.corpora().list().size();
        project.correctLanguage(Side.TARGET, LanguageTag.parse("kab-Latn"));
        bench.dialogs.text = Optional.of("Tom yella da.");
        corrections.correct(exchange);
        assertThat(corrections.waitingProperty().get()).isZero();
        assertThat(bench.told).last().asString().contains("stays in the conversation");
        corrections.addToCorpus();
        assertThat(project.corpora().list()).hasSize(corpora);
    }

    @Test
    void translatesAFileLineByLine() throws Exception {
        Path file = Files.write(folder.resolve("lines.txt"), List.of("Tom is here.", "", "I know."));
        bench.dialogs.file = Optional.of(file);
        model.translateFile();
        // The fake chooser gives the same file for reading and writing.
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).isEmpty();
        assertThat(lines.get(0)).isEqualTo(ask("Tom is here.").answer().replace('\n', ' '));
    }

    @Test
    void nothingIsAskedWithoutAText() {
        model.inputProperty().set("  ");
        assertThat(model.canSend().get()).isFalse();
        model.send();
        assertThat(model.conversation()).isEmpty();
    }
}
