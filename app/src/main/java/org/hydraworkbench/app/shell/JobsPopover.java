package org.hydraworkbench.app.shell;

import atlantafx.base.controls.Popover;
import javafx.scene.Node;

/** The list of jobs in a bubble above the status bar. */
final class JobsPopover {

    private static final double ABOVE_STATUS = -8;

    private final Popover popover;

    JobsPopover(JobRunner jobs) {
        popover = new Popover(new JobsView(jobs));
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_CENTER);
        popover.setHeaderAlwaysVisible(true);
        popover.setTitle(Texts.get("jobs.title"));
        popover.setDetachable(false);
        popover.setAnimated(false);
    }

    void toggle(Node anchor) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.show(anchor, ABOVE_STATUS);
        }
    }
}
