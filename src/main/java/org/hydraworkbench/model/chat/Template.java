package org.hydraworkbench.model.chat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.InputException;

/** A template that has been read. Values of variables are never taken for templates themselves. Immutable. */
final class Template {

    private final List<Statement> body;

    private Template(List<Statement> body) {
        this.body = body;
    }

    /**
     * Reads a template.
     *
     * @throws InputException with line and column, when it cannot be read or uses what is not known here
     */
    static Template parse(String template) throws InputException {
        try {
            return new Template(StatementParser.parse(template));
        } catch (TemplateFailure e) {
            throw failed("cannot be read", e);
        }
    }

    /**
     * What the template writes.
     *
     * @param variables values of Java's own: strings, numbers, booleans, null, lists and maps of these
     * @param clock says what time it is for the template
     * @throws InputException with line and column, when it fails or refuses the variables
     */
    String render(Map<String, ?> variables, Clock clock) throws InputException {
        Scope scope = new Scope(null);
        Globals.addTo(scope, clock);
        variables.forEach((name, value) -> scope.set(name, Values.of(value)));
        try {
            return new Renderer().render(body, scope);
        } catch (TemplateFailure e) {
            throw failed("fails", e);
        } catch (StackOverflowError e) {
            // Values can be nested deeper than templates: a list in a list, made in a loop.
            throw new InputException("The chat template fails: its values are nested too deeply.", e);
        }
    }

    private static InputException failed(String how, TemplateFailure failure) {
        String sentence = failure.sentence();
        return new InputException("The chat template " + how + " " + sentence + (sentence.matches(".*[.!?]") ? "" : "."), failure);
    }
}
