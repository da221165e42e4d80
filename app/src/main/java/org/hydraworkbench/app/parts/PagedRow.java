package org.hydraworkbench.app.parts;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A row of a {@link PagedList}: its place, and its value once that has been read.
 *
 * @param <T> what the row shows
 */
public final class PagedRow<T> {

    private final int index;
    private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>();

    PagedRow(int index) {
        this.index = index;
    }

    /** Its place in the list, from 0. */
    public int index() {
        return index;
    }

    /** Its value, or null while that is being read. */
    public @Nullable T value() {
        return value.get();
    }

    public ReadOnlyObjectProperty<@Nullable T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    void set(T read) {
        value.set(read);
    }
}
