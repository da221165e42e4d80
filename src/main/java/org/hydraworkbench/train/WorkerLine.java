package org.hydraworkbench.train;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;

/** What a {@link TrainWorker} tells its parent, a JSON object on each line of its standard output. */
sealed interface WorkerLine {

    /** A step was done. */
    record Step(Metrics metrics) implements WorkerLine {}

    /** What is being done now, as by {@link org.hydraworkbench.base.Progress#message}. */
    record Message(String text) implements WorkerLine {}

    /** A line for the log. */
    record Log(String text) implements WorkerLine {}

    /** The run failed; the exit code tells the kind. */
    record Failure(String sentence) implements WorkerLine {}

    /** The model is written. */
    record Done(TrainOutcome outcome) implements WorkerLine {}

    default String toJson() {
        JsonObject json = new JsonObject();
        switch (this) {
            case Step step -> {
                return step.metrics.toJson();
            }
            case Message message -> json.addProperty("message", message.text);
            case Log log -> json.addProperty("log", log.text);
            case Failure failure -> json.addProperty("failure", failure.sentence);
            case Done done -> {
                json.addProperty("done", done.outcome.steps());
                json.addProperty("kept", done.outcome.kept());
                done.outcome.loss().ifPresent(loss -> json.addProperty("loss", loss));
            }
        }
        return json.toString();
    }

    /** Reads a line; empty when it comes from somebody else, a library or the Java machine. */
    static Optional<WorkerLine> parse(String line) {
        Optional<Metrics> metrics = Metrics.parse(line);
        if (metrics.isPresent()) {
            return Optional.of(new Step(metrics.get()));
        }
        try {
            JsonFields json = JsonFields.parse(line);
            if (json.has("done")) {
                OptionalDouble loss = json.has("loss") ? OptionalDouble.of(json.number("loss", 0)) : OptionalDouble.empty();
                return Optional.of(new Done(new TrainOutcome(json.longInteger("done", 0), json.longInteger("kept", 0), loss)));
            }
            if (json.has("failure")) {
                return json.text("failure").map(Failure::new);
            }
            if (json.has("message")) {
                return json.text("message").map(Message::new);
            }
            return json.text("log").map(Log::new);
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
