/** What projects cost in time: started by hand, not by the tests. */
@NullMarked
package org.hydraworkbench.project.bench;

import org.jspecify.annotations.NullMarked;
