package org.hydraworkbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TsvTest {

    @Test
    void whatPartsCellsIsASpaceInThem() {
        assertThat(Tsv.row("a\rb", "c\td", "e\r\n\tf", "")).isEqualTo("a b\tc d\te f\t\n");
        assertThat(Tsv.cell("\n")).isEqualTo(" ");
    }

    /** {@link String#lines} ends lines at carriage returns too, as spreadsheets do. */
    @Property
    void aRowIsOneLineWithAsManyCells(@ForAll("cells") List<String> cells) {
        String row = Tsv.row(cells);
        assertThat(row.lines()).hasSize(1);
        assertThat(row.substring(0, row.length() - 1).split("\t", -1)).hasSameSizeAs(cells);
    }

    @Provide
    Arbitrary<List<String>> cells() {
        return Arbitraries.strings().withChars("a\t\r\n \u2028").ofMaxLength(6).list().ofMinSize(1).ofMaxSize(4);
    }
}
