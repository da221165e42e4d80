/**
 * How each kind of work in a project is to be done: what a person chose, with sensible defaults, and how that is stored. Every
 * setting is written field by field under a name of its own with a version, so that what an older program stored stays readable
 * and what a newer one stored is refused rather than half understood.
 */
@NullMarked
package org.hydraworkbench.project.settings;

import org.jspecify.annotations.NullMarked;
