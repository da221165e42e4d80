package org.hydraworkbench.base;

/** The {@link Progress} of work that nobody watches. */
enum NoProgress implements Progress {
    INSTANCE;

    @Override
    public void update(long done, long total) {}

    @Override
    public void message(String text) {}

    @Override
    public void log(String line) {}

    @Override
    public boolean isCancelled() {
        return false;
    }
}
