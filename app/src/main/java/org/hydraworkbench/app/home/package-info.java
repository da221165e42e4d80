/**
 * The first workspace: where to begin, which projects were open lately, and, when one is open, how far its steps are and
 * what to do next. Also the actions that open, make and copy projects. It reads the project's own summaries only.
 */
@NullMarked
package org.hydraworkbench.app.home;

import org.jspecify.annotations.NullMarked;
