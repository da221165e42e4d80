package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryFileTest {

    private static final String MAGIC = "HYDTESTS";

    @TempDir
    Path folder;

    @Test
    void everythingComesBackAsItWasWritten() throws HydraException {
        Path file = folder.resolve("all");
        int[] ints = new Random(1).ints(100_000).toArray();
        double[] doubles = new Random(2).doubles(50_000).toArray();
        BinaryOutput.write(file, MAGIC, 3, out -> {
            out.putString("taɣect 𐍈");
            out.putInts(ints);
            out.putLong(Long.MIN_VALUE);
            out.putFloats(new float[] {1.5f, Float.MIN_VALUE});
            out.putLongs(new long[] {7});
            out.putDoubles(doubles);
            out.putString("");
        });
        BinaryInput.read(file, MAGIC, 3, in -> {
            assertThat(in.getString()).isEqualTo("taɣect 𐍈");
            assertThat(in.getInts()).isEqualTo(ints);
            assertThat(in.getLong()).isEqualTo(Long.MIN_VALUE);
            assertThat(in.getFloats()).containsExactly(1.5f, Float.MIN_VALUE);
            assertThat(in.getLongs()).containsExactly(7);
            assertThat(in.getDoubles()).isEqualTo(doubles);
            assertThat(in.getString()).isEmpty();
            return true;
        });
    }

    @Test
    void aFileCutOffAnywhereIsRefused() throws Exception {
        Path file = folder.resolve("whole");
        BinaryOutput.write(file, MAGIC, 1, out -> out.putInts(new int[] {1, 2, 3}));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Path part = Files.write(folder.resolve("part"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> BinaryInput.read(part, MAGIC, 1, BinaryInput::getInts))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(part.toString());
        }
    }

    @Test
    void aHugeLengthIsRefusedBeforeMemoryIsTaken() throws Exception {
        Path file = folder.resolve("huge");
        BinaryOutput.write(file, MAGIC, 1, out -> out.putInt(Integer.MAX_VALUE));
        assertThatThrownBy(() -> BinaryInput.read(file, MAGIC, 1, BinaryInput::getDoubles))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("ends too early");
    }

    @Test
    void whatIsLeftOverIsAnError() throws Exception {
        Path file = folder.resolve("long");
        BinaryOutput.write(file, MAGIC, 1, out -> out.putLong(1));
        assertThatThrownBy(() -> BinaryInput.read(file, MAGIC, 1, BinaryInput::getInt))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("longer than its content");
    }

    @Test
    void anotherKindOrVersionIsNamed() throws Exception {
        Path file = folder.resolve("kind");
        BinaryOutput.write(file, MAGIC, 1, out -> out.putInt(1));
        assertThatThrownBy(() -> BinaryInput.read(file, "HYDOTHER", 1, BinaryInput::getInt))
                .hasMessageContaining("not a file of the expected kind");
        assertThatThrownBy(() -> BinaryInput.read(file, MAGIC, 2, BinaryInput::getInt))
                .hasMessageContaining("version 1")
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> BinaryInput.read(folder.resolve("none"), MAGIC, 2, BinaryInput::getInt))
                .hasMessageContaining("no such file");
    }
}
