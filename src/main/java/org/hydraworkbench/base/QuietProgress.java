package org.hydraworkbench.base;

/** Passes on only that the work should stop: for a part of work whose own steps nobody needs to see. */
public record QuietProgress(Progress progress) implements Progress {

    @Override
    public void update(long done, long total) {}

    @Override
    public void message(String text) {}

    @Override
    public void log(String line) {
        progress.log(line);
    }

    @Override
    public void warn(String line) {
        progress.warn(line);
    }

    @Override
    public boolean isCancelled() {
        return progress.isCancelled();
    }
}
