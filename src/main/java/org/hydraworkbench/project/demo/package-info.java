/** The demo: a project that is shipped with everything computed beforehand, how it is opened, and how it is made. */
@NullMarked
package org.hydraworkbench.project.demo;

import org.jspecify.annotations.NullMarked;
