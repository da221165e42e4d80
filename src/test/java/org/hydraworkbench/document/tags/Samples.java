package org.hydraworkbench.document.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with tags, written down or made at random. */
public final class Samples {

    private static final Pattern TAG = Pattern.compile("<(/?)(\\w+)(/?)>");

    private Samples() {}

    /** The text with its tags: {@code <b>…</b>} is a pair, {@code <f/>} stands for itself. */
    public static TaggedText tagged(String written) {
        TaggedText.Builder built = new TaggedText.Builder();
        Matcher tag = TAG.matcher(written);
        int from = 0;
        while (tag.find()) {
            built.text(written.substring(from, tag.start()));
            from = tag.end();
            if (!tag.group(3).isEmpty()) {
                built.alone(tag.group());
            } else if (tag.group(1).isEmpty()) {
                built.open(tag.group(), tag.group(2));
            } else {
                built.close(tag.group(), tag.group(2));
            }
        }
        return built.text(written.substring(from)).build();
    }

    /** Words with spaces, hyphens and marks between them. */
    static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < count; k++) {
            String[] between = {" ", " ", " ", "-", ", ", "  "};
            text.append(k == 0 ? "" : between[random.nextInt(between.length)]);
            String[] forms = {"a", "azul", "ɛli", "水", "𐌰𐌱", "x1"};
            text.append(forms[random.nextInt(forms.length)]);
        }
        return random.nextInt(3) == 0 ? text + "." : text.toString();
    }

    /** Words with tags anywhere among their letters; some cross others, some have no partner. */
    static TaggedText random(Random random, int count) {
        TaggedText.Builder built = new TaggedText.Builder();
        List<Integer> open = new ArrayList<>();
        int[] letters = words(random, count).codePoints().toArray();
        int next = 0;
        for (int k = 0; k <= letters.length; k++) {
            while (random.nextInt(4) == 0) {
                int what = random.nextInt(5);
                if (what < 2) {
                    open.add(next);
                    built.open("<" + next + ">", "" + next++);
                } else if (what == 2) {
                    built.alone("<" + next++ + "/>");
                } else if (!open.isEmpty()) {
                    boolean crossing = random.nextInt(5) == 0;
                    int closed = open.remove(crossing ? random.nextInt(open.size()) : open.size() - 1);
                    built.close("</" + closed + ">", "" + closed);
                }
            }
            if (k < letters.length) {
                built.text(Character.toString(letters[k]));
            }
        }
        return built.build();
    }
}
