package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what a value is given to. */
final class TargetParser {

    private static final Set<String> CONSTANTS = Set.of("true", "false", "none", "True", "False", "None");

    private final TokenStream tokens;

    TargetParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** The name of a variable; inside of a loop {@code loop} cannot be given a value. */
    String assignable(boolean inLoop) {
        Token name = tokens.expect(Token.Kind.NAME, "a name");
        if (CONSTANTS.contains(name.text()) || (inLoop && name.text().equals("loop"))) {
            throw new TemplateFailure("'" + name.text() + "' cannot be given a value", name.place());
        }
        return name.text();
    }

    /**
     * One target, or several with commas between.
     *
     * @param members whether attributes of namespaces are allowed
     * @param inLoop whether it stands inside of a loop
     */
    Statement.Target read(boolean members, boolean inLoop) {
        List<Statement.Target> targets = new ArrayList<>();
        boolean several = false;
        while (!tokens.endsTuple()) {
            targets.add(one(members, inLoop));
            if (!tokens.skipOperator(",")) {
                break;
            }
            several = true;
        }
        if (targets.isEmpty()) {
            throw tokens.unexpected("a name");
        }
        return several ? new Statement.Target.Several(List.copyOf(targets)) : targets.getFirst();
    }

    private Statement.Target one(boolean members, boolean inLoop) {
        if (tokens.skipOperator("(")) {
            tokens.enter();
            Statement.Target inside = read(false, inLoop);
            tokens.leave();
            tokens.expectOperator(")");
            return inside;
        }
        if (members && tokens.ahead().isOperator(".") && tokens.current().is(Token.Kind.NAME)) {
            String namespace = tokens.next().text();
            tokens.next();
            return new Statement.Target.Member(namespace, tokens.expect(Token.Kind.NAME, "a name").text());
        }
        return new Statement.Target.Variable(assignable(inLoop));
    }
}
