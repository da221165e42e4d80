package org.hydraworkbench.app.parts;

import java.util.Locale;
import java.util.function.Function;
import javafx.util.StringConverter;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.text.Isolates;
import org.jspecify.annotations.Nullable;

/** What the choices of a list are called, each in its direction; they are chosen, never typed. */
public final class Names<T> extends StringConverter<T> {

    private final Function<T, String> name;

    public Names(Function<T, String> name) {
        this.name = name;
    }

    /** The constants of an enum by the texts under {@code prefix} and their names in lower case. */
    public static <E extends Enum<E>> Names<E> texts(String prefix) {
        return new Names<>(choice -> Texts.get(prefix + choice.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString(@Nullable T choice) {
        return choice == null ? "" : Isolates.of(name.apply(choice));
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("these are chosen, not typed");
    }
}
