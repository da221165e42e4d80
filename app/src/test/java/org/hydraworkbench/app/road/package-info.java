/**
 * The whole road through the real window, driven by mouse and keys on a screen of its own: not a test that the build runs, but the
 * proof before a release that a person gets from an empty project to a translator. Started by {@code app/src/test/road/road.sh}.
 */
@NullMarked
package org.hydraworkbench.app.road;

import org.jspecify.annotations.NullMarked;
