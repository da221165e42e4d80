package org.hydraworkbench.server;

import com.google.gson.JsonElement;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.Progress;

/**
 * What is done under a path.
 *
 * @param method the only one that is taken, GET or POST
 * @param works whether it may take long, so that it waits for its turn; others are answered at once
 * @param task what it does
 */
record Endpoint(String method, boolean works, Task task) {

    static Endpoint get(Task task) {
        return new Endpoint("GET", false, task);
    }

    /** Asks by GET for what may take long. */
    static Endpoint getWork(Task task) {
        return new Endpoint("GET", true, task);
    }

    static Endpoint post(Task task) {
        return new Endpoint("POST", true, task);
    }

    /** Makes the answer. */
    @FunctionalInterface
    interface Task {

        JsonElement answer(JsonFields asked, Progress progress) throws HydraException;
    }
}
