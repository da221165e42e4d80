package org.hydraworkbench.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.StateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {

    @TempDir
    Path folder;

    static Path golden(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(SafetensorsFileTest.class.getResource(name)).toURI());
    }

    @Test
    void roundsToTheSameHalfWidthBitsAsTheReferenceLibrary() throws Exception {
        try (SafetensorsFile file = SafetensorsFile.open(golden("rounding.safetensors"))) {
            float[] exact = file.floats("f32");
            float[] bf16 = file.floats("bf16");
            float[] f16 = file.floats("f16");
            for (int i = 0; i < exact.length; i++) {
                assertThat(FloatCodec.fromBf16(FloatCodec.toBf16(exact[i]))).isEqualTo(bf16[i]);
                assertThat(FloatCodec.fromF16(FloatCodec.toF16(exact[i]))).isEqualTo(f16[i]);
            }
        }
    }

    @Test
    void readsSingleRows() throws Exception {
        try (SafetensorsFile file = SafetensorsFile.open(golden("rounding.safetensors"))) {
            float[] all = file.floats("bf16");
            float[] rows = new float[2 * 16];
            file.floats("bf16", 30, 2, rows);
            assertThat(rows).containsExactly(Arrays.copyOfRange(all, 30 * 16, 32 * 16));
            assertThatThrownBy(() -> file.floats("bf16", 31, 2, rows)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void knowsTheMetadata() throws Exception {
        try (SafetensorsFile file = SafetensorsFile.open(golden("layout.safetensors"))) {
            assertThat(file.metadata()).containsEntry("format", "pt");
        }
    }

    @Test
    void aClosedFileIsNotRead() throws Exception {
        SafetensorsFile file = SafetensorsFile.open(golden("layout.safetensors"));
        MemorySegment kept = file.read("a.weight", bytes -> bytes);
        file.close();
        file.close();
        assertThatThrownBy(() -> file.floats("a.weight"))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("layout.safetensors was closed");
        assertThatThrownBy(() -> file.read("a.weight", bytes -> bytes)).isInstanceOf(StateException.class);
        assertThatThrownBy(() -> kept.get(ValueLayout.JAVA_BYTE, 0)).isInstanceOf(IllegalStateException.class);
    }

    /** A mapped file that goes under its reader takes the process along, or fails in words that nobody understands. */
    @Test
    void closingWaitsForReadersHoweverManyThereAre() throws Exception {
        int readers = 4;
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            for (int round = 0; round < 50; round++) {
                SafetensorsFile file = SafetensorsFile.open(golden("layout.safetensors"));
                float[] whole = file.floats("a.weight");
                CountDownLatch reading = new CountDownLatch(readers);
                List<Future<?>> ends = new ArrayList<>();
                for (int reader = 0; reader < readers; reader++) {
                    ends.add(threads.submit(() -> {
                        reading.countDown();
                        assertThatThrownBy(() -> {
                                    while (true) {
                                        assertThat(file.floats("a.weight")).isEqualTo(whole);
                                    }
                                })
                                .isInstanceOf(StateException.class);
                    }));
                }
                reading.await();
                file.close();
                for (Future<?> end : ends) {
                    end.get();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[2,6]}} | 6 | tensor b overlaps tensor a",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}} | 12 | 4 unused bytes between tensor a and tensor b",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | 8 | 4 unused bytes between the header and tensor a",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | 8 | 4 unused bytes after tensor a",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 4 | the file is cut short",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | 4 | needs 8 bytes",
                "{\"a\":{\"dtype\":\"F31\",\"shape\":[1],\"data_offsets\":[0,4]}} | 4 | tensor a has an unknown type F31",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | 4 | no whole number",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}} | 4 | no whole number",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"1\"],\"data_offsets\":[0,4]}} | 4 | no whole number",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999,99999999999],\"data_offsets\":[0,4]}} | 4 | larger than any file",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}} | 4 | needs 4 bytes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | 4 | comes twice",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}} | 4 | needs dtype, shape and two data_offsets",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}} | 4 | unknown field x",
                "{\"a\":7} | 0 | damaged safetensors header",
                "{\"a\" | 0 | damaged safetensors header",
                "{} {} | 0 | damaged safetensors header",
                "[] | 0 | does not begin with {",
                "{\"__metadata__\":{\"format\":1}} | 0 | is not a text",
            })
    void refusesADamagedHeader(String json, int dataBytes, String reason) throws Exception {
        Path file = write(json.getBytes(StandardCharsets.UTF_8), json.length(), dataBytes);
        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAHeaderLongerThanTheFile() throws Exception {
        Path file = write("{}".getBytes(StandardCharsets.UTF_8), 1L << 40, 0);
        assertThatThrownBy(() -> SafetensorsFile.open(file)).hasMessageContaining("1099511627776 bytes");
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        Path file = Files.createFile(folder.resolve("empty.safetensors"));
        assertThatThrownBy(() -> SafetensorsFile.open(file)).hasMessageContaining("only 0 bytes");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> SafetensorsFile.open(folder.resolve("none"))).hasMessageContaining("there is no such file");
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefusedWithASentence(@ForAll @Size(max = 80) byte[] header) throws Exception {
        Path scratch = Files.createTempDirectory("safetensors");
        try {
            folder = scratch;
            Path file = write(header, header.length, 3);
            try (SafetensorsFile open = SafetensorsFile.open(file)) {
                assertThat(open.names()).isNotNull();
            } catch (InputException e) {
                assertThat(e).hasMessageContaining(file.toString());
            }
        } finally {
            Folders.delete(scratch);
        }
    }

    private Path write(byte[] header, long headerLength, int dataBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(headerLength).array());
        out.write(header);
        out.write(new byte[dataBytes]);
        return Files.write(folder.resolve("test.safetensors"), out.toByteArray());
    }
}
