package org.hydraworkbench.project.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How changes that can be undone are stored; the texts here are those that people's projects hold. */
class UndoableTest {

    private static final String TIME = "2026-11-28T23:26:43Z";
    private static final LinkRow LINK = new LinkRow(7, "sure", 2, TIME);
    private static final Remark REMARK = new Remark(5, "confirmed", 2, TIME);

    private record Stored(Undoable change, String type, String body) {}

    static Stream<Stored> stored() {
        String link = "{'id':7,'state':'sure','person':2,'time':'" + TIME + "'}";
        String remark = "{'id':5,'value':'confirmed','person':2,'time':'" + TIME + "'}";
        String spans = "{'pair':3,'sourceStart':4,'sourceEnd':7,'targetStart':0,'targetEnd':5,";
        return Stream.of(
                new Stored(new LinkChange(3, 4, 7, 0, 5, null, LINK), "link", spans + "'before':null,'after':" + link + "}"),
                new Stored(new LinkChange(3, 4, 7, 0, 5, LINK, null), "link", spans + "'before':" + link + ",'after':null}"),
                new Stored(
                        new ReviewChange(3, null, REMARK), "review", "{'pair':3,'before':null,'after':" + remark + "}"),
                new Stored(
                        new ReviewChange(3, REMARK, REMARK),
                        "review",
                        "{'pair':3,'before':" + remark + ",'after':" + remark + "}"),
                new Stored(new NoteChange(3, REMARK, null), "note", "{'pair':3,'before':" + remark + ",'after':null}"),
                new Stored(
                        new ExclusionChange(new long[] {1, 1L << 60}, true),
                        "exclusion",
                        "{'ids':[1,1152921504606846976],'excluded':true}"),
                new Stored(
                        new CorpusChange(2, CorpusField.ROLE, "train", "test"),
                        "corpus",
                        "{'corpus':2,'field':'role','before':'train','after':'test'}"),
                new Stored(
                        new CorpusChange(2, CorpusField.NAME, "Größe “1”", "b"),
                        "corpus",
                        "{'corpus':2,'field':'name','before':'Größe “1”','after':'b'}"),
                new Stored(
                        new CorpusChange(2, CorpusField.LICENCE, "", "CC BY"),
                        "corpus",
                        "{'corpus':2,'field':'licence','before':'','after':'CC BY'}"),
                new Stored(
                        new CorpusChange(2, CorpusField.REMOVED, "0", "1"),
                        "corpus",
                        "{'corpus':2,'field':'removed','before':'0','after':'1'}"),
                new Stored(
                        new LanguageChange(2, "kab", "tzm"), "language", "{'language':2,'before':'kab','after':'tzm'}"),
                new Stored(
                        new PointerChange("alignment:1,2", null, 4L),
                        "pointer",
                        "{'slot':'alignment:1,2','before':null,'after':4}"),
                new Stored(
                        new PointerChange("tuned-hydra", 4L, null),
                        "pointer",
                        "{'slot':'tuned-hydra','before':4,'after':null}"),
                new Stored(
                        new TermChange("the dog", null, new Term("The dog", "aqjun")),
                        "term",
                        "{'words':'the dog','before':null,'after':{'source':'The dog','target':'aqjun'}}"),
                new Stored(
                        new TermChange("dog", new Term("dog", "aydi"), null),
                        "term",
                        "{'words':'dog','before':{'source':'dog','target':'aydi'},'after':null}"));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void isStoredByItsOwnNamesAndReadAgain(Stored stored) throws Exception {
        String body = stored.body().replace('\'', '"');
        assertThat(stored.change().type()).isEqualTo(stored.type());
        assertThat(stored.change().json()).isEqualTo(JsonParser.parseString(body));
        Undoable read = Undoable.read(stored.type(), JsonFields.parse(body));
        assertThat(read).usingRecursiveComparison().isEqualTo(stored.change());
        assertThat(Undoable.read(read.type(), JsonFields.parse(read.json().toString())))
                .usingRecursiveComparison()
                .isEqualTo(stored.change());
    }

    /** Version 1 left out what was null, and gave reviews and notes no numbers. */
    @ParameterizedTest
    @MethodSource("stored")
    void isReadWithoutWhatVersion1LeftOut(Stored stored) throws Exception {
        String body = stored.body().replace('\'', '"').replace("\"before\":null,", "").replace(",\"after\":null", "");
        assertThat(Undoable.read(stored.type(), JsonFields.parse(body)))
                .usingRecursiveComparison()
                .isEqualTo(stored.change());
        String unnumbered = body.replace("\"id\":5,", "");
        if (!unnumbered.equals(body)) {
            assertThat(Undoable.read(stored.type(), JsonFields.parse(unnumbered)))
                    .usingRecursiveComparison()
                    .ignoringFields("before.id", "after.id")
                    .isEqualTo(stored.change());
        }
    }

    @Test
    void everyKindOfChangeIsTestedHere() {
        Set<Class<?>> tested = stored().map(stored -> stored.change().getClass()).collect(Collectors.toSet());
        assertThat(tested).containsExactlyInAnyOrder(Undoable.class.getPermittedSubclasses());
        assertThat(stored()
                        .map(Stored::change)
                        .filter(CorpusChange.class::isInstance)
                        .map(change -> ((CorpusChange) change).field()))
                .containsExactlyInAnyOrder(CorpusField.values());
    }

    /** After the migration no name of a Java class is left in a project; one that is there anyway is not guessed at. */
    @ParameterizedTest
    @ValueSource(strings = {
        "LinkChange", "ReviewChange", "NoteChange", "ExclusionChange", "CorpusChange", "LanguageChange", "PointerChange", "TermChange", "Link", ""
    })
    void aTypeThatIsNoCodeIsRefusedByName(String type) {
        assertThatThrownBy(() -> Undoable.read(type, JsonFields.parse("{}")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a kind of change that this version does not know: " + type + ".");
    }

    @ParameterizedTest
    @MethodSource("stored")
    void aFieldOfANewerVersionIsRefused(Stored stored) {
        String body = stored.body().replace('\'', '"').replaceFirst("^\\{", "{\"weight\":1,");
        assertThatThrownBy(() -> Undoable.read(stored.type(), JsonFields.parse(body)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("weight: there is no such field");
    }

    @Test
    void scopesAreStoredByCodes() {
        assertThat(Undoable.Scope.values())
                .extracting(Undoable.Scope::code)
                .containsExactly("edits", "exclusions", "corpora", "languages", "pointers", "terms");
    }
}
