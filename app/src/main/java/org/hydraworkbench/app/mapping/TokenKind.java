package org.hydraworkbench.app.mapping;

import java.util.function.Predicate;
import org.hydraworkbench.mapping.Origin;

/** Which target tokens a person wants to see. */
public enum TokenKind {
    ALL(line -> true),
    /** Nothing is known of them. */
    UNMAPPED(line -> line.origin() == Origin.UNKNOWN || line.row().size() == 0),
    /** Spread over many source tokens: as much as over eight equal ones, or more. */
    HIGH_ENTROPY(line -> line.entropy() >= 3),
    FROM_LINKS(line -> line.origin() == Origin.EVIDENCE),
    COMPLETED(line -> line.origin() == Origin.COMPLETED),
    SPECIAL(line -> line.origin() == Origin.SPECIAL);

    private final Predicate<TokenLine> predicate;

    TokenKind(Predicate<TokenLine> predicate) {
        this.predicate = predicate;
    }

    boolean has(TokenLine line) {
        return predicate.test(line);
    }
}
