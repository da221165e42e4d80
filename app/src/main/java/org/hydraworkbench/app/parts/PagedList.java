package org.hydraworkbench.app.parts;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ObservableListBase;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.base.HydraException;
import org.jspecify.annotations.Nullable;

/**
 * A long list whose rows are read in pages when they are looked at, in the background, so that a table of any length scrolls
 * without a stall. A row that has not come yet is there already, without its value; when the value comes, only the cells that
 * show it change. Belongs to the JavaFX thread; the source is asked on other threads.
 *
 * @param <T> what a row shows
 */
public final class PagedList<T> extends ObservableListBase<PagedRow<T>> {

    /** Where rows come from; asked on several threads at once. */
    public interface Source<T> {

        /** How many rows there are. */
        long count() throws HydraException;

        /** At most {@code limit} rows from {@code offset} on. */
        List<T> page(long offset, int limit) throws HydraException;
    }

    static final int PAGE = 200;
    private static final int KEPT_PAGES = 60;
    private static final int RUNNING = 2;
    private static final int WAITING = 4;

    private final JobRunner jobs;
    private final Map<Integer, List<PagedRow<T>>> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Integer> old = new HashSet<>();
    private final Set<Integer> reading = new HashSet<>();
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
    private @Nullable Source<T> source;
    private int size;
    private int generation;

    public PagedList(JobRunner jobs) {
        this.jobs = jobs;
    }

    /** Shows other rows from now on, or none. */
    public void setSource(@Nullable Source<T> value) {
        source = value;
        reload();
    }

    /** Counts and reads anew: rows may have come, gone or moved. The rows of before stay until the count is known. */
    public void reload() {
        generation++;
        int asked = generation;
        reading.clear();
        waiting.clear();
        Source<T> from = source;
        if (from == null) {
            counting.set(false);
            replaceAll(0);
            return;
        }
        counting.set(true);
        jobs.query(from::count)
                .onDone(count -> {
                    if (asked == generation) {
                        replaceAll((int) Math.min(Integer.MAX_VALUE, count));
                    }
                })
                .onEnded(() -> {
                    if (asked == generation) {
                        counting.set(false);
                    }
                });
    }

    /** Reads again what is shown: rows have changed but are the same in number and order. */
    public void refresh() {
        generation++;
        reading.clear();
        waiting.clear();
        old.addAll(pages.keySet());
        List<Integer> byUse = new ArrayList<>(pages.keySet());
        byUse.subList(Math.max(0, byUse.size() - 2), byUse.size()).forEach(this::want);
    }

    /** Whether the rows are being counted. */
    public ReadOnlyBooleanProperty countingProperty() {
        return counting.getReadOnlyProperty();
    }

    /** The source of the rows now shown. */
    @Nullable Source<T> source() {
        return source;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public PagedRow<T> get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int page = index / PAGE;
        List<PagedRow<T>> rows = pages.get(page);
        if (rows == null) {
            rows = empty(page);
            pages.put(page, rows);
            dropOldest();
            want(page);
        } else if (old.contains(page)) {
            want(page);
        }
        return rows.get(index % PAGE);
    }

    /** Shows something new in one row, which was read elsewhere; a row that was not read so far stays so. */
    public void put(int index, T value) {
        Integer page = index / PAGE;
        List<PagedRow<T>> rows = pages.get(page);
        if (reading.contains(page)) {
            refresh(); // what is on its way may be older
        } else if (rows != null && !old.contains(page)) {
            rows.get(index % PAGE).set(value);
        }
    }

    private List<PagedRow<T>> empty(int page) {
        int first = page * PAGE;
        List<PagedRow<T>> rows = new ArrayList<>();
        for (int i = first; i < Math.min(size, first + PAGE); i++) {
            rows.add(new PagedRow<>(i));
        }
        return rows;
    }

    private void dropOldest() {
        if (pages.size() > KEPT_PAGES) {
            Integer oldest = pages.keySet().iterator().next();
            pages.remove(oldest);
            old.remove(oldest);
            waiting.remove(oldest);
        }
    }

    /** The page wanted last is read first: while a person drags the bar, pages that flew by are forgotten. */
    private void want(Integer page) {
        if (reading.contains(page)) {
            return;
        }
        waiting.remove(page);
        waiting.addFirst(page);
        while (waiting.size() > WAITING) {
            Integer forgotten = waiting.removeLast();
            if (old.contains(forgotten)) {
                continue;
            }
            pages.remove(forgotten);
        }
        readNext();
    }

    private void readNext() {
        Source<T> from = source;
        if (from == null || reading.size() >= RUNNING || waiting.isEmpty()) {
            return;
        }
        Integer page = waiting.removeFirst();
        int asked = generation;
        reading.add(page);
        jobs.query(() -> from.page((long) page * PAGE, PAGE))
                .onDone(values -> {
                    if (asked == generation) {
                        fill(page, values);
                    }
                })
                .onEnded(() -> {
                    if (asked == generation) {
                        reading.remove(page);
                        readNext();
                    }
                });
    }

    private void fill(Integer page, List<T> values) {
        old.remove(page);
        List<PagedRow<T>> rows = pages.get(page);
        if (rows != null) {
            for (int i = 0; i < Math.min(rows.size(), values.size()); i++) {
                rows.get(i).set(values.get(i));
            }
        }
    }

    private void replaceAll(int newSize) {
        int before = size;
        pages.clear();
        old.clear();
        size = newSize;
        beginChange();
        nextReplace(0, newSize, new Gone<>(before));
        endChange();
    }

    /** The rows that were there, for listeners: only how many there were is known. */
    private static final class Gone<T> extends AbstractList<PagedRow<T>> {
        private final int size;

        Gone(int size) {
            this.size = size;
        }

        @Override
        public PagedRow<T> get(int index) {
            return new PagedRow<>(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
