package org.hydraworkbench.model.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hydraworkbench.base.ResourceException;

/**
 * Makes the module archive that PyTorch loads out of a kernel's text. The archive is a zip whose entries are
 * stored, not deflated (PyTorch maps them), and holds besides the source an object without fields and an empty table of
 * constants, both a few bytes of pickle written here; nothing is ever unpickled that comes from outside.
 */
final class KernelArchive {

    /** Name of the folder inside the archive and of the file without {@code .pt}. */
    static final String NAME = "decoder";

    private KernelArchive() {}

    /** Writes {@code decoder.pt} into {@code folder}. */
    static void write(KernelText text, Path folder) throws ResourceException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(NAME + ".pt")))) {
            zip.setMethod(ZipOutputStream.STORED);
            add(zip, "data.pkl", moduleObject());
            add(zip, "code/__torch__.py", text.assemble().getBytes(StandardCharsets.UTF_8));
            // An empty tuple: no constants.
            add(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            // Of the operators as they have been since PyTorch 1.12; in older text gelu has no approximation.
            add(zip, "version", "10\n".getBytes(StandardCharsets.US_ASCII));
            add(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw ResourceException.in(folder, "the tensor kernel cannot be written there", e);
        }
    }

    /** Pickle, protocol 2: an instance of class {@code __torch__.Decoder} whose only attribute is {@code training = False}. */
    private static byte[] moduleObject() {
        byte[] name = "c__torch__\nDecoder\n".getBytes(StandardCharsets.US_ASCII);
        byte[] attribute = "training".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x80, 2});
        out.writeBytes(name);
        out.writeBytes(new byte[] {'q', 0, ')', (byte) 0x81, '}', '(', 'X', (byte) attribute.length, 0, 0, 0});
        out.writeBytes(attribute);
        out.writeBytes(new byte[] {(byte) 0x89, 'u', 'b', '.'});
        return out.toByteArray();
    }

    private static void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(NAME + "/" + path);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setCrc(sum.getValue());
        entry.setSize(content.length);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
