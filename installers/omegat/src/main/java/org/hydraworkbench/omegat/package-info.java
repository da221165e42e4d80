/**
 * A plug-in of OmegaT: its machine translation and its glossary ask the local service of the workbench ({@code hydra serve}) over HTTP. OmegaT
 * loads what {@code OmegaT-Plugins} names in the manifest. Nothing of the workbench itself is inside.
 */
@NullMarked
package org.hydraworkbench.omegat;

import org.jspecify.annotations.NullMarked;
