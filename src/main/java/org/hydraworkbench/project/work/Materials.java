package org.hydraworkbench.project.work;

import java.nio.file.Path;
import org.hydraworkbench.project.artefacts.Artefacts;
import org.hydraworkbench.project.corpora.Corpora;
import org.hydraworkbench.project.edits.Edits;
import org.hydraworkbench.project.links.Alignments;
import org.hydraworkbench.project.links.OpenTokenizers;
import org.hydraworkbench.project.translation.ProjectKnowledge;
import org.hydraworkbench.store.Database;

/**
 * The rooms of a project that operations work in.
 *
 * @param files the folder of the project's artefacts and of jobs at work
 */
public record Materials(
        Database database,
        Path files,
        Corpora corpora,
        Edits edits,
        Artefacts artefacts,
        Alignments alignments,
        OpenTokenizers tokenizers,
        ProjectKnowledge knowledge) {}
