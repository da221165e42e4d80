package org.hydraworkbench.document.tags;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "See https://example.org/a_(b)?c=1&d, or www.example.org. | https://example.org/a_(b)?c=1&d www.example.org",
        "Write to a.b+c@mail.example.org. | a.b+c@mail.example.org",
        "%s of %1$d, %.2f%% and %(name)s | %s %1$d %.2f %% %(name)s",
        "{0} and {name}, ${x} and {{y}}, {} | {0} {name} ${x} {{y}} {}",
        "100% sure, 5 % of %1 | 100 5 %1",
        "on 2024-05-01 at 10:30 for 1,000.50 or 1/2 | 2024-05-01 10:30 1,000.50 1/2",
        "B2B, mp3 and H2O | ''",
        "第3章 ١٢ १२३ | 3 ١٢ १२३",
        "5kg, the 3rd | 5 3",
    })
    void whatIsTheSameInEveryLanguage(String text, String found) {
        assertThat(String.join(" ", Literal.in(text).stream().map(Literal::text).toList())).isEqualTo(found);
    }

    @Test
    void placesAreCountedInCodePoints() {
        Literal found = Literal.in("𐌰 7").getFirst();
        assertThat(found.place().start()).isEqualTo(2);
        assertThat(found.kind()).isEqualTo(Literal.Kind.NUMBER);
    }
}
