/**
 * The folder of a pretrained model, as Hugging Face publishes them: {@link org.hydraworkbench.model.folder.PretrainedFolder} reads and writes it.
 *
 * <p>Folders come from people and from our own steps; the configuration goes to the decoder and to embedding transfer, and back into the
 * folders that these make. Other programs shall read those as we do, so that settings with an old and a new form are written in both.
 */
@NullMarked
package org.hydraworkbench.model.folder;

import org.jspecify.annotations.NullMarked;
