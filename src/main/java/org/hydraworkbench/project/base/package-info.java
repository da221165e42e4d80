/**
 * What every room of a project needs: its languages, the people who work on it, the news of its changes, and the history of what was
 * done, to be undone and redone across restarts.
 */
@NullMarked
package org.hydraworkbench.project.base;

import org.jspecify.annotations.NullMarked;
