package org.hydraworkbench.model.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hydraworkbench.base.InputException;

class TemplatePropertiesTest {

    private static final List<String> PIECES = List.of(
            "{{", "}}", "{%", "%}", "{#", "#}", "-", "+", " ", "\n", "if", "else", "elif", "endif", "for", "in", "endfor", "set", "=", "x", "y",
            "'", "\"", "1", ".", ",", "(", ")", "[", "]", "{", "}", ":", "|", "trim", "tojson", "is", "not", "defined", "~", "*", "%", "raw",
            "endraw", "macro", "endmacro", "loop", "break", "é", "😀", "text ", "\\", "\r");

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(PIECES).list().ofMaxSize(30).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> statements() {
        return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> "{% " + String.join(" ", pieces) + " %}");
    }

    /** What people say is never taken for a template, however much it looks like one. */
    @Property(tries = 300)
    void aMessageComesOutAsItIs(@ForAll("soup") String said) throws InputException {
        String template = "{% for m in messages %}<{{ m.content }}>{% set c = m['content'] %}{{ c + c }}{% endfor %}";
        String prompt = ChatTemplate.of("a test", template, Map.of())
                .render(List.of(Map.of("role", "user", "content", said)), true, Map.of(), Clock.systemUTC());
        assertThat(prompt).isEqualTo("<" + said + ">" + said + said);
    }

    /** Never another error, whatever the template. */
    @Property(tries = 1000)
    void aTemplateIsRenderedOrRefused(@ForAll("soup") String soup, @ForAll("statements") String statement) {
        for (String template : List.of(soup, statement, statement + soup)) {
            try {
                assertThat(Template.parse(template).render(Map.of("x", List.of("a", 1)), Clock.systemUTC())).isNotNull();
            } catch (InputException e) {
                assertThat(e.getMessage()).startsWith("The chat template ").endsWith(".");
            }
        }
    }
}
