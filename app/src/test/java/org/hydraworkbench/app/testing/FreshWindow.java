package org.hydraworkbench.app.testing;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Gives the one window that all tests share back as new: hidden, in the corner of the screen, and as large as what is shown in it next.
 * The headless platform fails to draw a window that is not wholly on its screen, then and in all tests that follow.
 */
public final class FreshWindow implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
        if (stage != null) {
            WaitForAsyncUtils.asyncFx(() -> renew(stage));
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private static void renew(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setScene(new Scene(new StackPane(), 300, 200));
        stage.show();
        stage.sizeToScene(); // only a window that is shown forgets the size that a test gave it
        stage.hide();
    }
}
