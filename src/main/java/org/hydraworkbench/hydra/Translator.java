package org.hydraworkbench.hydra;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.StopIds;
import org.hydraworkbench.model.generation.Generation;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.GenerationRequest;
import org.hydraworkbench.model.generation.Generator;
import org.hydraworkbench.model.generation.NearestTokens;
import org.hydraworkbench.model.generation.StopTexts;
import org.hydraworkbench.model.generation.TextStream;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/** Translates in one direction: the prompt through the table of each part's side, the answer out of the target's head. */
final class Translator {

    private final Decoder body;
    private final Generator generator;
    private final HydraHead source;
    private final HydraHead target;
    private final PromptTemplate template;

    /**
     * @param generator of {@code body}
     */
    Translator(Decoder body, Generator generator, HydraHead source, HydraHead target, PromptTemplate template) {
        this.body = body;
        this.generator = generator;
        this.source = source;
        this.target = target;
        this.template = template;
    }

    Translation translate(
            String text, GenerationOptions options, @Nullable NearestTokens nearest, TranslationListener listener, Progress progress)
            throws HydraException {
        List<PromptRun> runs = prompt(text);
        GenerationOptions ending = ending(options);
        TextStream stream = new TextStream(target.tokenizer(), ending.stopTexts());
        Generation generation = generator.generate(
                new GenerationRequest(parts(runs), target.table(), ending, nearest),
                (id, logProbability) -> {
                    stream.add(id);
                    return listener.token(token(id, logProbability), stream.text());
                },
                progress);
        return translation(runs, generation);
    }

    private Translation translation(List<PromptRun> runs, Generation generation) throws StateException {
        List<Translation.PromptToken> read = new ArrayList<>();
        for (PromptRun run : runs) {
            HydraHead head = head(run);
            for (int id : run.ids()) {
                read.add(new Translation.PromptToken(head.language(), id, head.tokenizer().piece(id)));
            }
        }
        List<Translation.Token> written = new ArrayList<>();
        generation.tokens().forEach(each -> written.add(token(each.id(), each.logProbability())));
        return new Translation(
                textOf(generation.ids()), read, written, generation.logProbability(), generation.ending(), alternatives(generation));
    }

    private Translation.Token token(int id, double logProbability) {
        return new Translation.Token(target.language(), id, target.tokenizer().piece(id), Math.exp(logProbability));
    }

    /** All that is found with the help of {@code nearest} and without, which are searched for at the same time. */
    List<String> write(String text, GenerationOptions options, NearestTokens nearest, Progress progress) throws HydraException {
        List<PromptPart> parts = parts(prompt(text));
        GenerationOptions ending = ending(options);
        List<GenerationRequest> both = List.of(
                new GenerationRequest(parts, target.table(), ending, nearest), new GenerationRequest(parts, target.table(), ending));
        List<String> texts = new ArrayList<>();
        for (Generation each : generator.generate(both, both.size(), progress)) {
            texts.add(textOf(each.ids()));
            texts.addAll(alternatives(each));
        }
        return texts;
    }

    private List<PromptRun> prompt(String text) throws HydraException {
        return new TemplateEncoder(template, source, target).prompt(text);
    }

    private HydraHead head(PromptRun run) {
        return run.side() == Side.SOURCE ? source : target;
    }

    private List<PromptPart> parts(List<PromptRun> runs) {
        return runs.stream().map(run -> new PromptPart(head(run).table(), run.ids())).toList();
    }

    private List<String> alternatives(Generation generation) throws StateException {
        List<String> texts = new ArrayList<>();
        for (Generation.Alternative each : generation.alternatives()) {
            texts.add(textOf(each.ids()));
        }
        return texts;
    }

    /** With what ends any text: stop texts, those that are one token as tokens. */
    private GenerationOptions ending(GenerationOptions options) {
        Set<Integer> stops = StopIds.of(body, target.table(), target.tokenizer());
        stops.addAll(options.stopIds());
        for (String stop : template.stops()) {
            target.tokenizer().id(stop).ifPresent(stops::add);
        }
        return options.withStopIds(stops).withStopTexts(StopTexts.of(target.tokenizer(), template.stops()));
    }

    private String textOf(int[] ids) throws StateException {
        return StopTexts.of(target.tokenizer(), template.stops()).before(target.tokenizer().decode(ids, true)).strip();
    }
}
