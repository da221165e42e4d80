package org.hydraworkbench.project.conversations;

import com.google.gson.JsonObject;
import java.time.Instant;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * One text and its translation.
 *
 * @param id its id in the project; grows with time
 * @param from the language of the question
 * @param to the language of the answer
 * @param question the text that was to be translated
 * @param answer its translation, or as much of it as came
 * @param state how the answer ended
 * @param details what else is worth telling: model, template, decoding, alternatives, probability
 * @param correction what a person made of the answer; empty while it was not corrected
 * @param pair the pair of the project that the correction became, or null
 * @param author who asked
 * @param time when
 */
public record Exchange(
        long id,
        LanguageTag from,
        LanguageTag to,
        String question,
        String answer,
        State state,
        JsonObject details,
        String correction,
        @Nullable Long pair,
        String author,
        Instant time) {

    /** How an answer ended. */
    public enum State {
        DONE,
        /** A person stopped it; what had come stays. */
        STOPPED,
        FAILED;

        static final Choice<State> CODES = Choice.of(values(), state -> switch (state) {
            case DONE -> "done";
            case STOPPED -> "stopped";
            case FAILED -> "failed";
        });
    }
}
