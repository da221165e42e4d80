/**
 * Files in the formats that translators work with: what is to be translated in them, and the file with the translations in it, all
 * else byte for byte as it was. Texts with their tags go to {@code document.tags} and come back from there.
 */
@NullMarked
package org.hydraworkbench.document.format;

import org.jspecify.annotations.NullMarked;
