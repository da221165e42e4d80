/** What was asked in Translate, what came of it, and how a person put it right: kept in the project, so that it is there again tomorrow. */
@NullMarked
package org.hydraworkbench.project.conversations;

import org.jspecify.annotations.NullMarked;
