package org.hydraworkbench.project.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.History;
import org.hydraworkbench.testing.Languages;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with whole corpora after their import. */
class ManagedCorporaTest {

    @TempDir
    Path folder;

    private Project project;
    private Corpora corpora;
    private CorpusInfo animals;
    private CorpusInfo weather;

    @BeforeEach
    void create() throws Exception {
        project = TestProjects.empty(folder);
        corpora = project.corpora();
        animals = TestProjects.importLines(project, folder, "animals", "the dog\taqjun", "the cat\tamcic", "the owl\tbururu");
        weather = TestProjects.importLines(project, folder, "weather", "the rain\tageffur", "the snow\tadfel");
    }

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void theSameTextIsNotImportedAgain() throws Exception {
        Path same = TestProjects.file(folder, "same", "the dog\taqjun", "the cat\tamcic", "the owl\tbururu");
        for (ImportRequest request : List.of(
                ImportRequest.of(same), ImportRequest.of(same).withRole(CorpusRole.TEST).withName("held out"))) {
            assertThatThrownBy(() -> corpora.importFrom(request, Progress.none()))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("This text is in the project already: it is the corpus “animals”.");
        }
        assertThat(corpora.list()).containsExactly(animals, weather);
        assertThat(corpora.count(PairFilter.all())).isEqualTo(5);
        assertThat(corpora.count(PairFilter.all().withExcluded(false))).isEqualTo(5);
        corpora.rename(animals.id(), "beasts");
        assertThatThrownBy(() -> corpora.importFrom(ImportRequest.of(same), Progress.none())).hasMessageContaining("“beasts”");
    }

    /** Also when a part of it was held out, so that no part is the whole. */
    @Test
    void aTextOfWhichAPartIsHeldOutIsNotImportedAgain() throws Exception {
        Path file = TestProjects.file(folder, "letters", "a\tx", "b\ty", "c\tz", "d\tw");
        corpora.importFrom(ImportRequest.of(file).withHoldOut(1), Progress.none());
        for (int each = 0; each < 2; each++) {
            ImportRequest again = ImportRequest.of(file).withHoldOut(each);
            assertThatThrownBy(() -> corpora.importFrom(again, Progress.none()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("“letters.tsv”");
        }
    }

    /** What the project is called is read before a large file is drawn from; the tag may be corrected meanwhile. */
    @Test
    void aCorpusIsInTheLanguagesThatTheProjectHasWhenItIsEntered() throws Exception {
        Path file = TestProjects.file(folder, "letters", "a\tx", "b\ty", "c\tz", "d\tw");
        Progress correcting = new MessageProgress(() -> project.correctLanguage(Side.TARGET, Languages.ESPERANTO));
        List<CorpusInfo> made = corpora.importFrom(ImportRequest.of(file).withHoldOut(1), correcting);
        assertThat(made).extracting(CorpusInfo::targetLanguage).containsOnly(Languages.ESPERANTO);
        assertThat(project.history().undo()).isPresent();
        assertThat(corpora.list()).extracting(CorpusInfo::targetLanguage).containsOnly(Languages.KABYLE);
    }

    /** Does something at the first message, which comes when the project was looked at. */
    private record MessageProgress(Action action) implements Progress {

        private interface Action {
            void run() throws Exception;
        }

        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String text) {
            try {
                action.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void log(String line) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    @Test
    void aRemovedTextCanBeImportedAgain() throws Exception {
        corpora.remove(animals.id());
        CorpusInfo again =
                TestProjects.importLines(project, folder, "again", "the dog\taqjun", "the cat\tamcic", "the owl\tbururu");
        assertThat(corpora.list()).containsExactly(weather, again);
    }

    @Test
    void aRemovedTextThatWasImportedAgainDoesNotComeBack() throws Exception {
        corpora.rename(weather.id(), "clouds");
        corpora.remove(animals.id());
        CorpusInfo again =
                TestProjects.importLines(project, folder, "again", "the dog\taqjun", "the cat\tamcic", "the owl\tbururu");
        assertThatThrownBy(() -> project.history().undo())
                .isInstanceOf(InputException.class)
                .hasMessage("The corpus “animals” cannot come back: its text was imported again, as the corpus “again”."
                        + " That stays as it is; undo once more to take back what was done before it.");
        assertThat(corpora.list()).extracting(CorpusInfo::name).containsExactly("clouds", "again");
        assertThat(project.history().undo()).hasValue("Rename the corpus “weather”");
        assertThat(corpora.list()).containsExactly(weather, again);
        assertThat(project.history().redo()).hasValue("Rename the corpus “weather”");
        assertThat(project.history().redo()).isEmpty();
        assertThat(project.history().entries(9)).noneMatch(History.Entry::undone);
    }

    /** They were read from one text and are no second import of it. */
    @Test
    void thePartsOfATextComeBackOneAfterTheOther() throws Exception {
        Path file = TestProjects.file(folder, "letters", "a\tx", "b\ty", "c\tz", "d\tw");
        List<CorpusInfo> parts = corpora.importFrom(ImportRequest.of(file).withHoldOut(1), Progress.none());
        List<CorpusInfo> before = corpora.list();
        for (CorpusInfo part : parts) {
            corpora.remove(part.id());
        }
        assertThat(corpora.list()).containsExactly(animals, weather);
        for (int k = 0; k < parts.size(); k++) {
            project.history().undo();
        }
        assertThat(corpora.list()).isEqualTo(before);
        parts.forEach(part -> assertThat(part.imported()).isEqualTo(parts.getFirst().imported()));
    }

    @Test
    void renamingIsUndone() throws Exception {
        assertThat(corpora.rename(animals.id(), "  beasts ")).isTrue();
        assertThat(corpora.get(animals.id()).name()).isEqualTo("beasts");
        assertThat(project.history().undoName()).hasValue("Rename the corpus “animals”");
        assertThat(corpora.rename(animals.id(), "beasts")).isFalse();
        project.history().undo();
        assertThat(corpora.get(animals.id())).isEqualTo(animals);
        project.history().redo();
        assertThat(corpora.get(animals.id()).name()).isEqualTo("beasts");
        assertThatThrownBy(() -> corpora.rename(animals.id(), " "))
                .isInstanceOf(InputException.class)
                .hasMessage("A corpus needs a name.");
    }

    @Test
    void theLicenceIsNotedAndThatUndone() throws Exception {
        corpora.setLicence(animals.id(), "CC BY 2.0 FR");
        assertThat(corpora.get(animals.id()).licence()).isEqualTo("CC BY 2.0 FR");
        project.history().undo();
        assertThat(corpora.get(animals.id()).licence()).isEmpty();
    }

    @Test
    void excludedPairsDoNotCount() throws Exception {
        long first = corpora.page(PairFilter.all(), PairOrder.CORPUS, 0, 1).getFirst().id();
        corpora.exclude(List.of(first), true);
        assertThat(corpora.included(CorpusRole.TRAINING)).isEqualTo(4);
        assertThat(corpora.count(CorpusRole.TRAINING)).isEqualTo(5);
        project.history().undo();
        assertThat(corpora.included(CorpusRole.TRAINING)).isEqualTo(5);
    }

    @Test
    void whatIsSyntheticOrExcludedHasNoLinks() throws Exception {
        corpora.setRole(animals.id(), CorpusRole.SYNTHETIC);
        long last = corpora.page(PairFilter.all(), PairOrder.CORPUS, 4, 1).getFirst().id();
        corpora.exclude(List.of(last), true);
        assertThat(corpora.page(PairFilter.linkable(), PairOrder.CORPUS, 0, 9)).extracting(PairRow::source).containsExactly("the rain");
        assertThat(corpora.count(PairFilter.all())).isEqualTo(5);
    }

    @Test
    void anotherRoleTakesItOutOfTrainingAndUndoBringsItBack() throws Exception {
        String training = corpora.fingerprint(CorpusRole.TRAINING);
        String test = corpora.fingerprint(CorpusRole.TEST);
        assertThat(trainingPairs()).containsExactly("the dog", "the cat", "the owl", "the rain", "the snow");
        assertThat(corpora.setRole(animals.id(), CorpusRole.TEST)).isTrue();
        assertThat(corpora.get(animals.id()).role()).isEqualTo(CorpusRole.TEST);
        assertThat(trainingPairs()).containsExactly("the rain", "the snow");
        assertThat(first(CorpusRole.TEST)).containsExactly("the dog", "the cat", "the owl");
        assertThat(corpora.count(CorpusRole.TEST)).isEqualTo(3);
        assertThat(corpora.count(CorpusRole.TRAINING)).isEqualTo(2);
        assertThat(corpora.fingerprint(CorpusRole.TRAINING)).isNotEqualTo(training);
        assertThat(corpora.fingerprint(CorpusRole.TEST)).isNotEqualTo(test);
        assertThat(corpora.count(PairFilter.all())).as("all are still there").isEqualTo(5);
        project.history().undo();
        assertThat(trainingPairs()).hasSize(5);
        assertThat(corpora.fingerprint(CorpusRole.TRAINING)).isEqualTo(training);
        assertThat(corpora.fingerprint(CorpusRole.TEST)).isEqualTo(test);
    }

    @Test
    void aRemovedCorpusIsNowhereAndComesBackWithItsEdits() throws Exception {
        long dog = corpora.search("dog", 1).getFirst();
        project.edits().setLink(dog, new Span(4, 7), new Span(0, 5), LinkState.SURE);
        project.edits().confirm(dog, true);
        project.edits().note(dog, "good");
        corpora.exclude(corpora.search("cat", 1), true);
        corpora.index(weather.id(), Progress.none());
        String training = corpora.fingerprint(CorpusRole.TRAINING);
        List<String> before = everywhere();
        for (boolean indexed : new boolean[] {false, true}) {
            if (indexed) {
                corpora.index(animals.id(), Progress.none());
            }
            assertThat(corpora.remove(animals.id())).isTrue();
            assertThat(project.history().undoName()).hasValue("Remove the corpus “animals”");
            assertThat(everywhere()).containsExactly(
                    "list weather", "all 2", "train 2", "page the rain", "page the snow", "filtered 2 the rain", "filtered 2 the snow",
                    "training the rain", "training the snow", "first the rain", "first the snow", "confirmed ", "edited ", "excluded ",
                    "dog ", "og ", "the 2", "waiting ");
            assertThat(corpora.fingerprint(CorpusRole.TRAINING)).isNotEqualTo(training);
            assertThatThrownBy(() -> corpora.get(animals.id())).isInstanceOf(InputException.class);
            assertThatThrownBy(() -> corpora.remove(animals.id())).isInstanceOf(InputException.class);
            assertThatThrownBy(() -> corpora.rename(animals.id(), "x")).isInstanceOf(InputException.class);
            project.close();
            project = Project.open(folder.resolve("test.hydra"));
            corpora = project.corpora();
            project.history().undo();
            if (!indexed) {
                assertThat(everywhere()).isEqualTo(before);
            }
            assertThat(corpora.list()).extracting(CorpusInfo::name).containsExactly("animals", "weather");
            assertThat(corpora.fingerprint(CorpusRole.TRAINING)).isEqualTo(training);
            assertThat(project.edits().of(dog)).hasSize(1);
            assertThat(project.edits().noteOf(dog)).hasValue("good");
            assertThat(corpora.pair(dog).status()).isEqualTo(PairStatus.CONFIRMED);
            assertThat(found("dog")).containsExactly("the dog");
        }
    }

    /** Every way in which text is shown, counted, found and trained on. */
    private List<String> everywhere() throws Exception {
        List<String> all = new ArrayList<>();
        corpora.list().forEach(corpus -> all.add("list " + corpus.name()));
        all.add("all " + corpora.count(PairFilter.all()));
        all.add("train " + corpora.count(CorpusRole.TRAINING));
        corpora.page(PairFilter.all(), PairOrder.CORPUS, 0, 10).forEach(pair -> all.add("page " + pair.source()));
        PairFilter included = PairFilter.all().withExcluded(false);
        long count = corpora.count(included);
        corpora.page(included, PairOrder.LEAST_CERTAIN, 0, 10).forEach(pair ->
                all.add("filtered " + count + " " + pair.source()));
        trainingPairs().forEach(source -> all.add("training " + source));
        first(CorpusRole.TRAINING).forEach(source -> all.add("first " + source));
        all.add("confirmed " + String.join(",", sources(PairFilter.all().withStatuses(Set.of(PairStatus.CONFIRMED)))));
        all.add("edited " + String.join(",", sources(PairFilter.all().withEdited(true))));
        all.add("excluded " + String.join(",", sources(PairFilter.all().withExcluded(true))));
        all.add("dog " + String.join(",", found("dog")));
        all.add("og " + String.join(",", found("og"))); // too short for an index
        all.add("the " + corpora.search("the", 100).size());
        List<String> waiting = corpora.notSearchable().stream().map(CorpusInfo::name).toList();
        all.add("waiting " + String.join(",", waiting));
        return all;
    }

    /** What operations train on, asked as they ask. */
    private List<String> trainingPairs() throws Exception {
        List<String> sources = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + project.file());
                PreparedStatement next = connection.prepareStatement(TrainingPairs.NEXT)) {
            next.setLong(1, 0);
            next.setString(2, CorpusRole.TRAINING.code());
            next.setInt(3, 100);
            try (ResultSet rows = next.executeQuery()) {
                while (rows.next()) {
                    sources.add(rows.getString("source"));
                }
            }
        }
        return sources;
    }

    private List<String> first(CorpusRole role) throws Exception {
        return corpora.first(role, 100).stream().map(SentencePair::source).toList();
    }

    private List<String> found(String text) throws Exception {
        return sources(PairFilter.all().withText(text));
    }

    private List<String> sources(PairFilter filter) throws Exception {
        List<PairRow> rows = corpora.page(filter, PairOrder.CORPUS, 0, 100);
        assertThat(corpora.count(filter)).isEqualTo(rows.size());
        return rows.stream().map(PairRow::source).toList();
    }
}
