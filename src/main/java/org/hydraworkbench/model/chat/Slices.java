package org.hydraworkbench.model.chat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of texts and lists: {@code [start:stop:step]}, where negative numbers count from the end and all three may be missing. */
final class Slices {

    private Slices() {}

    /** The part; none counts as missing. */
    static Object of(Object value, Object start, Object stop, Object step) {
        if (value instanceof Undefined undefined) {
            throw undefined.failure();
        }
        List<Object> items = value instanceof String text ? CodePoints.each(text) : Values.sequence(value);
        if (items == null) {
            throw new TemplateFailure("a value of the type " + Values.typeName(value) + " has no parts");
        }
        Range indexes = indexes(items.size(), bound(start), bound(stop), bound(step));
        if (value instanceof Range range) {
            return Range.of(
                    range.start() + indexes.start() * range.step(),
                    range.start() + indexes.stop() * range.step(),
                    range.step() * indexes.step());
        }
        List<Object> part = new ArrayList<>(indexes.size());
        indexes.items().forEach(index -> part.add(items.get(((Long) index).intValue())));
        if (value instanceof String) {
            StringBuilder text = new StringBuilder();
            part.forEach(text::append);
            return text.toString();
        }
        return value instanceof Tuple ? new Tuple(part) : part;
    }

    private static @Nullable Long bound(Object value) {
        if (value == None.NONE) {
            return null;
        }
        BigInteger number = Numbers.integer(value);
        if (number == null) {
            throw value instanceof Undefined undefined
                    ? undefined.failure()
                    : new TemplateFailure("a part begins and ends at whole numbers, not at a value of the type " + Values.typeName(value));
        }
        // Beyond any list, and far enough from the largest long to be counted with.
        BigInteger most = BigInteger.valueOf(1L << 40);
        return number.min(most).max(most.negate()).longValue();
    }

    private static Range indexes(int size, @Nullable Long start, @Nullable Long stop, @Nullable Long step) {
        long by = step == null ? 1 : step;
        if (by == 0) {
            throw new TemplateFailure("the step of a part is 0");
        }
        long least = by < 0 ? -1 : 0;
        long most = by < 0 ? size - 1 : size;
        long from = start == null ? (by < 0 ? most : least) : clamp(start, size, least, most);
        long to = stop == null ? (by < 0 ? least : most) : clamp(stop, size, least, most);
        long count = by > 0 ? (to - from + by - 1) / by : (from - to - by - 1) / -by;
        return new Range(from, to, by, (int) Math.max(0, count));
    }

    private static long clamp(long bound, int size, long least, long most) {
        return Math.clamp(bound < 0 ? bound + size : bound, least, most);
    }
}
