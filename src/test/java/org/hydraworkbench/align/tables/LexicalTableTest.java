package org.hydraworkbench.align.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hydraworkbench.base.ResourceException;

class LexicalTableTest {

    @Property
    void holdsExactlyWhatWasPutIn(
            @ForAll @Size(max = 200) List<@IntRange(max = 999) Integer> places, @ForAll @IntRange(min = 1, max = 30) int spread)
            throws ResourceException {
        Map<List<Integer>, Float> expected = new HashMap<>();
        places.forEach(place -> expected.put(List.of(place % 10, place / 10 * spread * 4096), place * 0.5f));
        LexicalTable table = LexicalTable.of(
                10, sink -> expected.forEach((cell, value) -> sink.cell(cell.get(0), cell.get(1), value)));
        Map<List<Integer>, Float> found = new HashMap<>();
        table.forEach((row, column, value) -> found.put(List.of(row, column), value));
        assertThat(found).isEqualTo(expected);
        expected.forEach((cell, value) -> assertThat(table.value(cell.get(0), cell.get(1))).isEqualTo(value));
        for (int row = 0; row < 10; row++) {
            assertThat(table.value(row, 7)).isZero();
        }
    }
}
