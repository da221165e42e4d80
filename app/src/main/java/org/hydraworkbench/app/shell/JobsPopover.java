package org.hydraworkbench.app.shell;

import atlantafx.base.controls.Popover;
import javafx.scene.Node;
import javafx.stage.PopupWindow;

/** The list of jobs in a bubble above the status bar. */
final class JobsPopover {

    private static final double ABOVE_STATUS = -8;

    private final Popover popover;
    private final PopupWindow.AnchorLocation placed;

    JobsPopover(JobRunner jobs) {
        popover = new Popover(new JobsView(jobs));
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_CENTER);
        popover.setHeaderAlwaysVisible(true);
        popover.setTitle(Texts.get("jobs.title"));
        popover.setDetachable(false);
        popover.setAnimated(false);
        placed = popover.getAnchorLocation();
    }

    void toggle(Node anchor) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.setAnchorLocation(placed);
            popover.show(anchor, ABOVE_STATUS);
            // A log that is opened makes it grow upwards, not over the status bar.
            popover.setAnchorLocation(PopupWindow.AnchorLocation.WINDOW_BOTTOM_LEFT);
        }
    }
}
