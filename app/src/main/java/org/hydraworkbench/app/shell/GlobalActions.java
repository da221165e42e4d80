package org.hydraworkbench.app.shell;

import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** What can be done everywhere in the window, apart from the project's own actions. */
record GlobalActions(
        ActionSpec undo,
        ActionSpec redo,
        ActionSpec palette,
        ActionSpec jobs,
        ActionSpec explain,
        ActionSpec navigation,
        ActionSpec theme,
        ActionSpec largerText,
        ActionSpec smallerText,
        ActionSpec normalText,
        ActionSpec settings,
        ActionSpec quit,
        List<ActionSpec> steps) {

    /** What these actions need of the window. */
    interface Window {
        void go(Step step);

        void undo();

        void redo();

        void openPalette();

        void showJobs();

        void toggleExplanation();

        void toggleTheme();

        void openSettings();

        void quit();
    }

    static GlobalActions of(ShellViewModel model, ProjectContext project, Window window) {
        List<ActionSpec> steps = new ArrayList<>();
        for (Step step : Step.values()) {
            steps.add(ActionSpec.of("go." + step.id(), () -> window.go(step))
                    .withIcon(step.icon())
                    .withKeys("Shortcut+" + (step.ordinal() + 1)));
        }
        return new GlobalActions(
                ActionSpec.of("undo", window::undo)
                        .withIcon(MaterialDesignU.UNDO_VARIANT)
                        .withKeys("Shortcut+Z")
                        .enabledWhen(project.undoNameProperty().isNotEmpty()),
                ActionSpec.of("redo", window::redo)
                        .withIcon(MaterialDesignR.REDO_VARIANT)
                        .withKeys("Shortcut+Shift+Z")
                        .enabledWhen(project.redoNameProperty().isNotEmpty()),
                ActionSpec.of("palette", window::openPalette)
                        .withIcon(MaterialDesignM.MAGNIFY)
                        .withKeys("Shortcut+Shift+P"),
                ActionSpec.of("jobs", window::showJobs)
                        .withIcon(MaterialDesignP.PROGRESS_CLOCK)
                        .withKeys("Shortcut+J"),
                ActionSpec.of("explain", window::toggleExplanation)
                        .withIcon(MaterialDesignS.SCHOOL_OUTLINE)
                        .withKeys("F1"),
                ActionSpec.of("navigation", model::toggleNavigation)
                        .withIcon(MaterialDesignP.PAGE_LAYOUT_SIDEBAR_LEFT)
                        .withKeys("Shortcut+B"),
                ActionSpec.of("theme", window::toggleTheme).withIcon(MaterialDesignB.BRIGHTNESS_6),
                ActionSpec.of("text.larger", model::largerText)
                        .withIcon(MaterialDesignF.FORMAT_FONT_SIZE_INCREASE)
                        .withKeys("Shortcut+Plus")
                        .enabledWhen(model.canEnlarge()),
                ActionSpec.of("text.smaller", model::smallerText)
                        .withIcon(MaterialDesignF.FORMAT_FONT_SIZE_DECREASE)
                        .withKeys("Shortcut+Minus")
                        .enabledWhen(model.canShrink()),
                ActionSpec.of("text.normal", model::normalText)
                        .withIcon(MaterialDesignF.FORMAT_SIZE)
                        .withKeys("Shortcut+0")
                        .enabledWhen(model.canNormalize()),
                ActionSpec.of("settings", window::openSettings)
                        .withIcon(MaterialDesignC.COG_OUTLINE)
                        .withKeys("Shortcut+Comma"),
                ActionSpec.of("quit", window::quit)
                        .withIcon(MaterialDesignL.LOGOUT)
                        .withKeys("Shortcut+Q"),
                List.copyOf(steps));
    }

    List<ActionSpec> all() {
        List<ActionSpec> all = new ArrayList<>(steps);
        all.addAll(List.of(undo, redo, palette, jobs, explain, navigation));
        all.addAll(List.of(theme, largerText, smallerText, normalText, settings, quit));
        return all;
    }
}
