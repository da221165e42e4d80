package org.hydraworkbench.app.translate;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One text and its translation, while it comes in and afterwards. Belongs to the JavaFX thread. */
public final class Exchange {

    /** How far the answer is. */
    public enum State {
        WAITING,
        ANSWERING,
        DONE,
        /** The person stopped it; what had come stays. */
        STOPPED,
        FAILED
    }

    /**
     * What was asked.
     *
     * @param text the text to translate
     * @param from language tag
     * @param to language tag
     * @param by what it is answered by
     * @param beside whether it is shown beside the one before it, which asks the same
     * @param template name of the prompt template
     * @param decoding how the answer is chosen
     * @param editedRows how many rows the person's edits move in this answer; 0 when edits are switched off
     * @param hydra name of the model; empty without one
     * @param asked when
     */
    public record Request(
            String text,
            String from,
            String to,
            AnswerBy by,
            boolean beside,
            String template,
            Decoding decoding,
            int editedRows,
            String hydra,
            Instant asked) {}

    private final Request request;
    private final ObservableList<AnswerToken> tokens = FXCollections.observableArrayList();
    private final ObservableList<String> alternatives = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper correction = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Shaped>> shaped = new ReadOnlyObjectWrapper<>(List.of());
    private double logProbability = Double.NaN;
    private double confidence = Double.NaN;
    private long id;
    private boolean kept;

    Exchange(Request request) {
        this.request = request;
    }

    public Request request() {
        return request;
    }

    public ObservableList<AnswerToken> tokens() {
        return tokens;
    }

    /** What else was found, best first. */
    public ObservableList<String> alternatives() {
        return alternatives;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether it ended in an earlier session, of which the project has the answer, but not its tokens. */
    boolean isStored() {
        return isEnded() && tokens.isEmpty() && !answer.get().isEmpty();
    }

    public boolean isEnded() {
        return state.get() != State.WAITING && state.get() != State.ANSWERING;
    }

    /** The answer so far. */
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public String answer() {
        return answer.get();
    }

    /** What the person made of the answer; empty while it was not corrected. */
    public ReadOnlyStringProperty correctionProperty() {
        return correction.getReadOnlyProperty();
    }

    /** The natural logarithm of the probability of the whole answer; NaN until it is there. */
    public double logProbability() {
        return logProbability;
    }

    /** What shaped the answer, stretch by stretch; none where the Hydra answered by itself. */
    public ReadOnlyObjectProperty<List<Shaped>> shapedProperty() {
        return shaped.getReadOnlyProperty();
    }

    /** The chrF that is expected of the answer, 0 to 100; NaN where nobody judged it. */
    public double confidence() {
        return confidence;
    }

    void add(List<AnswerToken> more) {
        if (!isEnded()) {
            state.set(State.ANSWERING);
            tokens.addAll(more);
            answer.set(tokens.stream().map(AnswerToken::text).collect(Collectors.joining()));
        }
    }

    void finish(String text, double probability, List<String> others, boolean stopped) {
        answer.set(text);
        logProbability = probability;
        alternatives.setAll(others);
        state.set(stopped ? State.STOPPED : State.DONE);
    }

    /** Shows what phrases answer, until the Hydra has judged too. */
    void begin(JudgedAnswer byPhrases) {
        if (state.get() == State.WAITING) {
            state.set(State.ANSWERING);
            shaped.set(List.copyOf(byPhrases.shaped()));
            answer.set(byPhrases.text());
        }
    }

    void finish(JudgedAnswer judged) {
        confidence = judged.confidence();
        shaped.set(List.copyOf(judged.shaped()));
        finish(judged.text(), judged.logProbability(), judged.others(), false);
    }

    /** Ends it where it is, unless it has ended. */
    void stopped() {
        if (!isEnded()) {
            state.set(State.STOPPED);
        }
    }

    void failed() {
        state.set(State.FAILED);
    }

    void corrected(String text) {
        correction.set(text);
        kept = false;
    }

    /** Notes under which id the project has it, and whether its correction is a pair of the project. */
    void stored(long storedId, boolean isPair) {
        id = storedId;
        kept = isPair;
    }

    /** Its id in the project; 0 until it is there. */
    long id() {
        return id;
    }

    /** Whether its correction is a pair of the project. */
    boolean isKept() {
        return kept;
    }
}
