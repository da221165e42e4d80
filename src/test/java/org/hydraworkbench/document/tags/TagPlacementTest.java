package org.hydraworkbench.document.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.decode.phrase.CutText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagPlacementTest {

    /** In the source {@code <1>…</1>} is a pair and {@code <x/>} stands for itself; links are {@code i-j}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // a pair goes with its word, wherever that goes
        "the <b>red</b> house | la maison rouge | 0-0 1-2 2-1 | la maison <b>rouge</b>",
        // around all words that answer its words, and what stands between them
        "I <b>did</b> it | je ne l'ai pas fait | 0-0 1-1 1-3 2-2 | je <b>ne l'ai pas</b> fait",
        // two pairs whose words change places change places
        "<b>red</b> <i>house</i> | maison rouge | 0-1 1-0 | <i>maison</i> <b>rouge</b>",
        // what is in a pair stays in it
        "<b>a <i>red</i> house</b> now | une maison rouge maintenant | 0-0 1-2 2-1 3-3 | <b>une maison <i>rouge</i></b> maintenant",
        // all of a text stays all of it
        "<b>Good day</b> | Azul fell-ak | 0-0 | <b>Azul fell-ak</b>",
        // a footnote stays behind its word
        "the sea<f/> is wide | d ilel hraw | 1-1 3-2 | d ilel<f/> hraw",
        // an image stays before its word
        "see <f/>this and that | wali wigi d wihin | 0-0 1-1 2-2 3-3 | wali <f/>wigi d wihin",
        // between two spaces it stays between two
        "one <f/> two | yiwen sin | 0-0 1-1 | yiwen <f/> sin",
        // what is at the ends stays there
        "<f/>one two<g/> | sin yiwen | 0-1 1-0 | <f/>sin yiwen<g/>",
        // without any links places decide
        "one <b>two</b> three four | a b c d | '' | a <b>b</b> c d",
        // a word that is linked to none, among others that are, takes none of theirs
        "one <b>two</b> three | a c | 0-0 2-1 | a <b></b>c",
        // of two pairs that want the same words the narrower one has them, and the other keeps the side where more of its words are
        "<b>a d</b> <i>b</i> | a b c d | 0-0 0-2 1-3 2-1 | a <i>b</i> <b>c d</b>",
        // a break parts words
        "one<f/>two | sin yiwen | 0-1 1-0 | sin yiwen<f/>",
        // part of a word is a word
        "un<b>believ</b>able things | choses incroyables | 0-1 1-0 | choses <b>incroyables</b>",
        // where two cross the inner one may not end before it begins
        "<b>one <i>two</b> three</i> four | c b a | 0-2 1-1 2-0 | c<i> <b></i>b a</b>",
    })
    void tagsGoWithTheirWords(String source, String answer, String links, String expected) {
        TaggedText placed = TagPlacement.place(Samples.tagged(source), answer(answer, links));
        assertThat(placed.write(text -> text)).isEqualTo(expected);
    }

    private static SegmentAnswer answer(String text, String links) {
        List<Link> all = new ArrayList<>();
        for (String link : links.isBlank() ? new String[0] : links.split(" ")) {
            String[] ends = link.split("-");
            all.add(Link.sure(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
        }
        return new SegmentAnswer(text, Alignment.of(all), 0, 0, false);
    }

    /** Also inside of words, where words alone would not say it. */
    @Test
    void aTextThatIsItsOwnTranslationIsLeftAlone() {
        TaggedText source = Samples.tagged(" a<f/>b <b> c</b>");
        assertThat(TagPlacement.place(source, SegmentAnswer.same(source.text()))).isEqualTo(source);
    }

    @Property(tries = 1000)
    void noTagIsLostDoubledOrCrossed(@ForAll long seed) {
        Random random = new Random(seed);
        TaggedText source = Samples.random(random, random.nextInt(12));
        String words = Samples.words(random, random.nextInt(12));
        int from = CutText.of(source.text()).size();
        int to = CutText.of(words).size();
        List<Link> links = new ArrayList<>();
        for (int k = from == 0 || to == 0 ? 0 : random.nextInt(2 * from + 1); k > 0; k--) {
            links.add(Link.sure(random.nextInt(from), random.nextInt(to)));
        }
        TaggedText placed = TagPlacement.place(source, new SegmentAnswer(words, Alignment.of(links), 0, 0, false));

        assertThat(placed.tags()).extracting(Tag::code).containsExactlyInAnyOrderElementsOf(source.tags().stream().map(Tag::code).toList());
        assertThat(CutText.of(placed.text()).forms()).isEqualTo(CutText.of(words).forms());
        assertThat(around(placed)).isEqualTo(around(source));
        assertThat(halves(placed)).isEqualTo(halves(source));
    }

    private static List<String> halves(TaggedText text) {
        return text.tags().stream().filter(tag -> tag.kind() == Tag.Kind.HALF).map(Tag::code).toList();
    }

    /** In which pair each tag is, but for halves; a pair is ended by what belongs to it. */
    private static Map<String, String> around(TaggedText text) {
        Map<String, String> around = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of("text"));
        for (Tag tag : text.tags()) {
            switch (tag.kind()) {
                case OPEN -> {
                    around.put(tag.code(), open.peek());
                    open.push(tag.code());
                }
                case CLOSE -> assertThat(tag.code()).isEqualTo(open.pop().replace("<", "</"));
                case ALONE -> around.put(tag.code(), open.peek());
                case HALF -> {
                    // its partner is elsewhere
                }
            }
        }
        return around;
    }
}
