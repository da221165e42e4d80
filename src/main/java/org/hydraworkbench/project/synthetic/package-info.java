/** Pairs that a project makes itself, by translating a text in one of its languages: a Hydra is trained on them too. */
@NullMarked
package org.hydraworkbench.project.synthetic;

import org.jspecify.annotations.NullMarked;
