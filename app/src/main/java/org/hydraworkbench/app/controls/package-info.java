/**
 * Controls that several workspaces share: tables that page rows in from the project while a person scrolls, copying tables,
 * exporting charts, panes for "nothing here yet" and for "working". They know no project; data comes in as functions.
 */
@NullMarked
package org.hydraworkbench.app.controls;

import org.jspecify.annotations.NullMarked;
