package org.hydraworkbench.document.tags;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.text.Characters;
import org.hydraworkbench.text.Offsets;

/**
 * Puts the tags of a text into its translation, by the links between their words: none is lost, doubled or crossed, what is in a pair stays
 * in it, and a tag goes with the word that it marked. Without links their place in the text decides.
 */
public final class TagPlacement {

    private final TaggedText source;
    private final Offsets before;
    private final CutText answer;
    private final Offsets after;
    private final int length;
    private final TagRanges ranges;
    private final StringBuilder text;
    private final List<Tag> placed = new ArrayList<>();
    private int added; // code points that were added to the answer

    private TagPlacement(TaggedText source, SegmentAnswer answer) {
        CutText words = CutText.of(source.text());
        this.source = source;
        this.before = Offsets.of(source.text());
        this.answer = CutText.of(answer.text());
        this.after = Offsets.of(answer.text());
        this.length = after.codePoints();
        this.ranges = new TagRanges(source, words.spans(), new AnswerPlaces(words.size(), this.answer.size(), answer.links()));
        this.text = new StringBuilder(answer.text());
    }

    /** The answer with the tags of its source. A text that is its own translation keeps them where they are. */
    public static TaggedText place(TaggedText source, SegmentAnswer answer) {
        if (answer.text().equals(source.text())) {
            return source;
        }
        return new TagPlacement(source, answer).place();
    }

    private TaggedText place() {
        TagNode root = TagNode.root(source);
        ranges.put(root);
        write(root, 0, length);
        return new TaggedText(text.toString(), inOrder());
    }

    /** Writes what is in a node, between two places of the answer. */
    private void write(TagNode parent, int least, int most) {
        List<TagNode> ordered = parent.children().stream()
                .sorted(Comparator.comparing(TagNode::place, Comparator.comparingInt(WordRange::start).thenComparingInt(WordRange::end)))
                .toList();
        int from = least;
        for (TagNode child : ordered) {
            int start = Math.clamp(start(child), from, most);
            int end = child.place().isEmpty() ? start : Math.clamp(end(child), start, most);
            put(child.first(), start);
            if (child.isPair()) {
                write(child, start, end);
                put(child.last(), end);
            } else {
                space(child.first(), start);
            }
            from = end;
        }
    }

    private void put(int tag, int at) {
        placed.add(source.tags().get(tag).moved(at + added));
    }

    /** Between two spaces a tag stays between two. */
    private void space(int tag, int at) {
        int was = source.tags().get(tag).at();
        if (isSpace(before, was - 1) && isSpace(before, was) && isSpace(after, at - 1)) {
            text.insert(text.offsetByCodePoints(0, at + added), ' ');
            added++;
        }
    }

    private static boolean isSpace(Offsets text, int at) {
        return at >= 0 && at < text.codePoints() && Characters.isSpace(text.codePointAt(at));
    }

    private int start(TagNode node) {
        int word = node.place().start();
        int was = source.tags().get(node.first()).at();
        if (word == 0) {
            return was == 0 || answer.size() == 0 ? 0 : answer.spans().getFirst().start();
        }
        boolean last = word == answer.size();
        if (last && was == before.codePoints()) {
            return length;
        }
        boolean left = last || node.place().isEmpty() && ranges.goesLeft(node);
        return left ? answer.spans().get(word - 1).end() : answer.spans().get(word).start();
    }

    private int end(TagNode node) {
        int word = node.place().end();
        boolean last = source.tags().get(node.last()).at() == before.codePoints();
        return word == answer.size() && last ? length : answer.spans().get(word - 1).end();
    }

    /** Tags whose partners are elsewhere keep their order, so that what begins before it ends still does. */
    private List<Tag> inOrder() {
        List<Tag> halves = source.tags().stream().filter(tag -> tag.kind() == Tag.Kind.HALF).toList();
        List<Tag> ordered = new ArrayList<>();
        int next = 0;
        for (Tag tag : placed) {
            ordered.add(tag.kind() == Tag.Kind.HALF ? halves.get(next++).moved(tag.at()) : tag);
        }
        return ordered;
    }
}
