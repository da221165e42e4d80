package org.hydraworkbench.project;

import java.time.Instant;

/**
 * What a project is.
 *
 * @param uid tells projects apart even when they have one name; a saved copy keeps it
 * @param name what a person calls it
 * @param sourceLanguage BCP 47 tag of the language the model knows
 * @param targetLanguage BCP 47 tag of the language it is to learn
 * @param created when
 * @param programVersion the version that made it
 */
public record ProjectInfo(
        String uid, String name, String sourceLanguage, String targetLanguage, Instant created, String programVersion) {}
