package org.hydraworkbench.model.chat;

/**
 * What a name stands for that has no value. It may be written, which gives nothing, counts as false and has no items; all else that is
 * done with it fails.
 *
 * @param reason why there is no value, as a part of a sentence
 */
record Undefined(String reason) {

    TemplateFailure failure() {
        return new TemplateFailure(reason);
    }
}
