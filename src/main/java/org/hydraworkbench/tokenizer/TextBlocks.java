package org.hydraworkbench.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.InputFile;
import org.jspecify.annotations.Nullable;

/**
 * Text for training, as blocks of UTF-8 that several threads can work on. A block ends at a line end; only a line of many
 * megabytes is cut inside, at a space.
 */
final class TextBlocks {

    /** Bytes kept free before and after the text, so that scanners may look a little past it. */
    static final int MARGIN = 8;

    private static final int SIZE = 1 << 20;
    private static final int LONGEST_LINE = 1 << 26;

    /**
     * Some lines.
     *
     * @param bytes the text from {@link #MARGIN} to {@code end}
     * @param continues whether the first line is the rest of one that the block before began
     * @param file where the text comes from, if from a file
     * @param offset position of the block in the file's (unpacked) bytes
     * @param used where the bytes go when they are done with, to be filled again
     */
    record Block(byte[] bytes, int end, boolean continues, @Nullable Path file, long offset, Queue<byte[]> used) {

        /** Gives the bytes back. */
        void release() {
            if (bytes.length == SIZE) {
                used.add(bytes);
            }
        }
    }

    /** Takes blocks, in any number of threads of its own; each is its until it is released. */
    @FunctionalInterface
    interface Sink {
        void accept(Block block) throws HydraException;
    }

    /** What gives blocks. */
    @FunctionalInterface
    interface Source {
        void feed(Sink sink, Progress progress) throws HydraException;
    }

    private TextBlocks() {}

    /** Files of lines, unpacked where they are gzip. */
    static Source files(List<Path> files) {
        return (sink, progress) -> {
            Queue<byte[]> used = new ConcurrentLinkedQueue<>();
            long total = 0;
            for (Path file : files) {
                total += size(file);
            }
            long done = 0;
            for (Path file : files) {
                feedFile(file, done, total, used, sink, progress);
                done += size(file);
            }
        };
    }

    /** Lines as strings; a line end inside one counts as a line end. */
    static Source lines(Iterator<String> lines) {
        return (sink, progress) -> {
            Queue<byte[]> used = new ConcurrentLinkedQueue<>();
            byte[] bytes = new byte[SIZE];
            int end = MARGIN;
            long count = 0;
            while (lines.hasNext()) {
                byte[] line = lines.next().getBytes(StandardCharsets.UTF_8);
                if (end > MARGIN && end + line.length + 1 > bytes.length - MARGIN) {
                    sink.accept(new Block(bytes, end, false, null, 0, used));
                    progress.checkCancelled();
                    progress.update(count, 0);
                    bytes = buffer(used, line.length + 1);
                    end = MARGIN;
                } else if (line.length + 1 + 2 * MARGIN > bytes.length) {
                    bytes = buffer(used, line.length + 1);
                }
                System.arraycopy(line, 0, bytes, end, line.length);
                end += line.length;
                bytes[end++] = '\n';
                count++;
            }
            sink.accept(new Block(bytes, end, false, null, 0, used));
        };
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes[MARGIN] == (byte) 0xEF && bytes[MARGIN + 1] == (byte) 0xBB && bytes[MARGIN + 2] == (byte) 0xBF;
    }

    private static long size(Path file) throws InputException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
    }

    /** An array with room for that many bytes of text, an old one if there is one. */
    private static byte[] buffer(Queue<byte[]> used, int room) {
        if (room + 2 * MARGIN > SIZE) {
            return new byte[room + 2 * MARGIN];
        }
        byte[] old = used.poll();
        return old == null ? new byte[SIZE] : old;
    }

    private static void feedFile(
            Path file, long before, long total, Queue<byte[]> used, Sink sink, Progress progress) throws HydraException {
        try (InputFile input = InputFile.open(file)) {
            input.requireText();
            InputStream in = input.content();
            byte[] bytes = buffer(used, 0);
            int end = MARGIN + in.readNBytes(bytes, MARGIN, 3);
            long offset = 0;
            if (end == MARGIN + 3 && startsWithByteOrderMark(bytes)) {
                end = MARGIN;
                offset = 3;
            }
            boolean continues = false;
            while (true) {
                int room = bytes.length - MARGIN - end;
                int read = in.readNBytes(bytes, end, room);
                end += read;
                boolean last = read < room;
                int cut = last ? end : cut(bytes, end);
                if (cut > MARGIN) {
                    int rest = end - cut;
                    // twice as much as is left over, lest a long line be copied again and again
                    byte[] next = buffer(used, 2 * rest);
                    System.arraycopy(bytes, cut, next, MARGIN, rest);
                    boolean inside = !last && bytes[cut - 1] != '\n';
                    sink.accept(new Block(bytes, cut, continues, file, offset, used));
                    offset += cut - MARGIN;
                    continues = inside;
                    bytes = next;
                    end = MARGIN + rest;
                } else if (!last) {
                    bytes = Arrays.copyOf(bytes, bytes.length * 2);
                }
                progress.checkCancelled();
                progress.update(before + input.bytesRead(), total);
                if (last) {
                    return;
                }
            }
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
    }

    /** Where a full buffer is cut: after its last line end; in a very long line before its last space. */
    private static int cut(byte[] bytes, int end) {
        for (int i = end; i > MARGIN; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        if (end - MARGIN < LONGEST_LINE) {
            return MARGIN;
        }
        for (int i = end - 1; i > MARGIN; i--) {
            if (bytes[i] == ' ' && bytes[i - 1] != ' ') {
                return i;
            }
        }
        int character = end - 1;
        while (character > MARGIN + 1 && (bytes[character] & 0xC0) == 0x80) {
            character--;
        }
        return character;
    }
}
