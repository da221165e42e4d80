package org.hydraworkbench.project.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.hydraworkbench.align.LinkState;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.project.links.EffectiveLink;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditsTest {

    private static final String LINE = "the dog  barks\taqjun, yesseglaf";

    private static final Span DOG = new Span(4, 7);
    private static final Span AQJUN = new Span(0, 5);

    @TempDir
    Path folder;

    @Test
    void undoesAndRedoesByName() throws Exception {
        try (Project project = TestProjects.create(folder, LINE)) {
            long pair = 1;
            project.edits().setLink(pair, new Span(4, 7), new Span(0, 5), LinkState.SURE);
            project.edits().setLink(pair, new Span(4, 7), new Span(0, 5), LinkState.POSSIBLE);
            assertThat(project.history().undoName()).hasValue("Possible link ‘dog’ – ‘aqjun’");
            project.history().undo();
            assertThat(project.edits().of(pair)).extracting(LinkEdit::state).containsExactly(LinkState.SURE);
            project.history().undo();
            assertThat(project.edits().of(pair)).isEmpty();
            assertThat(project.history().undo()).isEmpty();
            project.history().redo();
            project.history().redo();
            assertThat(project.edits().of(pair)).extracting(LinkEdit::state).containsExactly(LinkState.POSSIBLE);
            assertThat(project.history().redo()).isEmpty();
        }
    }

    @Test
    void forgetsWhatCouldBeRedoneWithANewAction() throws Exception {
        try (Project project = TestProjects.create(folder, LINE)) {
            project.edits().note(1, "one");
            project.history().undo();
            project.edits().note(1, "two");
            assertThat(project.history().redoName()).isEmpty();
            project.history().redo();
            assertThat(project.edits().noteOf(1)).hasValue("two");
        }
    }

    @Test
    void bringsTheRevisionBackWithUndoAndNeverUsesANumberTwice() throws Exception {
        try (Project project = TestProjects.create(folder, LINE)) {
            long start = project.edits().revision();
            project.edits().note(1, "one");
            long one = project.edits().revision();
            project.history().undo();
            assertThat(project.edits().revision()).isEqualTo(start);
            project.edits().note(1, "two");
            assertThat(project.edits().revision()).isNotIn(start, one);
        }
    }

    @Test
    void entersNoActionWhenNothingChanges() throws Exception {
        try (Project project = TestProjects.create(folder, LINE)) {
            assertThat(project.edits().confirm(1, true)).isTrue();
            assertThat(project.edits().confirm(1, true)).isFalse();
            project.history().undo();
            assertThat(project.history().undoName()).isEmpty();
        }
    }

    @Test
    void setsManyLinksAsOneAction() throws Exception {
        try (Project project = TestProjects.create(folder, LINE)) {
            project.edits().setLinks("Accept all", List.of(
                    new LinkRequest(1, new Span(4, 7), new Span(0, 5), LinkState.SURE),
                    new LinkRequest(1, new Span(9, 14), new Span(7, 16), LinkState.SURE)));
            assertThat(project.edits().of(1)).hasSize(2);
            assertThat(project.history().undo()).hasValue("Accept all");
            assertThat(project.edits().of(1)).isEmpty();
        }
    }

    @Test
    void anchorsEditsWithoutTheSpacesAroundThem() throws Exception {
        try (Project project = TestProjects.create(folder, LINE)) {
            project.edits().setLink(1, new Span(7, 14), new Span(6, 16), LinkState.SURE);
            assertThat(project.edits().of(1).getFirst().source()).isEqualTo(new Span(9, 14));
            assertThat(project.edits().of(1).getFirst().target()).isEqualTo(new Span(7, 16));
        }
    }

    @Test
    void refusesSpansOutsideTheTextOrWithoutCharacters() throws Exception {
        try (Project project = TestProjects.create(folder, LINE)) {
            assertThatThrownBy(() -> project.edits().setLink(1, new Span(10, 99), new Span(0, 5), LinkState.SURE))
                    .isInstanceOf(UsageException.class);
            assertThatThrownBy(() -> project.edits().setLink(1, new Span(7, 7), new Span(0, 5), LinkState.SURE))
                    .isInstanceOf(UsageException.class);
            assertThat(project.history().undoName()).isEmpty();
        }
    }

    @Test
    void countsCodePointsNotUtf16Units() throws Exception {
        try (Project project = TestProjects.create(folder, "𐌰𐌱 dog\t😀 aqjun")) {
            project.edits().setLink(1, new Span(3, 6), new Span(2, 7), LinkState.SURE);
            assertThat(project.history().undoName()).hasValue("Link ‘dog’ – ‘aqjun’");
        }
    }

    @Test
    void projectsAnEditOntoDifferentSegmentations() throws Exception {
        try (Project project = TestProjects.create(folder, "the dog, barks\taqjun, yesseglaf")) {
            project.edits().setLink(1, new Span(4, 7), new Span(0, 5), LinkState.SURE);
            PairView words = project.alignments().now().view(1, Segmenter.of(Unit.WORD, null), Segmenter.of(Unit.WORD, null));
            PairView given = project.alignments().now().view(1, Segmenter.of(Unit.GIVEN, null), Segmenter.of(Unit.GIVEN, null));
            assertThat(linked(words)).containsExactly("dog-aqjun");
            assertThat(linked(given)).containsExactly("dog,-aqjun,");
        }
    }

    @Test
    void projectsAPhraseOntoAllItsUnitsAndLetsTheLaterEditHold() throws Exception {
        try (Project project = TestProjects.create(folder, "big dog\taqjun ameqqran")) {
            project.edits().setLink(1, new Span(0, 7), new Span(0, 14), LinkState.SURE);
            project.edits().setLink(1, new Span(0, 3), new Span(0, 5), LinkState.REJECTED);
            assertThat(project.alignments().now().effective(1))
                    .extracting(EffectiveLink::source, EffectiveLink::target, EffectiveLink::state)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(0, 0, LinkState.REJECTED),
                            org.assertj.core.groups.Tuple.tuple(0, 1, LinkState.SURE),
                            org.assertj.core.groups.Tuple.tuple(1, 0, LinkState.SURE),
                            org.assertj.core.groups.Tuple.tuple(1, 1, LinkState.SURE));
        }
    }

    @Test
    void ofTwoPeopleOnOneLinkTheNewestHoldsAndUndoRestoresEach() throws Exception {
        try (Project project = TestProjects.create(folder, LINE)) {
            project.setPerson("Amina");
            project.edits().setLink(1, DOG, AQJUN, LinkState.SURE);
            project.setPerson("Idir");
            project.edits().setLink(1, DOG, AQJUN, LinkState.REJECTED);
            assertThat(said(project)).containsExactly("Amina SURE", "Idir REJECTED");
            assertThat(holds(project)).isEqualTo(LinkState.REJECTED);
            project.setPerson("Amina");
            project.edits().setLink(1, DOG, AQJUN, LinkState.POSSIBLE);
            assertThat(said(project)).containsExactly("Idir REJECTED", "Amina POSSIBLE");
            assertThat(holds(project)).isEqualTo(LinkState.POSSIBLE);

            assertThat(project.edits().setLink(1, DOG, AQJUN, null)).isTrue();
            assertThat(said(project)).isEmpty();

            project.history().undo();
            assertThat(said(project)).containsExactly("Idir REJECTED", "Amina POSSIBLE");
            project.history().undo();
            assertThat(said(project)).containsExactly("Amina SURE", "Idir REJECTED");
            assertThat(holds(project)).isEqualTo(LinkState.REJECTED);
            project.history().undo();
            assertThat(said(project)).containsExactly("Amina SURE");
            project.history().undo();
            assertThat(said(project)).isEmpty();
            while (project.history().redo().isPresent()) {
                // to the end
            }
            assertThat(said(project)).isEmpty();
            project.history().undo();
            assertThat(said(project)).containsExactly("Idir REJECTED", "Amina POSSIBLE");
        }
    }

    /** To say what somebody else has said already is no edit: nothing would hold otherwise. */
    @Test
    void agreeingIsNoEdit() throws Exception {
        try (Project project = TestProjects.create(folder, LINE)) {
            project.setPerson("Amina");
            project.edits().setLink(1, DOG, AQJUN, LinkState.SURE);
            project.edits().confirm(1, true);
            project.edits().note(1, "good");
            project.setPerson("Idir");
            assertThat(project.edits().setLink(1, DOG, AQJUN, LinkState.SURE)).isFalse();
            assertThat(project.edits().confirm(1, true)).isFalse();
            assertThat(project.edits().note(1, "good")).isFalse();
            assertThat(said(project)).containsExactly("Amina SURE");
        }
    }

    @Test
    void clearingASentenceTakesBackWhatAllSaidAndUndoRestoresIt() throws Exception {
        try (Project project = TestProjects.create(folder, LINE)) {
            project.setPerson("Amina");
            project.edits().setLink(1, DOG, AQJUN, LinkState.SURE);
            project.edits().setLink(1, new Span(9, 14), new Span(7, 16), LinkState.SURE);
            project.setPerson("Idir");
            project.edits().setLink(1, DOG, AQJUN, LinkState.REJECTED);
            List<LinkEdit> before = project.edits().of(1);
            assertThat(before).hasSize(3);
            assertThat(project.edits().clearLinks(1)).isTrue();
            assertThat(project.edits().of(1)).isEmpty();
            assertThat(project.edits().clearLinks(1)).isFalse();
            project.history().undo();
            assertThat(project.edits().of(1)).isEqualTo(before);
        }
    }

    /** A drag over several units may name a link twice, with and without the space before it. */
    @Test
    void ofSeveralRequestsForOneLinkTheLastHolds() throws Exception {
        try (Project project = TestProjects.create(folder, LINE)) {
            project.edits().setLinks("Twice", List.of(
                    new LinkRequest(1, new Span(3, 7), AQJUN, LinkState.SURE),
                    new LinkRequest(1, DOG, AQJUN, LinkState.POSSIBLE)));
            assertThat(project.edits().of(1)).extracting(LinkEdit::state).containsExactly(LinkState.POSSIBLE);
            project.history().undo();
            assertThat(project.edits().of(1)).isEmpty();
        }
    }

    @Test
    void ofTwoPeopleOnOnePairTheNewestHoldsAndUndoRestoresEach() throws Exception {
        try (Project project = TestProjects.create(folder, LINE)) {
            project.setPerson("Amina");
            project.edits().review(1, PairStatus.CONFIRMED);
            project.edits().note(1, "good");
            project.setPerson("Idir");
            project.edits().review(1, PairStatus.REJECTED);
            project.edits().note(1, "bad");
            project.setPerson("Amina");
            project.edits().review(1, PairStatus.NEEDS_REVIEW);
            project.edits().note(1, "hm");
            project.setPerson("Idir");
            project.edits().review(1, null);
            project.edits().note(1, "");

            List<String> states = new ArrayList<>();
            states.add(remarks(project));
            while (project.history().undo().isPresent()) {
                states.add(remarks(project));
            }
            List<String> expected = List.of(
                    "NONE ", "NONE hm", "NEEDS_REVIEW hm", "NEEDS_REVIEW bad", "REJECTED bad", "REJECTED good", "CONFIRMED good",
                    "CONFIRMED ", "NONE ");
            assertThat(states).containsExactlyElementsOf(expected);
            List<String> again = new ArrayList<>();
            again.add(remarks(project));
            while (project.history().redo().isPresent()) {
                again.add(remarks(project));
            }
            assertThat(again.reversed()).containsExactlyElementsOf(expected);
        }
    }

    private static String remarks(Project project) throws Exception {
        return project.corpora().pair(1).status() + " " + project.edits().noteOf(1).orElse("");
    }

    private static List<String> said(Project project) throws Exception {
        return project.edits().of(1).stream().map(edit -> edit.author() + " " + edit.state()).toList();
    }

    /** What holds of the link between the second word and the first. */
    private static LinkState holds(Project project) throws Exception {
        return project.alignments().now().effective(1).stream()
                .filter(link -> link.source() == 1 && link.target() == 0)
                .findFirst()
                .orElseThrow()
                .state();
    }

    /** One project for all tries of a property: each leaves it as it found it. */
    private static final class Shared {
        private static Path folder;
        private static Project project;
    }

    @BeforeContainer
    static void open() throws Exception {
        Shared.folder = Files.createTempDirectory("edits");
        Shared.project = TestProjects.create(Shared.folder, "a b c\tx y z");
    }

    @AfterContainer
    static void close() throws Exception {
        Shared.project.close();
        Folders.delete(Shared.folder);
    }

    /** Any series of actions of three people, all undone one by one, comes through the states that it came through; so does redoing. */
    @Property(tries = 40)
    void undoGoesBackThroughEveryState(@ForAll @Size(max = 14) List<@IntRange(max = 53) Integer> actions) throws Exception {
        Project project = Shared.project;
        while (project.history().undo().isPresent()) {
            // what the try before has left
        }
        List<String> states = new ArrayList<>(List.of(state(project)));
        assertThat(states).containsExactly("[] NONE ");
        for (int code : actions) {
            project.setPerson("person " + code / 18);
            if (act(project, code % 18)) {
                states.add(state(project));
            }
        }
        for (int k = states.size() - 2; k >= 0; k--) {
            project.history().undo();
            assertThat(state(project)).isEqualTo(states.get(k));
        }
        assertThat(project.history().undo()).isEmpty();
        for (String state : states.subList(1, states.size())) {
            project.history().redo();
            assertThat(state(project)).isEqualTo(state);
        }
    }

    private static boolean act(Project project, int action) throws Exception {
        int word = action % 3;
        LinkState state = action / 3 % 4 == 3 ? null : LinkState.values()[action / 3 % 4];
        return switch (action) {
            case 12 -> project.edits().review(1, PairStatus.CONFIRMED);
            case 13 -> project.edits().review(1, PairStatus.REJECTED);
            case 14 -> project.edits().review(1, null);
            case 15 -> project.edits().note(1, "good");
            case 16 -> project.edits().note(1, "");
            case 17 -> project.edits().clearLinks(1);
            default -> project.edits().setLink(1, new Span(2 * word, 2 * word + 1), new Span(0, 1), state);
        };
    }

    private static String state(Project project) throws Exception {
        return project.edits().of(1) + " " + remarks(project);
    }

    private static List<String> linked(PairView view) {
        return view.links().stream()
                .map(link -> view.source().segments().get(link.source()).form() + "-"
                        + view.target().segments().get(link.target()).form())
                .toList();
    }
}
