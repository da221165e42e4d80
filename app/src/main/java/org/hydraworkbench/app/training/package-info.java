/**
 * The training workspace: what to train and what that takes on this machine, a run while it goes on, earlier runs beside it.
 * Runs are jobs of the project in a process of their own; their metrics come from there and stay with what they made.
 */
@NullMarked
package org.hydraworkbench.app.training;

import org.jspecify.annotations.NullMarked;
