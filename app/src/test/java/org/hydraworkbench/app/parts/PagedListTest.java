package org.hydraworkbench.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;
import javafx.collections.ListChangeListener;
import org.hydraworkbench.app.shell.CurrentThreadJobRunner;
import org.junit.jupiter.api.Test;

class PagedListTest {

    private static class Numbers implements PagedList.Source<String> {
        final AtomicInteger pagesRead = new AtomicInteger();
        long count;
        String prefix = "";

        Numbers(long count) {
            this.count = count;
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public List<String> page(long offset, int limit) {
            pagesRead.incrementAndGet();
            return LongStream.range(offset, Math.min(count, offset + limit)).mapToObj(i -> prefix + i).toList();
        }
    }

    private final PagedList<String> list = new PagedList<>(new CurrentThreadJobRunner());

    @Test
    void readsNothingButTheCountUntilARowIsLookedAt() {
        Numbers source = new Numbers(100_000);
        list.setSource(source);
        assertThat(list).hasSize(100_000);
        assertThat(source.pagesRead).hasValue(0);
    }

    @Test
    void readsThePageOfTheRowLookedAt() {
        Numbers source = new Numbers(100_000);
        list.setSource(source);
        assertThat(list.get(54_321).value()).isEqualTo("54321");
        assertThat(list.get(54_322).value()).isEqualTo("54322");
        assertThat(source.pagesRead).hasValue(1);
    }

    @Test
    void lastPageMayBeShort() {
        list.setSource(new Numbers(201));
        assertThat(list.get(200).value()).isEqualTo("200");
    }

    @Test
    void refreshKeepsTheRowsAndChangesTheirValues() {
        Numbers source = new Numbers(1000);
        list.setSource(source);
        PagedRow<String> row = list.get(3);
        source.prefix = "new ";
        list.refresh();
        assertThat(list.get(3)).isSameAs(row);
        assertThat(row.value()).isEqualTo("new 3");
    }

    @Test
    void reloadTellsListenersOfTheNewLength() {
        Numbers source = new Numbers(10);
        list.setSource(source);
        List<Integer> lengths = new ArrayList<>();
        list.addListener((ListChangeListener<PagedRow<String>>)
                change -> lengths.add(change.getList().size()));
        source.count = 7;
        list.reload();
        assertThat(lengths).containsExactly(7);
    }

    @Test
    void memoryStaysBoundedWhenAllRowsAreVisited() {
        Numbers source = new Numbers(100_000);
        list.setSource(source);
        PagedRow<String> first = list.get(0);
        for (int i = 0; i < list.size(); i += 100) {
            list.get(i);
        }
        assertThat(list.get(0)).isNotSameAs(first);
    }

    @Test
    void copiesSelectedRowsThatWereNeverShown() throws Exception {
        String text = PagedTables.tsv(
                new Numbers(1000), List.of(1, 999), List.of("Number"), List.of(Function.identity()));
        assertThat(text).isEqualTo("Number\n1\n999\n");
    }

    @Test
    void aRowThatWasReadElsewhereIsShown() {
        Numbers source = new Numbers(500);
        list.setSource(source);
        assertThat(list.get(3).value()).isEqualTo("3");
        list.put(3, "three");
        list.put(450, "not looked at");
        assertThat(list.get(3).value()).isEqualTo("three");
        assertThat(source.pagesRead).hasValue(1);
        assertThat(list.get(450).value()).isEqualTo("450");
    }
}
