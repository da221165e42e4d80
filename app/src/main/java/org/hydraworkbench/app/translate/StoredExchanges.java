package org.hydraworkbench.app.translate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.conversations.Exchange.State;
import org.hydraworkbench.text.LanguageTag;

/** A conversation as the project keeps it. */
final class StoredExchanges {

    private static final int VERSION = 1;

    private static final Choice<Decoding.Mode> MODES = Choice.of(Decoding.Mode.values(), mode -> switch (mode) {
        case GREEDY -> "greedy";
        case BEAM -> "beam";
        case SAMPLING -> "sampling";
    });

    private static final Choice<AnswerBy> BY = Choice.of(AnswerBy.values(), by -> switch (by) {
        case EVERYTHING -> "everything";
        case PHRASES -> "phrases";
        case HYDRA -> "hydra";
    });

    private StoredExchanges() {}

    /** The conversation that goes on in a project. */
    static List<Exchange> read(Project project) throws HydraException {
        List<Exchange> exchanges = new ArrayList<>();
        for (org.hydraworkbench.project.conversations.Exchange stored : project.conversations().current()) {
            exchanges.add(exchange(stored));
        }
        return exchanges;
    }

    private static Exchange exchange(org.hydraworkbench.project.conversations.Exchange stored) throws InputException {
        JsonFields in = JsonFields.of(stored.details());
        in.version(VERSION);
        Decoding usual = Decoding.defaults();
        Exchange exchange = new Exchange(new Exchange.Request(
                stored.question(),
                stored.from().toString(),
                stored.to().toString(),
                in.choice("by", BY, AnswerBy.EVERYTHING),
                in.flag("beside", false),
                in.text("template", ""),
                new Decoding(
                        in.choice("mode", MODES, usual.mode()),
                        in.integer("beams", usual.beams(), 0, Integer.MAX_VALUE),
                        in.number("temperature", usual.temperature()),
                        in.integer("top-k", usual.topK(), 0, Integer.MAX_VALUE),
                        in.number("top-p", usual.topP()),
                        in.integer("max-tokens", usual.maxTokens(), 1, Integer.MAX_VALUE)),
                in.integer("edited-rows", 0, 0, Integer.MAX_VALUE),
                in.text("hydra", ""),
                stored.time()));
        double probability = in.number("log-probability", Double.NaN);
        if (in.has("confidence")) {
            List<Shaped> shaped = new ArrayList<>();
            for (JsonFields each : in.objects("shaped")) {
                shaped.add(StoredShapes.read(each, stored.answer().length()));
            }
            exchange.finish(new JudgedAnswer(
                    stored.answer(), in.requiredNumber("confidence"), probability, in.texts("alternatives"), shaped));
        } else {
            exchange.finish(stored.answer(), probability, in.texts("alternatives"), stored.state() == State.STOPPED);
        }
        if (stored.state() == State.FAILED) {
            exchange.failed();
        }
        exchange.corrected(stored.correction());
        exchange.stored(stored.id(), stored.pair() != null);
        return exchange;
    }

    /** Adds an exchange that has ended to a project; its id there. Not for the JavaFX thread. */
    static long add(Project project, Exchange.Request request, Outcome outcome) throws HydraException {
        return project.conversations().add(
                LanguageTag.parse(request.from()),
                LanguageTag.parse(request.to()),
                request.text(),
                outcome.answer(),
                outcome.state(),
                details(request, outcome));
    }

    /**
     * How an answer ended.
     *
     * @param alternatives what else was found, best first
     * @param logProbability of the answer; NaN where it is not known
     * @param confidence the chrF that is expected of it; NaN where nobody judged it
     * @param shaped what shaped it
     */
    record Outcome(
            State state, String answer, List<String> alternatives, double logProbability, double confidence, List<Shaped> shaped) {

        static Outcome of(Exchange exchange) {
            State state = switch (exchange.stateProperty().get()) {
                case DONE -> State.DONE;
                case FAILED -> State.FAILED;
                case STOPPED, WAITING, ANSWERING -> State.STOPPED;
            };
            return new Outcome(
                    state,
                    exchange.answer(),
                    List.copyOf(exchange.alternatives()),
                    exchange.logProbability(),
                    exchange.confidence(),
                    exchange.shapedProperty().get());
        }
    }

    private static JsonObject details(Exchange.Request request, Outcome outcome) {
        Decoding decoding = request.decoding();
        JsonObject json = new JsonObject();
        json.addProperty("version", VERSION);
        json.addProperty("by", BY.code(request.by()));
        json.addProperty("beside", request.beside());
        json.addProperty("template", request.template());
        json.addProperty("hydra", request.hydra());
        json.addProperty("edited-rows", request.editedRows());
        json.addProperty("mode", MODES.code(decoding.mode()));
        json.addProperty("beams", decoding.beams());
        json.addProperty("temperature", decoding.temperature());
        json.addProperty("top-k", decoding.topK());
        json.addProperty("top-p", decoding.topP());
        json.addProperty("max-tokens", decoding.maxTokens());
        if (!Double.isNaN(outcome.logProbability())) {
            json.addProperty("log-probability", outcome.logProbability());
        }
        JsonArray alternatives = new JsonArray();
        outcome.alternatives().forEach(alternatives::add);
        json.add("alternatives", alternatives);
        if (!Double.isNaN(outcome.confidence())) {
            json.addProperty("confidence", outcome.confidence());
            JsonArray shaped = new JsonArray();
            outcome.shaped().forEach(each -> shaped.add(StoredShapes.json(each)));
            json.add("shaped", shaped);
        }
        return json;
    }
}
