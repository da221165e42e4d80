package org.hydraworkbench.hydra;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.Generation;
import org.hydraworkbench.model.GenerationOptions;
import org.hydraworkbench.model.Generator;
import org.hydraworkbench.model.NearestTokens;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.StopIds;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/** Translates in one direction: the prompt through the table of each part's side, the answer out of the target's head. */
final class Translator {

    private final Decoder body;
    private final HydraHead source;
    private final HydraHead target;
    private final PromptTemplate template;

    Translator(Decoder body, HydraHead source, HydraHead target, PromptTemplate template) {
        this.body = body;
        this.source = source;
        this.target = target;
        this.template = template;
    }

    Translation translate(
            String text, GenerationOptions options, @Nullable NearestTokens nearest, TranslationListener listener, Progress progress)
            throws HydraException {
        List<PromptRun> runs = prompt(text);
        List<Translation.PromptToken> read = new ArrayList<>();
        for (PromptRun run : runs) {
            HydraHead head = head(run);
            for (int id : run.ids()) {
                read.add(new Translation.PromptToken(head.language(), id, head.tokenizer().piece(id)));
            }
        }
        TextStream stream = new TextStream(target.tokenizer());
        List<Translation.Token> written = new ArrayList<>();
        AtomicBoolean atStopText = new AtomicBoolean();
        Generation generation = Generator.generate(
                body,
                parts(runs),
                target.table(),
                options.withStopIds(stopIds(options)),
                nearest,
                (id, logProbability) -> {
                    Translation.Token token = new Translation.Token(
                            target.language(), id, target.tokenizer().piece(id), Math.exp(logProbability));
                    written.add(token);
                    String soFar = stream.add(id);
                    String shown = untilStop(soFar);
                    atStopText.set(shown.length() < soFar.length());
                    return listener.token(token, shown) && !atStopText.get();
                },
                progress);
        List<String> alternatives = alternatives(generation);
        Generation.Ending ending = atStopText.get() ? Generation.Ending.STOP_TOKEN : generation.ending();
        return new Translation(textOf(generation.ids()), read, written, generation.logProbability(), ending, alternatives);
    }

    /** All that is found with the help of {@code nearest} and without. */
    List<String> write(String text, GenerationOptions options, NearestTokens nearest, Progress progress) throws HydraException {
        List<String> texts = new ArrayList<>();
        for (Generation each : Generator.withAndWithout(
                body, parts(prompt(text)), target.table(), options.withStopIds(stopIds(options)), nearest, progress)) {
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

    /** What ends any text, and stop texts that are one token. */
    private Set<Integer> stopIds(GenerationOptions options) {
        Set<Integer> stops = StopIds.of(body, target.table(), target.tokenizer());
        stops.addAll(options.stopIds());
        for (String stop : template.stops()) {
            target.tokenizer().id(stop).ifPresent(stops::add);
        }
        return stops;
    }

    private String textOf(int[] ids) throws StateException {
        return untilStop(target.tokenizer().decode(ids, true)).strip();
    }

    private String untilStop(String text) {
        int end = text.length();
        for (String stop : template.stops()) {
            int at = text.indexOf(stop);
            if (at >= 0 && at < end) {
                end = at;
            }
        }
        return text.substring(0, end);
    }
}
