package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what stands between the brackets of a call. */
final class ArgumentParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    ArgumentParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** The arguments of a call, with their brackets. */
    Expression.CallArguments read() {
        Place place = tokens.place();
        tokens.expectOperator("(");
        List<Expression> positional = new ArrayList<>();
        List<Expression.Named> named = new ArrayList<>();
        Set<String> used = new HashSet<>();
        Expression more = null;
        Expression moreNamed = null;
        while (!tokens.current().isOperator(")")) {
            if (moreNamed != null) {
                throw new TemplateFailure("nothing may follow the ** argument of a call", place);
            }
            if (tokens.skipOperator("**")) {
                moreNamed = expressions.expression();
            } else if (tokens.current().is(Token.Kind.NAME) && tokens.ahead().isOperator("=")) {
                Token name = tokens.next();
                tokens.next();
                if (!used.add(name.text())) {
                    throw new TemplateFailure("the argument '" + name.text() + "' is given twice", name.place());
                }
                named.add(new Expression.Named(name.text(), expressions.expression()));
            } else if (more != null) {
                throw new TemplateFailure("only named arguments may follow the * argument of a call", place);
            } else if (tokens.skipOperator("*")) {
                more = expressions.expression();
            } else if (!named.isEmpty()) {
                throw new TemplateFailure("an argument without a name follows one with a name", place);
            } else {
                positional.add(expressions.expression());
            }
            if (!tokens.skipOperator(",")) {
                break;
            }
        }
        tokens.expectOperator(")");
        return new Expression.CallArguments(List.copyOf(positional), List.copyOf(named), more, moreNamed);
    }
}
