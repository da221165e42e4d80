package org.hydraworkbench.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.hydraworkbench.base.Gate;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;

/** One safetensors file, mapped into memory for as long as it is open. Its header is validated when it is opened. */
public final class SafetensorsFile implements TensorSource {

    private static final ValueLayout.OfLong LENGTH =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path file;
    private final FileChannel channel;
    private final Arena arena;
    private final MemorySegment data;
    private final long dataStart;
    private final SafetensorsHeader header;
    private final Gate gate;

    private SafetensorsFile(Path file, FileChannel channel, Arena arena, MemorySegment data, long dataStart, SafetensorsHeader header) {
        this.file = file;
        this.channel = channel;
        this.arena = arena;
        this.data = data;
        this.dataStart = dataStart;
        this.header = header;
        this.gate = new Gate("The file " + file);
    }

    /**
     * Maps a file and checks its header.
     *
     * @throws InputException naming file, tensor and reason when it is missing, cut short or malformed
     */
    public static SafetensorsFile open(Path file) throws InputException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
        Arena arena = Arena.ofShared();
        boolean opened = false;
        try {
            long size = channel.size();
            if (size < Long.BYTES) {
                throw InputException.in(file, "is no safetensors file: it is only " + size + " bytes long");
            }
            MemorySegment whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            long headerBytes = whole.get(LENGTH, 0);
            if (headerBytes < 2 || headerBytes > SafetensorsHeader.MAX_BYTES || headerBytes > size - Long.BYTES) {
                throw InputException.in(
                        file,
                        "is no safetensors file, or is cut short: it says that its header has "
                                + Long.toUnsignedString(headerBytes) + " bytes, the file has " + size);
            }
            byte[] json = whole.asSlice(Long.BYTES, headerBytes).toArray(ValueLayout.JAVA_BYTE);
            long dataStart = Long.BYTES + headerBytes;
            SafetensorsHeader header = SafetensorsHeader.parse(file, json, size - dataStart);
            SafetensorsFile result = new SafetensorsFile(file, channel, arena, whole.asSlice(dataStart), dataStart, header);
            opened = true;
            return result;
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        } finally {
            if (!opened) {
                end(arena, channel);
            }
        }
    }

    private static void end(Arena arena, FileChannel channel) {
        arena.close();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was only read
        }
    }

    @Override
    public Path location() {
        return file;
    }

    /** The free texts of the header, for example {@code format} → {@code pt}. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(header.tensors().keySet());
    }

    @Override
    public TensorInfo info(String name) throws InputException {
        return entry(name).info();
    }

    @Override
    public <R> R read(String name, Reading<R> reading) throws HydraException {
        SafetensorsHeader.Entry entry = entry(name);
        gate.enter();
        try {
            return reading.read(data.asSlice(entry.begin(), entry.end() - entry.begin()));
        } finally {
            gate.leave();
        }
    }

    @Override
    public void transfer(String name, FileChannel out) throws HydraException, IOException {
        SafetensorsHeader.Entry entry = entry(name);
        gate.enter();
        try {
            long end = dataStart + entry.end();
            for (long at = dataStart + entry.begin(); at < end; ) {
                long done = channel.transferTo(at, end - at, out);
                if (done <= 0) {
                    throw InputException.in(file, "was cut short while it was read");
                }
                at += done;
            }
        } finally {
            gate.leave();
        }
    }

    private SafetensorsHeader.Entry entry(String name) throws InputException {
        SafetensorsHeader.Entry entry = header.tensors().get(name);
        if (entry == null) {
            throw InputException.in(file, "has no tensor " + name);
        }
        return entry;
    }

    @Override
    public void close() {
        if (gate.shut()) {
            end(arena, channel);
        }
    }
}
