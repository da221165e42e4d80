/** Tests of the chat templates, most of them against what Jinja2 renders. */
@NullMarked
package org.hydraworkbench.model.chat;

import org.jspecify.annotations.NullMarked;
