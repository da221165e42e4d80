package org.hydraworkbench.base;

/**
 * How far a part of longer work is, as a share of all of it: what is shown never goes back.
 *
 * @param whole hears of it
 * @param from the share that is done when the part begins, 0 to 1
 * @param to the share that is done when it ends
 */
public record PartProgress(Progress whole, double from, double to) implements Progress {

    private static final int ALL = 10_000;

    @Override
    public void update(long done, long total) {
        if (total > 0) {
            whole.update(Math.round(ALL * (from + (to - from) * Math.min(1.0, (double) done / total))), ALL);
        }
    }

    @Override
    public void message(String text) {
        whole.message(text);
    }

    @Override
    public void step(String id) {
        whole.step(id);
    }

    @Override
    public void log(String line) {
        whole.log(line);
    }

    @Override
    public void warn(String line) {
        whole.warn(line);
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }
}
