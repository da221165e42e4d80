package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a whole template. */
final class StatementParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final TargetParser targets;

    /** How many loops the current place is inside of, for assignments to {@code loop}. */
    private int loops;

    /** The same without those outside of the innermost macro, for {@code break}. */
    private int breakable;

    private StatementParser(TokenStream tokens) {
        this.tokens = tokens;
        expressions = new ExpressionParser(tokens);
        targets = new TargetParser(tokens);
    }

    /**
     * Reads a template.
     *
     * @throws TemplateFailure when it is none
     */
    static List<Statement> parse(String template) {
        StatementParser parser = new StatementParser(new TokenStream(Lexer.tokens(template)));
        List<Statement> body = parser.body(Set.of());
        if (!parser.tokens.current().is(Token.Kind.END)) {
            throw parser.unknownTag();
        }
        return body;
    }

    /** Statements up to a tag that begins with one of the names; that name is the current token then. */
    private List<Statement> body(Set<String> ends) {
        List<Statement> body = new ArrayList<>();
        while (!tokens.current().is(Token.Kind.END)) {
            Token token = tokens.next();
            if (token.is(Token.Kind.DATA)) {
                body.add(new Statement.Text(token.text()));
            } else if (token.is(Token.Kind.VARIABLE_BEGIN)) {
                body.add(new Statement.Print(expressions.tuple()));
                tokens.expect(Token.Kind.VARIABLE_END, "'}}'");
            } else {
                if (tokens.current().is(Token.Kind.NAME) && ends.contains(tokens.current().text())) {
                    return body;
                }
                tokens.enter();
                body.add(statement());
                tokens.leave();
                tokens.expect(Token.Kind.BLOCK_END, "'%}'");
            }
        }
        if (!ends.isEmpty()) {
            throw tokens.unexpected("'" + String.join("' or '", ends.stream().sorted().toList()) + "'");
        }
        return body;
    }

    /** The rest of a tag and the statements after it, and the name that ends them. */
    private List<Statement> block(String... ends) {
        tokens.skipOperator(":");
        tokens.expect(Token.Kind.BLOCK_END, "'%}'");
        List<Statement> body = body(Set.of(ends));
        return List.copyOf(body);
    }

    /** As {@link #block}, and passes the name at the end. */
    private List<Statement> wholeBlock(String end) {
        List<Statement> body = block(end);
        tokens.expectName(end);
        return body;
    }

    private Statement statement() {
        Token tag = tokens.current();
        if (!tag.is(Token.Kind.NAME)) {
            throw tokens.unexpected("the name of a tag");
        }
        return switch (tag.text()) {
            case "if" -> ifStatement();
            case "for" -> forStatement();
            case "set" -> set();
            case "macro" -> macro();
            case "with" -> with();
            case "filter" -> filterBlock();
            case "generation" -> {
                tokens.next();
                yield new Statement.Generation(unbreakable("endgeneration"));
            }
            case "break", "continue" -> {
                tokens.next();
                if (breakable == 0) {
                    throw new TemplateFailure("'" + tag.text() + "' stands outside of a loop", tag.place());
                }
                yield tag.text().equals("break") ? new Statement.Break() : new Statement.Continue();
            }
            default -> throw unknownTag();
        };
    }

    private TemplateFailure unknownTag() {
        return tokens.failure("the tag " + tokens.current().shown() + " is not known here");
    }

    private Statement ifStatement() {
        List<Statement.Branch> branches = new ArrayList<>();
        do {
            tokens.next();
            Expression test = expressions.tupleWithoutCondition();
            branches.add(new Statement.Branch(test, block("elif", "else", "endif")));
        } while (tokens.current().isName("elif"));
        List<Statement> otherwise = tokens.skipName("else") ? block("endif") : List.of();
        tokens.expectName("endif");
        return new Statement.If(List.copyOf(branches), otherwise);
    }

    private Statement forStatement() {
        Place place = tokens.next().place();
        Statement.Target target = targets.read(false, true);
        tokens.expectName("in");
        Expression items = expressions.tupleWithoutCondition();
        Expression condition = tokens.skipName("if") ? expressions.expression() : null;
        if (tokens.current().isName("recursive")) {
            throw tokens.failure("recursive loops are not known here");
        }
        loops++;
        breakable++;
        List<Statement> body = block("endfor", "else");
        breakable--;
        List<Statement> otherwise = tokens.skipName("else") ? block("endfor") : List.of();
        loops--;
        tokens.expectName("endfor");
        return new Statement.For(target, items, condition, body, otherwise, place);
    }

    private Statement set() {
        Place place = tokens.next().place();
        Statement.Target target = targets.read(true, loops > 0);
        if (tokens.skipOperator("=")) {
            return new Statement.Assign(target, expressions.tuple(), place);
        }
        List<Statement.BodyFilter> filters = new ArrayList<>();
        while (tokens.skipOperator("|")) {
            filters.add(expressions.primaries().filter());
        }
        return new Statement.AssignBlock(target, List.copyOf(filters), wholeBlock("endset"), place);
    }

    private Statement filterBlock() {
        tokens.next();
        List<Statement.BodyFilter> filters = new ArrayList<>();
        do {
            filters.add(expressions.primaries().filter());
        } while (tokens.skipOperator("|"));
        return new Statement.FilterBlock(List.copyOf(filters), wholeBlock("endfilter"));
    }

    private Statement with() {
        Place place = tokens.next().place();
        List<Statement.Target> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!tokens.current().is(Token.Kind.BLOCK_END)) {
            if (!names.isEmpty()) {
                tokens.expectOperator(",");
            }
            names.add(new Statement.Target.Variable(targets.assignable(false)));
            tokens.expectOperator("=");
            values.add(expressions.expression());
        }
        return new Statement.With(List.copyOf(names), List.copyOf(values), wholeBlock("endwith"), place);
    }

    private Statement macro() {
        tokens.next();
        String name = targets.assignable(loops > 0);
        tokens.expectOperator("(");
        List<Statement.Parameter> parameters = new ArrayList<>();
        boolean optional = false;
        while (!tokens.current().isOperator(")")) {
            if (!parameters.isEmpty()) {
                tokens.expectOperator(",");
            }
            String parameter = targets.assignable(false);
            Expression otherwise = tokens.skipOperator("=") ? expressions.expression() : null;
            if (optional && otherwise == null) {
                throw tokens.failure("a parameter without a default follows one with a default");
            }
            if (isAmong(parameters, parameter)) {
                throw tokens.failure("the parameter '" + parameter + "' is named twice");
            }
            optional = otherwise != null;
            parameters.add(new Statement.Parameter(parameter, otherwise));
        }
        tokens.expectOperator(")");
        Set<String> before = Set.copyOf(expressions.names());
        expressions.names().clear();
        List<Statement> body = unbreakable("endmacro");
        boolean takesMore = expressions.names().contains("varargs") && !isAmong(parameters, "varargs");
        boolean takesMoreNamed = expressions.names().contains("kwargs") && !isAmong(parameters, "kwargs");
        expressions.names().addAll(before);
        return new Statement.Macro(name, List.copyOf(parameters), body, takesMore, takesMoreNamed);
    }

    private static boolean isAmong(List<Statement.Parameter> parameters, String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    private List<Statement> unbreakable(String end) {
        int outside = breakable;
        breakable = 0;
        List<Statement> body = wholeBlock(end);
        breakable = outside;
        return body;
    }
}
