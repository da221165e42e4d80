package org.hydraworkbench.app.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ServiceLoader;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's life in JavaFX. Nothing heavy happens before the window is painted. */
public final class WorkbenchApp extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchApp.class);

    @Override
    public void start(Stage stage) {
        SettingsStore settings = SettingsStore.open(UserFolders.settings());
        Theme theme = new Theme(settings);
        Shell shell = new Shell(
                stage, settings, theme, new FxDialogs(stage, theme, settings), ServiceLoader.load(WorkspaceProvider.class));
        for (int size : new int[] {32, 64, 128}) {
            stage.getIcons().add(new Image("/org/hydraworkbench/app/icon-" + size + ".png"));
        }
        stage.show();
        new AfterPaint(() -> {
            logStartTime();
            shell.opened(getParameters().getRaw());
        }).start();
    }

    private static void logStartTime() {
        Instant started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        LOG.info("usable {} ms after the process started", Duration.between(started, Instant.now()).toMillis());
    }

    /** Does something once, after the second pulse: the first frame is on the screen by then. */
    private static final class AfterPaint extends AnimationTimer {
        private final Runnable then;
        private int pulses;

        AfterPaint(Runnable then) {
            this.then = then;
        }

        @Override
        public void handle(long now) {
            if (++pulses == 2) {
                stop();
                then.run();
            }
        }
    }
}
