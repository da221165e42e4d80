package org.hydraworkbench.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings that hold now, kept in a file. A file that cannot be read is set aside under another name and the defaults
 * hold; a person is told, see {@link #problem()}.
 */
public final class SettingsStore {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    private final Path file;
    private final ReadOnlyObjectWrapper<Settings> current = new ReadOnlyObjectWrapper<>(Settings.defaults());
    private @Nullable String problem;

    private SettingsStore(Path file) {
        this.file = file;
    }

    /** Opens the settings in {@code folder}; a missing file is no problem. */
    public static SettingsStore open(Path folder) {
        SettingsStore store = new SettingsStore(folder.resolve("settings.json"));
        try {
            store.current.set(SettingsFile.read(store.file));
        } catch (InputException e) {
            LOG.warn("{} ({})", e.getMessage(), String.valueOf(e.getCause()));
            store.problem = e.getMessage();
            store.setAside();
        }
        return store;
    }

    private void setAside() {
        Path aside = file.resolveSibling("settings.unreadable.json");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("settings: {} stays where it is", file, e);
        }
    }

    public ReadOnlyObjectProperty<Settings> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public Settings current() {
        return current.get();
    }

    /** Changes the settings and keeps them. When they cannot be kept they still hold until the program ends. */
    public void update(UnaryOperator<Settings> change) {
        Settings next = change.apply(current.get());
        if (next.equals(current.get())) {
            return;
        }
        current.set(next);
        try {
            SettingsFile.write(file, next);
        } catch (HydraException e) {
            LOG.warn("{} ({})", e.getMessage(), String.valueOf(e.getCause()));
            problem = e.getMessage();
        }
    }

    /** What went wrong with the file, if something did. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }
}
