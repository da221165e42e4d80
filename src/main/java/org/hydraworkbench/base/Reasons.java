package org.hydraworkbench.base;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;

/** Why a library refused a file, in words for a person: one line, no class names, no advice to programmers. */
public final class Reasons {

    private static final Pattern CLASS_NAMES = Pattern.compile("^(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error): ");
    private static final Pattern LENIENT = Pattern.compile("Use JsonReader\\.\\S+ to accept malformed JSON");

    private Reasons() {}

    /** The reason that {@code failure} gives, as a part of a sentence. */
    public static String of(Throwable failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return "unreadable";
        }
        String line = message.lines().findFirst().orElse(message);
        return LENIENT.matcher(CLASS_NAMES.matcher(line).replaceFirst("")).replaceFirst("Malformed JSON");
    }
}
