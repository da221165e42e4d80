package org.hydraworkbench.base;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a library refused a file, in words for a person: one line, no class names, no advice to programmers. */
public final class Reasons {

    private static final Pattern CLASS_NAMES = Pattern.compile("^(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error): ");
    private static final Pattern XML_PLACE = Pattern.compile("^ParseError at .*\\R?Message: ");
    /** What Gson says in words of its own: its advice, its names of what it met, and the place. */
    private static final Pattern LENIENT = Pattern.compile("Use JsonReader\\.\\S+ to accept malformed JSON");

    private static final Pattern JSON_PLACE = Pattern.compile(" at (?:line (\\d+) column (\\d+) )?path (\\S+)$");
    private static final Map<String, String> JSON_KINDS = Map.of(
            "BEGIN_OBJECT", "an object",
            "BEGIN_ARRAY", "a list",
            "END_OBJECT", "the end of an object",
            "END_ARRAY", "the end of a list",
            "END_DOCUMENT", "the end of the file",
            "STRING", "a string",
            "NUMBER", "a number",
            "BOOLEAN", "true or false",
            "NULL", "null",
            "NAME", "a name");
    private static final Pattern JSON_KIND = Pattern.compile(String.join("|", JSON_KINDS.keySet()));

    private Reasons() {}

    /** The reason that {@code failure} gives, as a part of a sentence. */
    public static String of(Throwable failure) {
        return switch (failure) {
            case ClosedByInterruptException _ -> "the work was interrupted";
            case EOFException _ -> "it is cut short";
            case NullPointerException _ -> "a part of it is missing";
            case ClassCastException _, UnsupportedOperationException _ -> "a part of it is of another kind than it should be";
            case CharacterCodingException _ -> "it is not UTF-8";
            case FileSystemException refusal -> of(refusal);
            case UncheckedIOException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
            default -> ofMessage(failure);
        };
    }

    /** Their messages are often a path and nothing else. */
    private static String of(FileSystemException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> failure.getFile() + " is in the way";
            case NotDirectoryException _ -> failure.getFile() + " is not a folder";
            case DirectoryNotEmptyException _ -> failure.getFile() + " is a folder that is not empty";
            case FileSystemLoopException _ -> "its links lead in a circle";
            default -> {
                String reason = failure.getReason();
                yield reason == null || reason.isBlank() ? "the file system refuses, and does not say why" : reason;
            }
        };
    }

    private static String ofMessage(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getCause() == null ? "unreadable" : of(failure.getCause());
        }
        String inside = XML_PLACE.matcher(message).replaceFirst("");
        String line = inside.lines().findFirst().orElse(inside);
        String plain = CLASS_NAMES.matcher(line).replaceFirst("");
        Matcher place = JSON_PLACE.matcher(plain);
        return place.find() ? ofJson(plain.substring(0, place.start()), place) : plain;
    }

    private static String ofJson(String what, Matcher place) {
        String advised = LENIENT.matcher(what).replaceFirst("Malformed JSON");
        String kinds = JSON_KIND.matcher(advised).replaceAll(kind -> JSON_KINDS.getOrDefault(kind.group(), kind.group()));
        String where = place.group(1) == null ? "" : " in line " + place.group(1) + ", column " + place.group(2);
        return kinds + where + (place.group(3).equals("$") ? "" : " at " + place.group(3));
    }
}
