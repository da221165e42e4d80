package org.hydraworkbench.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.cli.Main;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.document.tags.SegmentAnswer;
import org.hydraworkbench.document.tags.SentenceWise;
import org.hydraworkbench.document.tags.Tag;
import org.hydraworkbench.document.tags.TagPlacement;
import org.hydraworkbench.document.tags.TaggedText;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Span;

/**
 * Tags in translations: sentences with tags at random places go through {@code hydra translate --memory} as XLIFF. Counted are tags that are lost, doubled or
 * crossed, and how many pairs of tags go around words that are linked to those that they went around, against tags placed by position alone.
 *
 * <p>Arguments: TRAIN TEST COUNT FOLDER; the files are made in FOLDER.
 */
public final class TagBench {

    private static final Pattern TARGET = Pattern.compile("<target[^>]*>(.*?)</target>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(bpt|ept|x) id=\"(\\d+)\"(?:/>|>.</\\1>)");

    private int lost;
    private int doubled;
    private int crossed;
    private int tags;

    private TagBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[3]));
        List<SentencePair> test = Bitexts.readAll(Path.of(arguments[1]));
        Random random = new Random(1);
        List<TaggedText> sources = new ArrayList<>();
        for (int k = 0; k < Integer.parseInt(arguments[2]); k++) {
            sources.add(tagged(test.get(k % test.size()).source(), random));
        }
        List<String> targets = translate(sources, folder, arguments[0]);
        TagBench bench = new TagBench();
        for (int k = 0; k < sources.size(); k++) {
            bench.check(sources.get(k), targets.get(k));
        }
        print("%d sentences, %d translations, %d tags: %d lost, %d doubled, %d crossed", sources.size(), targets.size(), bench.tags, bench.lost,
                bench.doubled, bench.crossed);
        share(sources, targets, arguments[0]);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** One to four tags: pairs around one to three words, inside each other or apart, and tags alone. */
    private static TaggedText tagged(String text, Random random) {
        CutText cut = CutText.of(text);
        List<List<String>> before = new ArrayList<>();
        List<List<String>> after = new ArrayList<>();
        for (int k = 0; k < cut.size(); k++) {
            before.add(new ArrayList<>());
            after.add(new ArrayList<>());
        }
        List<int[]> pairs = new ArrayList<>();
        for (int id = 1 + random.nextInt(4); id > 0; id--) {
            int first = random.nextInt(cut.size());
            int last = Math.min(cut.size() - 1, first + random.nextInt(3));
            boolean crosses = pairs.stream().anyMatch(pair -> pair[0] < first && first <= pair[1] && pair[1] < last
                    || first < pair[0] && pair[0] <= last && last < pair[1]);
            boolean alone = random.nextInt(4) == 0 || crosses || pairs.stream().anyMatch(pair -> pair[0] == first || pair[1] == last);
            if (alone) {
                after.get(first).addFirst("<x id=\"" + id + "\"/>");
            } else {
                boolean outside = pairs.stream().anyMatch(pair -> first <= pair[0] && pair[1] <= last);
                pairs.add(new int[] {first, last});
                add(before.get(first), "<bpt id=\"" + id + "\">[</bpt>", outside);
                add(after.get(last), "<ept id=\"" + id + "\">]</ept>", !outside);
            }
        }
        TaggedText.Builder built = new TaggedText.Builder();
        int from = 0;
        for (int k = 0; k < cut.size(); k++) {
            Span word = cut.spans().get(k);
            built.text(slice(text, from, word.start()));
            for (String code : before.get(k)) {
                built.open(code, code.replaceAll("\\D", ""));
            }
            built.text(slice(text, word.start(), word.end()));
            for (String code : after.get(k)) {
                if (code.startsWith("<ept")) {
                    built.close(code, code.replaceAll("\\D", ""));
                } else {
                    built.alone(code);
                }
            }
            from = word.end();
        }
        return built.text(slice(text, from, text.codePointCount(0, text.length()))).build();
    }

    private static void add(List<String> codes, String code, boolean first) {
        if (first) {
            codes.addFirst(code);
        } else {
            codes.addLast(code);
        }
    }

    private static String slice(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    private static List<String> translate(List<TaggedText> sources, Path folder, String train) throws Exception {
        StringBuilder xliff = new StringBuilder("<xliff version=\"1.2\"><file original=\"x\" datatype=\"plaintext\" source-language=\"en\"><body>\n");
        for (TaggedText source : sources) {
            xliff.append("<trans-unit id=\"u\"><source>").append(source.write(TagBench::escape)).append("</source></trans-unit>\n");
        }
        Path in = Files.writeString(folder.resolve("in.xlf"), xliff + "</body></file></xliff>\n");
        Path out = folder.resolve("out.xlf");
        long start = System.nanoTime();
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                        Main.class.getName(), "translate", "--memory", train, "--from", "en", "--to", "kab", "--in", in.toString(), "--out",
                        out.toString())
                .inheritIO()
                .start()
                .waitFor();
        print("hydra translate: exit code %d after %.1f s", code, (System.nanoTime() - start) / 1e9);
        return TARGET.matcher(Files.readString(out)).results().map(found -> found.group(1)).toList();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void check(TaggedText source, String target) {
        List<String> left = new ArrayList<>(source.tags().stream().map(Tag::code).toList());
        tags += left.size();
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(target);
        while (tag.find()) {
            doubled += left.remove(tag.group()) ? 0 : 1;
            if (tag.group(1).equals("bpt")) {
                open.push(tag.group(2));
            } else if (tag.group(1).equals("ept") && !tag.group(2).equals(open.poll())) {
                crossed++;
            }
        }
        lost += left.size();
        crossed += open.size();
    }

    private static void share(List<TaggedText> sources, List<String> targets, String train) throws Exception {
        Knowledge knowledge =
                Knowledge.learn(PairSource.of(Bitexts.readAll(Path.of(train))), List.of(), AlignOptions.defaults(), Progress.none());
        Decoding usual = Decoding.usual();
        JudgedTranslator translator = new JudgedTranslator(knowledge, usual.phrases(), usual.judges(), Phrases.BEAM, null);
        SentenceWise sentences =
                new SentenceWise(text -> SegmentAnswer.of(translator.translate(text, Progress.none())), LanguageTag.parse("en"));
        int[] byLinks = new int[3];
        int[] byPlace = new int[3];
        int pairs = 0;
        int unlinked = 0;
        int alike = 0;
        for (int k = 0; k < sources.size(); k++) {
            TaggedText source = sources.get(k);
            SentenceWise.Placed placed = sentences.translate(source);
            SegmentAnswer answer = placed.answer();
            alike += placed.text().write(TagBench::escape).equals(targets.get(k)) ? 1 : 0;
            TaggedText positioned = TagPlacement.place(source, new SegmentAnswer(answer.text(), Alignment.empty(), 0, 0, false));
            List<BitSet> wanted = wanted(source, answer);
            unlinked += (int) wanted.stream().filter(BitSet::isEmpty).count();
            pairs += wanted.size();
            count(wanted, around(placed.text()), source, placed.text(), byLinks);
            count(wanted, around(positioned), source, positioned, byPlace);
        }
        print("%d of %d targets are those of the same translator in this program", alike, targets.size());
        print("%d pairs of tags, %d around words that are linked to none", pairs, unlinked);
        int linked = pairs - unlinked;
        print("of the others, around a linked word / all linked words / nothing but them and what is between:");
        print("by links     %.2f %% / %.2f %% / %.2f %%", 100.0 * byLinks[0] / linked, 100.0 * byLinks[1] / linked, 100.0 * byLinks[2] / linked);
        print("by position  %.2f %% / %.2f %% / %.2f %%", 100.0 * byPlace[0] / linked, 100.0 * byPlace[1] / linked, 100.0 * byPlace[2] / linked);
    }

    /** For every pair of tags, in the order of the openings, the words of the answer that are linked to the words in it. */
    private static List<BitSet> wanted(TaggedText source, SegmentAnswer answer) {
        List<BitSet> wanted = new ArrayList<>();
        for (BitSet words : around(source)) {
            BitSet targets = new BitSet();
            for (Link link : answer.links().links()) {
                if (words.get(link.source())) {
                    targets.set(link.target());
                }
            }
            wanted.add(targets);
        }
        return wanted;
    }

    /** The words in every pair of tags, in the order of the openings. */
    private static List<BitSet> around(TaggedText text) {
        List<Span> words = CutText.of(text.text()).spans();
        List<BitSet> around = new ArrayList<>();
        Deque<int[]> open = new ArrayDeque<>();
        for (Tag tag : text.tags()) {
            if (tag.kind() == Tag.Kind.OPEN) {
                open.push(new int[] {around.size(), tag.at()});
                around.add(new BitSet());
            } else if (tag.kind() == Tag.Kind.CLOSE) {
                int[] begun = open.pop();
                for (int k = 0; k < words.size(); k++) {
                    if (words.get(k).start() < tag.at() && words.get(k).end() > begun[1]) {
                        around.get(begun[0]).set(k);
                    }
                }
            }
        }
        return around;
    }

    private static List<String> openings(TaggedText text) {
        return text.tags().stream().filter(tag -> tag.kind() == Tag.Kind.OPEN).map(Tag::code).toList();
    }

    private static void count(List<BitSet> wanted, List<BitSet> found, TaggedText source, TaggedText target, int[] into) {
        List<String> before = openings(source);
        List<String> after = openings(target);
        for (int k = 0; k < wanted.size(); k++) {
            BitSet want = wanted.get(k);
            BitSet got = found.get(after.indexOf(before.get(k)));
            if (!want.isEmpty()) {
                BitSet all = (BitSet) want.clone();
                all.andNot(got);
                into[0] += want.intersects(got) ? 1 : 0;
                into[1] += all.isEmpty() ? 1 : 0;
                boolean within = got.isEmpty() || got.nextSetBit(0) >= want.nextSetBit(0) && got.length() <= want.length();
                into[2] += !got.isEmpty() && within ? 1 : 0;
            }
        }
    }
}
