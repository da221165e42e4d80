package org.hydraworkbench.train;

import com.google.gson.JsonObject;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;

/**
 * How a run was measured so far that ends when it gets no better.
 *
 * @param by hash of the file that it is measured by
 * @param bitsPerByte of the best measurement; infinite before any
 * @param step after which that was made; 0 before any
 * @param since measurements in a row after it that were not better
 * @param measured step after which the last measurement was made
 */
record BestSoFar(String by, double bitsPerByte, long step, int since, long measured) {

    /** Nothing was measured yet. */
    static BestSoFar none(String by) {
        return new BestSoFar(by, Double.POSITIVE_INFINITY, 0, 0, 0);
    }

    /** With another measurement, made after step {@code at}; one that is no number is not better. */
    BestSoFar with(long at, double value) {
        return value < bitsPerByte
                ? new BestSoFar(by, value, at, 0, at)
                : new BestSoFar(by, bitsPerByte, step, since + 1, at);
    }

    /** Whether there is a best. */
    boolean isAny() {
        return step > 0;
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("by", by);
        json.addProperty("bits-per-byte", bitsPerByte);
        json.addProperty("step", step);
        json.addProperty("since", since);
        json.addProperty("measured", measured);
        return json;
    }

    static BestSoFar read(JsonFields json) throws InputException {
        BestSoFar best = new BestSoFar(
                json.requiredText("by"),
                json.requiredNumber("bits-per-byte"),
                json.integer("step", 0, 1, Integer.MAX_VALUE),
                json.integer("since", 0, 0, Integer.MAX_VALUE),
                json.integer("measured", 0, 1, Integer.MAX_VALUE));
        json.end();
        return best;
    }
}
