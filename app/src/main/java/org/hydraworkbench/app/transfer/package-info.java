/**
 * The transfer workspace: the base model, ways of giving it a vocabulary for the new language, their results side by side, what
 * a new row is near to, and putting the chosen one together as a Hydra. Everything it makes is an artefact of the project.
 */
@NullMarked
package org.hydraworkbench.app.transfer;

import org.jspecify.annotations.NullMarked;
