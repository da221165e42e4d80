/**
 * The local service: while a person has it switched on, other programs of this machine translate by the open project, as they would with
 * LibreTranslate or OPUS-CAT. What it translates with is the window's own: what the project's sentences teach, and the Hydra that is
 * loaded, on the one thread of tensors. What other programs correct goes into the project's conversation.
 */
@NullMarked
package org.hydraworkbench.app.service;

import org.jspecify.annotations.NullMarked;
