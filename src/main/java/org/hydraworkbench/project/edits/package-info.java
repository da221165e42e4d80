/** What people say of single links and of whole pairs, anchored in the text, so that it holds however the text is cut and aligned. */
@NullMarked
package org.hydraworkbench.project.edits;

import org.jspecify.annotations.NullMarked;
