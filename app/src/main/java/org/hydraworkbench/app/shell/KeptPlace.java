package org.hydraworkbench.app.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Opens the window where it was when the program ended last, as far as that is on a screen. */
final class KeptPlace {

    private final Stage stage;
    private final SettingsStore settings;
    private Rectangle2D normal = Rectangle2D.EMPTY;

    KeptPlace(Stage stage, SettingsStore settings) {
        this.stage = stage;
        this.settings = settings;
        Settings.WindowPlace place = settings.current().window();
        if (place != null && place.width() > 0 && place.height() > 0) {
            put(place);
        }
        stage.xProperty().subscribe(this::look);
        stage.yProperty().subscribe(this::look);
        stage.widthProperty().subscribe(this::look);
        stage.heightProperty().subscribe(this::look);
    }

    private void put(Settings.WindowPlace place) {
        Rectangle2D kept = new Rectangle2D(place.x(), place.y(), place.width(), place.height());
        Rectangle2D shown = OnScreen.within(kept, OnScreen.bounds(kept));
        stage.setX(shown.getMinX());
        stage.setY(shown.getMinY());
        stage.setWidth(shown.getWidth());
        stage.setHeight(shown.getHeight());
        stage.setMaximized(place.maximized());
        normal = shown;
    }

    private void look() {
        boolean known = stage.getWidth() > 0 && stage.getHeight() > 0 && !Double.isNaN(stage.getX()) && !Double.isNaN(stage.getY());
        if (known && !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
            Rectangle2D now = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
            // A desktop may say the size before it says that the window fills the screen.
            if (!now.contains(Screen.getPrimary().getVisualBounds())) {
                normal = now;
            }
        }
    }

    /** Notes where the window is. */
    void keep() {
        if (normal.getWidth() > 0) {
            settings.update(now -> now.withWindow(new Settings.WindowPlace(
                    normal.getMinX(), normal.getMinY(), normal.getWidth(), normal.getHeight(), stage.isMaximized())));
        }
    }
}
