package org.hydraworkbench.train;

import com.google.gson.JsonObject;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;

/**
 * What a model in training made of a text.
 *
 * @param prompt what it translated, or went on from
 * @param text what it wrote: the likeliest token each time, {@value Sampler#MOST_TOKENS} at most
 * @param reference how a person translated it, or how the text goes on; empty where that is not known
 */
public record Sample(String prompt, String text, String reference) {

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("prompt", prompt);
        json.addProperty("text", text);
        json.addProperty("reference", reference);
        return json;
    }

    static Sample of(JsonFields in) throws InputException {
        return new Sample(in.text("prompt").orElse(""), in.text("text").orElse(""), in.text("reference").orElse(""));
    }
}
