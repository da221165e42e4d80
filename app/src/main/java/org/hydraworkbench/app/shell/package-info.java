/**
 * The window itself: navigation between workspaces, command palette, running jobs, notifications, settings, dialogs.
 * Workspaces are given a project and services by it; it holds no algorithm.
 */
@NullMarked
package org.hydraworkbench.app.shell;

import org.jspecify.annotations.NullMarked;
