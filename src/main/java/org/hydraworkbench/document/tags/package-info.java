/**
 * Text with tags in it: tags are taken out before a text is translated and put back by the links between its words and those of the
 * answer; what is not for translating (numbers, addresses, placeholders) comes out as it went in. Texts come from
 * {@code document.format}, answers from whatever translates a sentence.
 */
@NullMarked
package org.hydraworkbench.document.tags;

import org.jspecify.annotations.NullMarked;
