package org.hydraworkbench.app.parts;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/**
 * A box whose choices come and go. Exchanging them, and showing which one holds, looks to JavaFX as if somebody had chosen; here only a
 * person's choice is told.
 *
 * @param <T> what is chosen
 */
public final class PersonsChoice<T> {

    private final ComboBox<T> box;
    private boolean showing;

    /** @param chosen hears of each choice that a person makes */
    public PersonsChoice(ComboBox<T> box, Consumer<? super T> chosen) {
        this.box = box;
        box.setOnAction(event -> {
            T value = box.getValue();
            if (!showing && value != null) {
                chosen.accept(value);
            }
        });
    }

    /**
     * Shows what there is to choose from, and what holds.
     *
     * @param value null for nothing
     */
    public void show(List<? extends T> choices, @Nullable T value) {
        showing = true;
        try {
            if (!box.getItems().equals(choices)) {
                box.getItems().setAll(choices);
            }
            box.setValue(value);
        } finally {
            showing = false;
        }
    }
}
