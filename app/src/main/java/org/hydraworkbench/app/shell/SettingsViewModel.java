package org.hydraworkbench.app.shell;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The settings as a person edits them; every change holds and is kept at once. */
public final class SettingsViewModel {

    static final List<String> DEVICES = List.of("auto", "cpu", "gpu");

    private final ObjectProperty<Settings.ThemeChoice> theme;
    private final DoubleProperty textScale;
    private final StringProperty author;
    private final IntegerProperty threads;
    private final StringProperty device;
    private final IntegerProperty servicePort;

    public SettingsViewModel(SettingsStore store) {
        Settings now = store.current();
        theme = new SimpleObjectProperty<>(now.theme());
        textScale = new SimpleDoubleProperty(now.textScale());
        author = new SimpleStringProperty(now.author());
        threads = new SimpleIntegerProperty(now.threads());
        device = new SimpleStringProperty(now.device());
        servicePort = new SimpleIntegerProperty(now.servicePort());
        theme.subscribe(value -> store.update(settings -> settings.withTheme(value)));
        textScale.subscribe(
                value -> store.update(settings -> settings.withTextScale(Math.round(value.doubleValue() * 20) / 20.0)));
        author.subscribe(value -> store.update(settings -> settings.withAuthor(value.strip())));
        threads.subscribe(value -> store.update(settings -> settings.withThreads(value.intValue())));
        device.subscribe(value -> store.update(settings -> settings.withDevice(value)));
        servicePort.subscribe(value -> store.update(settings -> settings.withServicePort(value.intValue())));
    }

    public ObjectProperty<Settings.ThemeChoice> themeProperty() {
        return theme;
    }

    public DoubleProperty textScaleProperty() {
        return textScale;
    }

    public StringProperty authorProperty() {
        return author;
    }

    /** 0 for all cores. */
    public IntegerProperty threadsProperty() {
        return threads;
    }

    public StringProperty deviceProperty() {
        return device;
    }

    /** Where the local service listens; 0 for any port that is free. */
    public IntegerProperty servicePortProperty() {
        return servicePort;
    }

    /** The most threads that make sense here. */
    public int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
