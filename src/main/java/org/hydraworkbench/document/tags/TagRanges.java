package org.hydraworkbench.document.tags;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.hydraworkbench.text.Characters;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.Span;

/**
 * Which words of the answer every pair of tags goes around. A pair goes around the smallest range with all words that are linked to the
 * words in it; pairs beside each other stay apart, so that of two ranges that meet the narrower one is kept and the other keeps the side on
 * which more of its words are. What is in a pair stays in it.
 */
final class TagRanges {

    private final TaggedText source;
    private final List<Span> words;
    private final Offsets offsets;
    private final AnswerPlaces links;

    TagRanges(TaggedText source, List<Span> words, AnswerPlaces links) {
        this.source = source;
        this.words = words;
        this.offsets = Offsets.of(source.text());
        this.links = links;
    }

    /** Puts all that is in the root. */
    void put(TagNode root) {
        root.put(new WordRange(0, links.targets()));
        putChildren(root);
    }

    private void putChildren(TagNode parent) {
        WordRange room = parent.place();
        List<WordRange> taken = new ArrayList<>();
        List<TagNode> pairs = parent.children().stream()
                .filter(TagNode::isPair)
                .sorted(Comparator.comparingInt(pair -> width(wanted(pair, room), room)))
                .toList();
        for (TagNode pair : pairs) {
            BitSet wanted = wanted(pair, room);
            WordRange best = best(free(room, taken), wanted);
            if (best.count(wanted) > 0) {
                pair.put(best.cover(wanted));
                taken.add(pair.place());
            }
        }
        for (TagNode child : parent.children()) {
            if (child.place().isEmpty()) {
                int between = outside(room.clip(boundary(child)), taken);
                child.put(new WordRange(between, between));
            }
            putChildren(child);
        }
    }

    /** The words of the answer that a pair should be around. */
    private BitSet wanted(TagNode pair, WordRange room) {
        WordRange inside = wordsIn(pair);
        BitSet wanted = new BitSet();
        if (!inside.isEmpty() && links.isWhole(inside)) {
            wanted.set(0, links.targets());
        } else if (!inside.isEmpty()) {
            wanted = links.of(inside);
            wanted = wanted.isEmpty() ? links.freeNear(inside) : wanted;
        }
        wanted.clear(0, room.start());
        wanted.clear(room.end(), Math.max(room.end(), wanted.length()));
        return wanted;
    }

    private static int width(BitSet wanted, WordRange room) {
        return wanted.isEmpty() ? 0 : room.cover(wanted).size();
    }

    /** What is left of a room, from left to right; never nothing, since the room itself may be empty. */
    private static List<WordRange> free(WordRange room, List<WordRange> taken) {
        List<WordRange> free = new ArrayList<>();
        int from = room.start();
        for (WordRange each : taken.stream().sorted(Comparator.comparingInt(WordRange::start)).toList()) {
            free.add(new WordRange(from, each.start()));
            from = each.end();
        }
        free.add(new WordRange(from, room.end()));
        return free;
    }

    private static WordRange best(List<WordRange> free, BitSet wanted) {
        WordRange best = free.getFirst();
        for (WordRange each : free) {
            best = each.count(wanted) > best.count(wanted) ? each : best;
        }
        return best;
    }

    /** A place between two words, moved out of the pair that it lies in, to its nearer end. */
    private static int outside(int boundary, List<WordRange> taken) {
        for (WordRange each : taken) {
            if (each.start() < boundary && boundary < each.end()) {
                return boundary - each.start() < each.end() - boundary ? each.start() : each.end();
            }
        }
        return boundary;
    }

    private int boundary(TagNode node) {
        return links.boundary(wordsBefore(at(node.first())), goesLeft(node));
    }

    private int at(int tag) {
        return source.tags().get(tag).at();
    }

    private WordRange wordsIn(TagNode pair) {
        Span inside = new Span(at(pair.first()), at(pair.last()));
        List<Integer> in = inside.isEmpty() ? List.of() : AnswerBuilder.overlapping(words, inside);
        int before = wordsBefore(inside.start());
        return in.isEmpty() ? new WordRange(before, before) : new WordRange(in.getFirst(), in.getLast() + 1);
    }

    /** How many words begin before a place. */
    private int wordsBefore(int place) {
        int least = 0;
        int most = words.size();
        while (least < most) {
            int middle = (least + most) >>> 1;
            if (words.get(middle).start() < place) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        return least;
    }

    /** Whether what stands at one place belongs to the word before it: it touches that, and no word after it or that is no mark. */
    boolean goesLeft(TagNode node) {
        int from = at(node.first());
        int to = at(node.last());
        int before = wordsBefore(from);
        if (before == 0 || before == words.size()) {
            return before > 0;
        }
        boolean touches = words.get(before - 1).end() >= from;
        boolean touchesNext = words.get(before).start() <= to;
        int letter = offsets.codePointAt(words.get(before - 1).start());
        return touches && (!touchesNext || Characters.isLetterOrMark(letter) || Characters.isNumber(letter));
    }
}
