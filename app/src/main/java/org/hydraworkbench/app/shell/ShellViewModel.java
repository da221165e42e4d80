package org.hydraworkbench.app.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/** Which workspace is shown, the last message, and how large text is. */
public final class ShellViewModel implements Navigator {

    /** A wish to see a workspace and perhaps one thing in it. */
    public record Place(Step step, @Nullable Target target) {}

    private static final double TEXT_STEP = 0.1;

    private final SettingsStore settings;
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place(Step.HOME, null));
    private final BooleanProperty explaining = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    public ShellViewModel(SettingsStore settings) {
        this.settings = settings;
    }

    @Override
    public void show(Step step) {
        place.set(new Place(step, null));
    }

    @Override
    public void show(Step step, Target target) {
        place.set(new Place(step, target));
    }

    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Whether each workspace is explained beside it. */
    BooleanProperty explainingProperty() {
        return explaining;
    }

    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    void setMessage(String text) {
        message.set(text);
    }

    void toggleNavigation() {
        settings.update(now -> now.withNavigationCollapsed(!now.navigationCollapsed()));
    }

    void largerText() {
        settings.update(now -> now.withTextScale(rounded(now.textScale() + TEXT_STEP)));
    }

    void smallerText() {
        settings.update(now -> now.withTextScale(rounded(now.textScale() - TEXT_STEP)));
    }

    void normalText() {
        settings.update(now -> now.withTextScale(1));
    }

    /** Whether text can be made larger. */
    ObservableBooleanValue canEnlarge() {
        return Bindings.createBooleanBinding(
                () -> settings.current().textScale() < Settings.LARGEST_TEXT, settings.currentProperty());
    }

    ObservableBooleanValue canShrink() {
        return Bindings.createBooleanBinding(
                () -> settings.current().textScale() > Settings.SMALLEST_TEXT, settings.currentProperty());
    }

    /** Whether text has another size than the normal one. */
    ObservableBooleanValue canNormalize() {
        return Bindings.createBooleanBinding(() -> settings.current().textScale() != 1, settings.currentProperty());
    }

    private static double rounded(double scale) {
        return Math.round(scale * 10) / 10.0;
    }
}
