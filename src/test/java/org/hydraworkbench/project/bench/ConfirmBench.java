package org.hydraworkbench.project.bench;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.conversations.Exchange;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.links.EffectiveLink;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Segment;
import org.hydraworkbench.tokenizer.Unit;

/**
 * Two hundred times a person says something, a fourth each: a new word's place in an answer, another translation of a word in an answer, a
 * word by itself as a term, a link drawn anew. Then a sentence like it is translated, with that word and another one exchanged, for a term
 * any sentence with that word: whether the answer has what was said, and the time from the saying to the answer. Everything is taken back
 * after each. Arguments: bitext (English first), seed.
 */
public final class ConfirmBench {

    private static final int CASES = 200;
    private static final LanguageTag FROM = LanguageTag.of("en").orElseThrow();
    private static final LanguageTag TO = LanguageTag.of("kab").orElseThrow();

    private final Project project;
    private final Random random;
    private final Map<String, List<Long>> pairsOf = new HashMap<>();
    private final List<String> words;
    private final long[] ids;

    private enum Kind {
        NEW_WORD,
        OTHER_TRANSLATION,
        TERM,
        LINK
    }

    /** A source word, the target word that it is linked with, and both sentences. */
    private record Word(PairView view, Segment source, Segment target) {}

    private ConfirmBench(Project project, long seed) throws HydraException {
        this.project = project;
        this.random = new Random(seed);
        this.ids = project.corpora().ids(PairFilter.all(), PairOrder.CORPUS);
        for (PairRow pair : project.corpora().pairs(Arrays.stream(ids).boxed().toList())) {
            CutText.of(pair.source()).forms().stream()
                    .distinct()
                    .forEach(form -> pairsOf.computeIfAbsent(form, key -> new ArrayList<>()).add(pair.id()));
        }
        this.words = pairsOf.keySet().stream().filter(form -> form.chars().allMatch(Character::isLetter)).sorted().toList();
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("confirm-bench");
        try (Project project = Project.create(folder.resolve("bench.hydra"), "Bench", FROM.toString(), TO.toString())) {
            project.work().importCorpus(ImportRequest.of(Path.of(arguments[0]))).run(Progress.none());
            TestProjects.make(project, Operations.ALIGN, AlignmentSettings.defaults().withUnit(Unit.WORD));
            new ConfirmBench(project, Long.parseLong(arguments[1])).run();
        }
    }

    private void run() throws HydraException {
        translate("hello");
        Map<Kind, Integer> obeyed = new EnumMap<>(Kind.class);
        int same = 0;
        double[] milliseconds = new double[CASES];
        for (int k = 0; k < CASES; k++) {
            Kind kind = Kind.values()[k % Kind.values().length];
            Word word = word();
            String asked = kind == Kind.TERM ? having(word) : exchanged(word, kind == Kind.NEW_WORD);
            String before = translate(asked);
            String wanted = kind == Kind.LINK ? other(word).form() : "azerblak";
            if (before.toLowerCase().contains(wanted.toLowerCase())) {
                k--;
                continue;
            }
            long start = System.nanoTime();
            Runnable back = say(kind, word, wanted);
            String after = translate(asked);
            milliseconds[k] = (System.nanoTime() - start) / 1e6;
            boolean obeys = after.toLowerCase().contains(wanted.toLowerCase());
            obeyed.merge(kind, obeys ? 1 : 0, Integer::sum);
            if (!obeys) {
                System.out.printf("%s %s = %s: “%s” → “%s”, wanted %s (said of “%s”)%n",
                        kind, word.source.form(), word.target.form(), asked, after, wanted, word.view.pair().source());
            }
            back.run();
            same += translate(asked).equals(before) ? 1 : 0;
        }
        Arrays.sort(milliseconds);
        System.out.printf("obeyed %d of %d: %s%n", obeyed.values().stream().mapToInt(Integer::intValue).sum(), CASES, obeyed);
        System.out.printf("taken back %d of %d%n", same, CASES);
        System.out.printf("milliseconds: median %.1f, 95 %% %.1f, most %.1f%n",
                milliseconds[CASES / 2], milliseconds[CASES * 95 / 100], milliseconds[CASES - 1]);
    }

    private String translate(String text) throws HydraException {
        return answer(text).text();
    }

    private JudgedTranslator.Answer answer(String text) throws HydraException {
        Decoding usual = Decoding.usual();
        return new JudgedTranslator(
                        project.knowledge().live(Side.SOURCE, FROM, TO, Progress.none()).knowledge(),
                        usual.phrases(),
                        usual.judges(),
                        Phrases.BEAM,
                        null)
                .translate(text, Progress.none());
    }

    /** A word that some sentences have, and that is linked with one word. */
    private Word word() throws HydraException {
        while (true) {
            PairView view = project.alignments().now().view(ids[random.nextInt(ids.length)]);
            List<Segment> sources = view.source().segments();
            int at = random.nextInt(Math.max(1, sources.size()));
            List<EffectiveLink> links = view.links().stream().filter(link -> link.source() == at).toList();
            if (links.size() != 1 || view.target().segments().size() < 2) {
                continue;
            }
            Word word = new Word(view, sources.get(at), view.target().segments().get(links.getFirst().target()));
            List<Long> having = pairsOf.getOrDefault(word.source.form(), List.of());
            if (isWord(word.source) && isWord(word.target) && having.size() > 3 && having.size() < 300 && !word.target.form().contains("-")
                    && view.target().segments().stream().filter(other -> isWord(other) && !other.form().equals(word.target.form())).count() > 0) {
                return word;
            }
        }
    }

    private static boolean isWord(Segment segment) {
        return segment.form().length() > 2 && segment.form().chars().allMatch(Character::isLetter);
    }

    private Segment other(Word word) {
        return word.view.target().segments().stream()
                .filter(each -> isWord(each) && !each.form().equals(word.target.form()))
                .findFirst()
                .orElseThrow();
    }

    /** Any sentence that has the word. */
    private String having(Word word) throws HydraException {
        List<Long> having = pairsOf.get(word.source.form());
        return project.corpora().pair(having.get(random.nextInt(having.size()))).source();
    }

    /** The sentence with another word exchanged for one of any sentence. */
    private String exchanged(Word word, boolean renamed) {
        String text = word.view.pair().source();
        List<Segment> others = word.view.source().segments().stream().filter(each -> isWord(each) && !each.equals(word.source)).toList();
        String renaming = renamed ? text.replaceAll("\\b" + word.source.form() + "\\b", "zorblax") : text;
        if (others.isEmpty()) {
            return "Well, " + renaming;
        }
        String gone = others.get(random.nextInt(others.size())).form();
        return renaming.replaceAll("\\b" + gone + "\\b", words.get(random.nextInt(words.size())));
    }

    /** Says it; what is returned takes it back. */
    private Runnable say(Kind kind, Word word, String wanted) throws HydraException {
        String source = word.view.pair().source();
        return switch (kind) {
            case NEW_WORD -> correct(replaced(source, word.source, "zorblax"), "zorblax", word, wanted);
            case OTHER_TRANSLATION -> correct(source, word.source.form(), word, wanted);
            case TERM -> keep(word.source.form(), answer(word.source.form()).text(), wanted);
            case LINK -> link(word);
        };
    }

    private static String replaced(String text, Segment segment, String with) {
        return replaced(text, segment.span(), with);
    }

    private static String replaced(String text, Span segment, String with) {
        return text.substring(0, text.offsetByCodePoints(0, segment.start())) + with
                + text.substring(text.offsetByCodePoints(0, segment.end()));
    }

    /** Puts the word of the answer right that answers a word, or that the sentence's own translation has for it. */
    private Runnable correct(String question, String asked, Word word, String wanted) throws HydraException {
        JudgedTranslator.Answer answer = answer(question);
        CutText source = CutText.of(question);
        CutText target = CutText.of(answer.text());
        int at = source.forms().indexOf(asked);
        OptionalInt answered = answer.links().links().stream().filter(link -> link.source() == at).mapToInt(Link::target).findFirst();
        if (answered.isEmpty()) {
            return keep(question, answer.text(), replaced(word.view.pair().target(), word.target, wanted));
        }
        Span there = target.spans().get(answered.getAsInt());
        return keep(question, answer.text(), replaced(answer.text(), there, wanted));
    }

    private Runnable keep(String question, String answer, String correction) throws HydraException {
        long exchange = project.conversations().add(FROM, TO, question, answer, Exchange.State.DONE, new JsonObject());
        project.conversations().correct(exchange, correction);
        return () -> {
            try {
                project.conversations().correct(exchange, "");
            } catch (HydraException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private Runnable link(Word word) throws HydraException {
        long pair = word.view.pair().id();
        Segment other = other(word);
        int at = word.view.target().segments().indexOf(other);
        List<Segment> sources = word.view.source().segments();
        int edits = 0;
        for (EffectiveLink link : word.view.links()) {
            boolean goes = link.target() == at || sources.get(link.source()).equals(word.source);
            if (goes) {
                Segment from = sources.get(link.source());
                Segment to = word.view.target().segments().get(link.target());
                project.edits().setLink(pair, from.span(), to.span(), LinkState.REJECTED);
                edits++;
            }
        }
        project.edits().setLink(pair, word.source.span(), other.span(), LinkState.SURE);
        int done = edits + 1;
        return () -> {
            try {
                for (int k = 0; k < done; k++) {
                    project.history().undo();
                }
            } catch (HydraException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
