package org.hydraworkbench.document.tags;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A pair of tags with what lies in it, or a tag that stands for itself; the root is the whole text. */
final class TagNode {

    private final int first;
    private final List<TagNode> children = new ArrayList<>();
    private int last;

    /** The words of the answer that it is put around; where both are the same, between two words. */
    private WordRange place = new WordRange(0, 0);

    private TagNode(int first) {
        this.first = first;
        this.last = first;
    }

    /** The tags of a text as a tree. */
    static TagNode root(TaggedText text) {
        TagNode root = new TagNode(-1);
        Deque<TagNode> open = new ArrayDeque<>();
        open.push(root);
        for (int k = 0; k < text.tags().size(); k++) {
            Tag.Kind kind = text.tags().get(k).kind();
            if (kind == Tag.Kind.CLOSE) {
                open.pop().last = k;
                continue;
            }
            TagNode node = new TagNode(k);
            open.element().children.add(node);
            if (kind == Tag.Kind.OPEN) {
                open.push(node);
            }
        }
        return root;
    }

    /** Number of the opening tag; −1 for the root. */
    int first() {
        return first;
    }

    /** Number of the closing tag; of a tag that stands for itself its own. */
    int last() {
        return last;
    }

    boolean isPair() {
        return first != last;
    }

    List<TagNode> children() {
        return children;
    }

    WordRange place() {
        return place;
    }

    void put(WordRange where) {
        place = where;
    }
}
