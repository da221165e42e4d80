package org.hydraworkbench.cli;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.file.Path;
import org.hydraworkbench.base.InputException;

/** Reads a JSON array of token ids that stands on one line. */
final class IdArrayParser {

    private final Path source;
    private final int size;
    private String line = "";
    private int at;

    /** @param source what error messages name @param size one more than the largest id allowed */
    IdArrayParser(Path source, int size) {
        this.source = source;
        this.size = size;
    }

    int[] parse(String text, long lineNumber) throws InputException {
        line = text;
        at = 0;
        IntArrayList ids = new IntArrayList();
        if (next() != '[') {
            throw malformed(lineNumber);
        }
        char c = next();
        if (c != ']') {
            at--;
            do {
                ids.add(number(lineNumber));
                c = next();
            } while (c == ',');
        }
        if (c != ']' || next() != 0) {
            throw malformed(lineNumber);
        }
        return ids.toIntArray();
    }

    /** The next character that is no white space, stepping over it; 0 at the end. */
    private char next() {
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c != ' ' && c != '\t' && c != '\r') {
                return c;
            }
        }
        at = line.length() + 1;
        return 0;
    }

    private int number(long lineNumber) throws InputException {
        char c = next();
        if (c < '0' || c > '9') {
            throw malformed(lineNumber);
        }
        long value = 0;
        for (; c >= '0' && c <= '9'; c = at < line.length() ? line.charAt(at++) : step()) {
            value = Math.min(value * 10 + (c - '0'), Integer.MAX_VALUE);
        }
        at--;
        if (value >= size) {
            throw InputException.at(
                    source, lineNumber, "there is no token " + value + "; the tokenizer's ids go from 0 to " + (size - 1));
        }
        return (int) value;
    }

    private char step() {
        at++;
        return 0;
    }

    private InputException malformed(long lineNumber) {
        return InputException.at(source, lineNumber, "is not a JSON array of token ids, for example [12,7,101]");
    }
}
