package org.hydraworkbench.model.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.hydraworkbench.base.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static String render(String template, Map<String, ?> variables) throws InputException {
        return Template.parse(template).render(variables, Clock.systemUTC());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "a\\n {{ x.y }}; fails in line 2, column 6: 'x' is undefined.",
        "{% if a %}\\n\\n{% endfor %}; cannot be read in line 3, column 4: the tag 'endfor' is not known here.",
        "{{ 'a' | frobnicate }}; fails in line 1, column 10: the filter 'frobnicate' is not known here.",
        "{{ 'a' is frobnicated }}; fails in line 1, column 8: the test 'frobnicated' is not known here.",
        "{{ 'a'.encode() }}; fails in line 1, column 14: the method 'encode' of a str is not known here.",
        "{{ [].append(1) }}; fails in line 1, column 13: 'append' would change a list, which a template may not do.",
        "{{ raise_exception('No.') }}; fails in line 1, column 19: it refuses the messages: No.",
        "{% include 'x' %}; cannot be read in line 1, column 4: the tag 'include' is not known here.",
        "{{ 1 + }}; cannot be read in line 1, column 8: '}}' stands where an expression should be.",
        "{% for x in 5 %}{% endfor %}; fails in line 1, column 4: a value of the type int has no items to go through.",
        "{{ strftime_now('%Q') }}; fails in line 1, column 16: the time format '%Q' is not known here."
    })
    void anErrorIsASentenceWithItsPlace(String template, String sentence) {
        assertThatThrownBy(() -> render(template.replace("\\n", "\n"), Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessage("The chat template " + sentence);
    }

    @Test
    void timeComesFromTheClock() throws InputException {
        Clock clock = Clock.fixed(Instant.parse("2031-12-31T23:30:00Z"), ZoneId.of("Africa/Algiers"));
        assertThat(Template.parse("{{ strftime_now('%d %b %Y, %H:%M') }}").render(Map.of(), clock)).isEqualTo("01 Jan 2032, 00:30");
    }

    @Test
    void whatIsGivenIsNotChanged() throws InputException {
        List<Object> messages = new ArrayList<>(List.of(new HashMap<>(Map.of("role", "user"))));
        render("{% set messages = messages + [1] %}{% set ns = namespace(m=messages[0]) %}{% set ns.m = 1 %}", Map.of("messages", messages));
        assertThat(messages).isEqualTo(List.of(Map.of("role", "user")));
    }

    @Test
    void valuesOfJavaBecomeThoseOfTemplates() throws InputException {
        Map<String, Object> values = new HashMap<>();
        values.put("x", Arrays.asList(1, 2L, 1.5, "a", true, null, Map.of("k", List.of())));
        assertThat(render("{{ x }}", values)).isEqualTo("[1, 2, 1.5, 'a', True, None, {'k': []}]");
    }

    /** Each would take for ever, or all memory. */
    @ParameterizedTest
    @ValueSource(strings = {
        "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}{% endfor %}{% endfor %}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        "{% set ns = namespace(x='ab') %}{% for a in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
        "{% set ns = namespace(x='ab') %}{% for a in range(99) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
        "{% set ns = namespace(x='ab') %}{% for a in range(99) %}{% set ns.x = ns.x.replace('a', 'aa') %}{% endfor %}",
        "{% set ns = namespace(x='ab') %}{% for a in range(99) %}{% set ns.x = [ns.x, ns.x] | join %}{% endfor %}",
        "{% set ns = namespace(x=[1]) %}{% for a in range(99) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
        "{% set ns = namespace(x=[1]) %}{% for a in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
        "{% set ns = namespace(x=[1]) %}{% for a in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x | tojson }}",
        "{% set ns = namespace(x=[1]) %}{% for a in range(99999) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x }}",
        "{% set ns = namespace(x=[1], y=[1]) %}{% for a in range(99999) %}{% set ns.x = [ns.x] %}{% set ns.y = [ns.y] %}{% endfor %}{{ ns.x == ns.y }}",
        "{{ 'a' * 999999999 }}",
        "{{ [1] * 999999999 }}",
        "{{ 9 ** (9 ** 9) }}",
        "{% set ns = namespace(x=9) %}{% for a in range(99) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
        "{% for a in range(99999) %}{{ 'long enough to fill the output in the end' * 99 }}{% endfor %}",
        "{{ range(999999) }}",
        "{{ 'a'.ljust(2000000000) }}",
        "{{ 'a'.zfill(2000000000) }}",
    })
    @Timeout(20)
    void whatWouldNotEndIsRefused(String template) {
        assertThatThrownBy(() -> render(template, Map.of())).isInstanceOf(InputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{1:", "not ", "-", "a[", "f(", "1 if 1 else ", "'a' ~ (", "x is in ["})
    void whatIsNestedTooDeeplyIsRefused(String opening) {
        assertThatThrownBy(() -> Template.parse("{{ " + opening.repeat(100_000)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("levels");
    }

    /** The limit of depth comes before the end of a stack that is half as large as the usual one. */
    @Test
    void theLimitOfDepthIsFarFromTheEndOfTheStack() throws Exception {
        AtomicReference<String> said = new AtomicReference<>("");
        Thread small = new Thread(null, () -> {
            try {
                render("{% macro m(x) %}{% if x %}{{ 'a' ~ (m(x) | upper if x else '') }}{% endif %}{% endmacro %}{{ m(1) }}", Map.of());
            } catch (InputException e) {
                said.set(e.getMessage());
            }
        }, "small", 512 << 10);
        small.start();
        small.join();
        assertThat(said.get()).contains("it goes deeper than");
    }
}
