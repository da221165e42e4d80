package org.hydraworkbench.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.project.edits.LinkEdit;
import org.hydraworkbench.project.edits.LinkRequest;
import org.hydraworkbench.project.links.EffectiveLink;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditsTest {

    private static final String LINE = "the dog  barks\taqjun, yesseglaf";

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
            PairView words = project.alignments().view(1, Segmenter.of(Unit.WORD, null), Segmenter.of(Unit.WORD, null));
            PairView given = project.alignments().view(1, Segmenter.of(Unit.GIVEN, null), Segmenter.of(Unit.GIVEN, null));
            assertThat(linked(words)).containsExactly("dog-aqjun");
            assertThat(linked(given)).containsExactly("dog,-aqjun,");
        }
    }

    @Test
    void projectsAPhraseOntoAllItsUnitsAndLetsTheLaterEditHold() throws Exception {
        try (Project project = TestProjects.create(folder, "big dog\taqjun ameqqran")) {
            project.edits().setLink(1, new Span(0, 7), new Span(0, 14), LinkState.SURE);
            project.edits().setLink(1, new Span(0, 3), new Span(0, 5), LinkState.REJECTED);
            assertThat(project.alignments().effective(1))
                    .extracting(EffectiveLink::source, EffectiveLink::target, EffectiveLink::state)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(0, 0, LinkState.REJECTED),
                            org.assertj.core.groups.Tuple.tuple(0, 1, LinkState.SURE),
                            org.assertj.core.groups.Tuple.tuple(1, 0, LinkState.SURE),
                            org.assertj.core.groups.Tuple.tuple(1, 1, LinkState.SURE));
        }
    }

    /** Any series of actions, all undone, leaves no edit; all redone, leaves what there was. */
    @Property(tries = 15)
    void undoingAllAndRedoingAllComesBackToTheSame(@ForAll @Size(max = 12) List<@IntRange(max = 17) Integer> actions)
            throws Exception {
        Path temporary = java.nio.file.Files.createTempDirectory("edits");
        try (Project project = TestProjects.create(temporary, "a b c\tx y z")) {
            for (int action : actions) {
                int word = action % 3;
                LinkState state = action / 3 % 4 == 3 ? null : LinkState.values()[action / 3 % 4];
                if (action >= 12) {
                    project.edits().review(1, action % 2 == 0 ? PairStatus.CONFIRMED : null);
                } else {
                    project.edits().setLink(1, new Span(2 * word, 2 * word + 1), new Span(0, 1), state);
                }
            }
            String before = state(project);
            int undone = 0;
            while (project.history().undo().isPresent()) {
                undone++;
            }
            assertThat(state(project)).isEqualTo("[] NONE");
            for (int k = 0; k < undone; k++) {
                project.history().redo();
            }
            assertThat(state(project)).isEqualTo(before);
        } finally {
            Folders.delete(temporary);
        }
    }

    private static String state(Project project) throws Exception {
        return project.edits().of(1) + " " + project.corpora().pair(1).status();
    }

    private static List<String> linked(PairView view) {
        return view.links().stream()
                .map(link -> view.source().segments().get(link.source()).form() + "-"
                        + view.target().segments().get(link.target()).form())
                .toList();
    }
}
