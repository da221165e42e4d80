package org.hydraworkbench.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.StopIds;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.model.generation.Generation;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.GenerationRequest;
import org.hydraworkbench.model.generation.Generator;
import org.hydraworkbench.model.generation.StopTexts;
import org.hydraworkbench.model.generation.TextStream;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * Lets a language model answer analogies by one example: it goes on after {@code first : second}, a line end and {@code third :}, by the most
 * probable token each time. An answer is right when its words are the ones that come next, letter by letter.
 */
public final class AnalogyEvaluator {

    /** An answer is a word or a few; what comes after it does not count. */
    private static final int MOST_TOKENS = 16;

    /** Questions at a time. */
    private static final int BATCH = 16;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Decoder body;
    private final TokenTable table;
    private final Tokenizer tokenizer;
    private final GenerationOptions options;

    /**
     * How many answers were right.
     *
     * @param category empty for questions without one
     */
    public record Score(String category, int questions, int right) {

        /** The share of right answers, 0 to 1. */
        public double accuracy() {
            return (double) right / questions;
        }
    }

    /** A model with the table and tokenizer of the language of the questions. */
    public AnalogyEvaluator(Decoder body, TokenTable table, Tokenizer tokenizer) {
        this.body = body;
        this.table = table;
        this.tokenizer = tokenizer;
        options = GenerationOptions.greedy(MOST_TOKENS).withStopIds(StopIds.of(body, table, tokenizer));
    }

    /** Asks all questions; a score for each category, in the order in which they come. */
    public List<Score> score(List<Analogy> questions, Progress progress) throws HydraException {
        Map<String, int[]> counts = new LinkedHashMap<>();
        progress.message("Asking analogies");
        List<String> answers = answers(questions, progress);
        for (int k = 0; k < questions.size(); k++) {
            Analogy question = questions.get(k);
            int[] count = counts.computeIfAbsent(question.category(), category -> new int[2]);
            count[0]++;
            count[1] += isRight(question, answers.get(k)) ? 1 : 0;
        }
        List<Score> scores = new ArrayList<>();
        counts.forEach((category, count) -> scores.add(new Score(category, count[0], count[1])));
        return scores;
    }

    static String prompt(Analogy question) {
        return "%s : %s\n%s :".formatted(question.first(), question.second(), question.third());
    }

    private List<String> answers(List<Analogy> questions, Progress progress) throws HydraException {
        List<GenerationRequest> requests = new ArrayList<>();
        for (Analogy question : questions) {
            int[] ids = IntStream.concat(tokenizer.special().bos().stream(), IntStream.of(tokenizer.encodeIds(prompt(question)))).toArray();
            table.requireRows(ids, tokenizer);
            requests.add(new GenerationRequest(List.of(new PromptPart(table, ids)), table, options));
        }
        List<String> answers = new ArrayList<>();
        try (Generator generator = new Generator(body)) {
            for (Generation written : generator.generate(requests, BATCH, progress)) {
                answers.add(TextStream.textOf(tokenizer, StopTexts.NONE, requests.get(answers.size()).before(), written.ids()));
            }
        }
        return answers;
    }

    /** Whether a text begins with one of the answers, whole words only. */
    static boolean isRight(Analogy question, String text) {
        List<String> written = words(text);
        return question.answers().stream().map(AnalogyEvaluator::words).anyMatch(answer ->
                written.size() >= answer.size() && written.subList(0, answer.size()).equals(answer));
    }

    private static List<String> words(String text) {
        return Arrays.stream(BLANKS.split(text)).filter(word -> !word.isEmpty()).toList();
    }
}
