/**
 * The bilingual text of a project: read from files into corpora with a role, a licence and languages, searched, filtered and paged,
 * with pairs that can be left out and brought back. Text never changes, so that what people say of it holds.
 */
@NullMarked
package org.hydraworkbench.project.corpora;

import org.jspecify.annotations.NullMarked;
