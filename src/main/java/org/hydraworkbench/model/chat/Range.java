package org.hydraworkbench.model.chat;

import java.util.AbstractList;

/**
 * Whole numbers at equal distances.
 *
 * @param step not 0
 * @param size how many
 */
record Range(long start, long stop, long step, int size) {

    /** As many as Jinja allows. */
    private static final int MOST = 100_000;

    /**
     * The numbers from {@code start} to before {@code stop}.
     *
     * @throws TemplateFailure when the step is 0 or there are too many
     */
    static Range of(long start, long stop, long step) {
        if (step == 0) {
            throw new TemplateFailure("the step of range() is 0");
        }
        double size = Math.max(0, Math.ceil(((double) stop - start) / step));
        if (size > MOST) {
            throw new TemplateFailure("range() makes more than " + MOST + " numbers");
        }
        return new Range(start, stop, step, (int) size);
    }

    AbstractList<Object> items() {
        return new AbstractList<>() {
            @Override
            public Object get(int index) {
                return start + index * step;
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
