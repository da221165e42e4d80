/**
 * What can be done in a project. Each operation says in one class what it needs, which slot it fills, what can be chosen, and how it
 * is done; which steps there are, what is out of date, what comes next and how to bring a project up to date follow from their list.
 */
@NullMarked
package org.hydraworkbench.project.work;

import org.jspecify.annotations.NullMarked;
