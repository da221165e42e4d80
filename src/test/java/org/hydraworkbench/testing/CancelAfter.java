package org.hydraworkbench.testing;

import org.hydraworkbench.base.Progress;

/** Progress of a person who cancels at the n-th news of progress; at once when n is 0. */
public class CancelAfter implements Progress {

    private int left;

    public CancelAfter(int updates) {
        left = updates;
    }

    @Override
    public void update(long done, long total) {
        left--;
    }

    @Override
    public void message(String text) {}

    @Override
    public void log(String line) {}

    @Override
    public boolean isCancelled() {
        return left <= 0;
    }
}
