package org.hydraworkbench.hydra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.ESPERANTO;
import static org.hydraworkbench.testing.Languages.KABYLE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.model.AnswerScorer;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.model.generation.Generation;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.NearestTokens;
import org.hydraworkbench.testing.Continuations;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HydraModelTest {

    private static final PromptTemplate CONTINUE = new PromptTemplate(
            "continue",
            List.of(
                    new PromptTemplate.Part(Side.SOURCE, "{bos}{source}"),
                    new PromptTemplate.Part(Side.TARGET, "{target}")),
            List.of());

    private static final GenerationOptions SHORT = GenerationOptions.greedy(24);

    @TempDir
    Path folder;

    private Path hydra = Path.of("");

    @BeforeEach
    void assemble() throws Exception {
        hydra = SmallModels.hydra(folder);
    }

    private HydraModel open(Path path) throws Exception {
        return HydraModel.open(TestModels.runtime(), path, Progress.none());
    }

    private static Translation translate(HydraModel model, PromptTemplate template, GenerationOptions options)
            throws Exception {
        return model.translate(
                ENGLISH, KABYLE, "Once upon a time", template, options, TranslationListener.none(), Progress.none());
    }

    @Test
    void withTheSameTablesOnBothSidesItContinuesAsThePlainModelDoes() throws Exception {
        Path twin = folder.resolve("twin");
        HydraAssembler.assemble(TestModels.stories(), ENGLISH, TestModels.stories(), KABYLE, twin, Progress.none());
        try (HydraModel model = open(twin);
                Decoder plain = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none());
                Tokenizer tokenizer = Tokenizer.load(TestModels.stories())) {
            int[] text = tokenizer.encodeIds("Once upon a time");
            int[] prompt = new int[text.length + 1];
            prompt[0] = 1;
            System.arraycopy(text, 0, prompt, 1, text.length);
            Generation expected = Continuations.of(plain, prompt, SHORT);
            Translation translation = translate(model, CONTINUE, SHORT);
            assertThat(translation.tokens().stream().mapToInt(Translation.Token::id)).containsExactly(
                    Arrays.stream(expected.ids()).boxed().toArray(Integer[]::new));
            assertThat(translation.text()).isEqualTo(tokenizer.decode(expected.ids(), true).strip());
        }
    }

    @Test
    void onlyATextWithATokenBeyondTheTableIsRefused() throws Exception {
        Path beyond = SmallModels.storiesWithTokenBeyond(folder.resolve("beyond"), "Zork");
        Path odd = folder.resolve("odd");
        HydraAssembler.assemble(beyond, ENGLISH, beyond, KABYLE, odd, Progress.none());
        try (HydraModel model = open(odd)) {
            assertThat(translate(model, CONTINUE, SHORT).tokens()).isNotEmpty();
            assertThatThrownBy(() -> model.translate(
                            ENGLISH, KABYLE, "A Zork came.", CONTINUE, SHORT, TranslationListener.none(), Progress.none()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContainingAll("\"Zork\"", "number 512", "only 512 rows");
        }
    }

    @Test
    void thePromptIsReadThroughTheSourceTableAndTheAnswerWrittenByTheTargetHead() throws Exception {
        try (HydraModel model = open(hydra)) {
            Translation translation = translate(model, PromptTemplates.find("plain"), SHORT);
            int source = model.tokenizer(ENGLISH).encodeIds("Once upon a time").length;
            assertThat(translation.prompt().subList(0, source + 2))
                    .allMatch(token -> token.language().equals(ENGLISH));
            assertThat(translation.prompt().getLast().language()).isEqualTo(KABYLE);
            assertThat(translation.tokens())
                    .isNotEmpty()
                    .allMatch(token -> token.language().equals(KABYLE))
                    .allMatch(token -> token.probability() > 0 && token.probability() <= 1)
                    .allMatch(token -> token.id() < 320);
        }
    }

    @Test
    void theListenerHearsEachTokenAndMayStop() throws Exception {
        try (HydraModel model = open(hydra)) {
            List<String> heard = new ArrayList<>();
            Translation translation = model.translate(
                    ENGLISH,
                    KABYLE,
                    "Once upon a time",
                    CONTINUE,
                    SHORT,
                    (token, text) -> {
                        heard.add(text);
                        return heard.size() < 3;
                    },
                    Progress.none());
            assertThat(heard).hasSize(3);
            assertThat(translation.tokens()).hasSize(3);
            assertThat(translation.ending()).isEqualTo(Generation.Ending.LISTENER);
        }
    }

    @Test
    void aStopTextEndsTheTranslationAndDoesNotBelongToIt() throws Exception {
        Path twin = folder.resolve("twin");
        HydraAssembler.assemble(TestModels.stories(), ENGLISH, TestModels.stories(), KABYLE, twin, Progress.none());
        try (HydraModel model = open(twin)) {
            String free = translate(model, CONTINUE, SHORT).text();
            String word = free.split(" ")[3];
            PromptTemplate stopping = new PromptTemplate("stopping", CONTINUE.parts(), List.of(word));
            Translation stopped = translate(model, stopping, SHORT);
            assertThat(stopped.text()).isEqualTo(free.substring(0, free.indexOf(word)).strip());
            assertThat(stopped.ending()).isEqualTo(Generation.Ending.STOP_TEXT);
        }
    }

    @Test
    void beamsFindAlternatives() throws Exception {
        try (HydraModel model = open(hydra)) {
            Translation translation = translate(model, CONTINUE, SHORT.withMaxTokens(8).withBeams(3));
            assertThat(translation.alternatives()).hasSize(2).doesNotContain(translation.text());
        }
    }

    @Test
    void anOverlayMovesRowsAndIsTakenAwayWithoutATrace() throws Exception {
        try (HydraModel model = open(hydra)) {
            TokenTable table = model.table(KABYLE);
            float[] before = table.inputRows(10, 11, 12);
            float[] delta = new float[2 * table.width()];
            Arrays.fill(delta, 0.5f);
            model.overlay(KABYLE, new RowOverlay(new int[] {10, 12}, delta, new float[0]));
            float[] during = table.inputRows(10, 11, 12);
            assertThat(during[0]).isEqualTo(before[0] + 0.5f);
            assertThat(during[table.width()]).isEqualTo(before[table.width()]);
            assertThat(during[2 * table.width()]).isEqualTo(before[2 * table.width()] + 0.5f);
            model.overlay(KABYLE, new RowOverlay(new int[] {11}, new float[table.width()], new float[0]));
            model.overlay(KABYLE, RowOverlay.none());
            assertThat(table.inputRows(10, 11, 12)).containsExactly(before);
        }
    }

    @Test
    void anOverlayOfAnotherWidthIsRefused() throws Exception {
        try (HydraModel model = open(hydra)) {
            assertThatThrownBy(() -> model.overlay(KABYLE, new RowOverlay(new int[] {1}, new float[3], new float[0])))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatIsSavedTranslatesAlike() throws Exception {
        Path saved = folder.resolve("saved");
        String text;
        try (HydraModel model = open(hydra)) {
            text = translate(model, CONTINUE, SHORT).text();
            model.save(saved, CONTINUE, List.of(), Progress.none());
        }
        try (HydraModel model = open(saved)) {
            assertThat(model.manifest().templates().getFirst()).isEqualTo(CONTINUE);
            assertThat(translate(model, CONTINUE, SHORT).text()).isEqualTo(text);
        }
    }

    @Test
    void aLanguageWithoutAHeadIsWrongUse() throws Exception {
        try (HydraModel model = open(hydra)) {
            assertThatThrownBy(() -> model.table(ESPERANTO))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("only for en, kab");
        }
    }

    @Test
    void aTextLongerThanTheContextIsRefused() throws Exception {
        try (HydraModel model = open(hydra)) {
            assertThatThrownBy(() -> model.translate(
                            ENGLISH, KABYLE, "a b c ".repeat(300), CONTINUE, SHORT, TranslationListener.none(), Progress.none()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("at most 512");
        }
    }

    /** What greedy search wrote, token by token, is as likely as when it is read in one go, beside others and after a prompt through two tables. */
    @Test
    void aTranslationIsAsLikelyAsItWasWritten() throws Exception {
        try (HydraModel model = open(hydra)) {
            PromptTemplate template = PromptTemplates.find("plain");
            String text = "Once upon a time";
            Translation written = translate(model, template, GenerationOptions.greedy(6));
            int[] ids = written.tokens().stream().mapToInt(Translation.Token::id).toArray();
            double[] expected = written.tokens().stream().mapToDouble(token -> Math.log(token.probability())).toArray();
            List<PromptPart> prompt = new ArrayList<>();
            for (PromptRun run : model.encoder(template, ENGLISH, KABYLE).prompt(text)) {
                prompt.add(new PromptPart(model.table(run.side() == Side.SOURCE ? ENGLISH : KABYLE), run.ids()));
            }
            AnswerScorer scorer = new AnswerScorer(model.body(), model.table(KABYLE));
            double[] scores = scorer.logProbabilities(
                    List.of(
                            new AnswerScorer.Answer(prompt, ids),
                            new AnswerScorer.Answer(prompt, Arrays.copyOf(ids, 2)),
                            new AnswerScorer.Answer(prompt.subList(0, 1), ids)),
                    Progress.none());
            assertThat(scores[0]).isCloseTo(Arrays.stream(expected).sum(), within(1e-3));
            assertThat(scores[1]).isCloseTo(expected[0] + expected[1], within(1e-3));
            assertThat(scores[2]).isNotEqualTo(scores[0]);
        }
    }

    @Test
    void howLikelyPairsAreIsSaidATokenInBothDirections() throws Exception {
        try (HydraModel model = open(hydra)) {
            PromptTemplate template = PromptTemplates.find("plain");
            List<SentencePair> pairs = List.of(new SentencePair("The dog sleeps.", "Aqjun yeṭṭes."), new SentencePair("A", "B"));
            for (HydraModel.Likelihood each : model.likelihoods(ENGLISH, KABYLE, pairs, template, Progress.none())) {
                assertThat(each.logProbability()).isNegative();
                assertThat(each.perToken()).isEqualTo(each.logProbability() / each.tokens());
            }
            List<SentencePair> tooLong = List.of(new SentencePair("dog ".repeat(2000), "aqjun"));
            assertThatThrownBy(() -> model.likelihoods(ENGLISH, KABYLE, tooLong, template, Progress.none()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("this model reads at most");
        }
    }

    /** In the very states of a known translation, what was written there is written again. */
    @Test
    void whatWasWrittenInTheSameStateIsWrittenAgain() throws Exception {
        try (HydraModel model = open(hydra)) {
            PromptTemplate template = PromptTemplates.find("plain");
            List<SentencePair> pairs = List.of(new SentencePair("The dog sleeps.", "Aqjun yeṭṭes."), new SentencePair("A", "B"));
            NearestTokens nearest = model.nearest(ENGLISH, KABYLE, pairs, template, Progress.none());
            for (SentencePair pair : pairs) {
                assertThat(model.translate(
                                        ENGLISH,
                                        KABYLE,
                                        pair.source(),
                                        template,
                                        GenerationOptions.greedy(40),
                                        nearest,
                                        TranslationListener.none(),
                                        Progress.none())
                                .text())
                        .isEqualTo(pair.target());
            }
        }
    }

    /** By both ways of writing, wherever they stand, and no text ends without them. */
    @Test
    void whatIsRequiredIsWritten() throws Exception {
        try (HydraModel model = open(hydra)) {
            PromptTemplate template = PromptTemplates.find("plain");
            List<String> words = List.of("axxam", "aqjun amellal");
            GenerationOptions options = GenerationOptions.greedy(40).withRequired(model.required(KABYLE, words));
            List<SentencePair> pairs = List.of(new SentencePair("The dog sleeps.", "Aqjun yeṭṭes."), new SentencePair("A", "B"));
            NearestTokens nearest = model.nearest(ENGLISH, KABYLE, pairs, template, Progress.none());
            String text = "Once upon a time";
            assertThat(translate(model, template, GenerationOptions.greedy(40)).text()).doesNotContain("axxam");
            assertThat(model.write(ENGLISH, KABYLE, text, template, options, nearest, Progress.none()))
                    .allSatisfy(each -> assertThat(each.toLowerCase(Locale.ROOT)).contains(words));
            assertThat(translate(model, template, options).text().toLowerCase(Locale.ROOT)).contains(words);
        }
    }

    /** Two searches as rows of one session find what each finds alone. */
    @Test
    void writingWithAndWithoutNeighboursAtOnceChangesNeither() throws Exception {
        try (HydraModel model = open(hydra)) {
            PromptTemplate template = PromptTemplates.find("plain");
            GenerationOptions options = GenerationOptions.greedy(20).withBeams(3);
            List<SentencePair> pairs = List.of(new SentencePair("The dog sleeps.", "Aqjun yeṭṭes."), new SentencePair("A", "B"));
            NearestTokens nearest = model.nearest(ENGLISH, KABYLE, pairs, template, Progress.none());
            List<String> apart = new ArrayList<>();
            String text = "The dog sleeps.";
            for (Translation each : List.of(
                    model.translate(ENGLISH, KABYLE, text, template, options, nearest, TranslationListener.none(), Progress.none()),
                    model.translate(ENGLISH, KABYLE, text, template, options, TranslationListener.none(), Progress.none()))) {
                apart.add(each.text());
                apart.addAll(each.alternatives());
            }
            assertThat(model.write(ENGLISH, KABYLE, text, template, options, nearest, Progress.none())).isEqualTo(apart);
        }
    }
}
