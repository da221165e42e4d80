package org.hydraworkbench.app.translate;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import org.hydraworkbench.app.shell.SettingsStore;

/** How a person wants answers to be made, kept until the program is started again. */
final class RememberedChoices {

    private final SettingsStore settings;

    RememberedChoices(SettingsStore settings, ObjectProperty<AnswerBy> by, DecodingForm decoding) {
        this.settings = settings;
        keep("translate.by", by, AnswerBy::valueOf);
        keep("translate.mode", decoding.modeProperty(), Decoding.Mode::valueOf);
        keep("translate.beams", decoding.beamsProperty(), Integer::valueOf);
    }

    private <T> void keep(String name, ObjectProperty<T> property, Function<String, T> read) {
        kept(name, read).ifPresent(property::set);
        property.addListener((of, before, now) -> settings.update(current -> current.withChoice(name, now.toString())));
    }

    /** What was chosen; a word that is none, as another version of the program may have written, says nothing. */
    private <T> Optional<T> kept(String name, Function<String, T> read) {
        try {
            return Optional.ofNullable(settings.current().choices().get(name)).map(read);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
