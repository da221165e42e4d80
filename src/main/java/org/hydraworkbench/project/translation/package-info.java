/**
 * What a project knows that translates: the sentences it is taught by, with the links that hold now, and what people corrected. From
 * {@code corpora}, {@code links} and {@code conversations} to {@code decode}.
 */
@NullMarked
package org.hydraworkbench.project.translation;

import org.jspecify.annotations.NullMarked;
