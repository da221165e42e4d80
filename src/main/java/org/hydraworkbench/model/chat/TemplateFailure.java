package org.hydraworkbench.model.chat;

import org.jspecify.annotations.Nullable;

/**
 * A template cannot be read or rendered. It is unchecked because it also comes out of iterators, and stays inside this package:
 * {@link Template} makes an {@link org.hydraworkbench.base.InputException} of it.
 */
final class TemplateFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient @Nullable Place place;

    TemplateFailure(String reason) {
        this(reason, null);
    }

    TemplateFailure(String reason, @Nullable Place place) {
        super(reason, null, false, false);
        this.reason = reason;
        this.place = place;
    }

    /** The same with a place, unless it has one already. */
    TemplateFailure at(Place where) {
        return place == null ? new TemplateFailure(reason, where) : this;
    }

    /** The reason with the place, without a full stop. */
    String sentence() {
        return place == null ? reason : "in " + place + ": " + reason;
    }
}
