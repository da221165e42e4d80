package org.hydraworkbench.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** Files from the network, for what a person asked to be fetched. Nothing else in the program goes there. */
public final class Download {

    private static final int CONNECT_MILLIS = 20_000;
    private static final int SILENCE_MILLIS = 30_000;
    private static final int CHUNK = 1 << 18;
    private static final int LONGEST_TEXT = 1 << 26;

    private Download() {}

    /**
     * A text.
     *
     * @throws ResourceException when nobody answers, or says that there is no such text
     */
    public static String text(URI from) throws ResourceException {
        try (InputStream in = open(from).getInputStream()) {
            return new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreachable(from, e);
        }
    }

    /**
     * A file. Where this fails, what is there of it is left to the caller to delete.
     *
     * @param to where none is yet
     * @param bytes how many it has
     * @param sha256 its SHA-256, in hexadecimal digits
     * @param progress hears of the bytes
     * @throws ResourceException when nobody answers, the disk is full, or it is not the file with this sum
     */
    public static void file(URI from, Path to, long bytes, String sha256, Progress progress) throws HydraException {
        MessageDigest digest = Hashes.sha256();
        long done = 0;
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW);
                InputStream in = open(from).getInputStream()) {
            byte[] chunk = new byte[CHUNK];
            for (int read = read(in, chunk, from); read >= 0; read = read(in, chunk, from)) {
                progress.checkCancelled();
                digest.update(chunk, 0, read);
                out.write(chunk, 0, read);
                done += read;
                progress.update(done, bytes);
            }
        } catch (IOException e) {
            throw ResourceException.in(to, "cannot be written", e);
        }
        if (done != bytes || !Hashes.hex(digest.digest()).equals(sha256)) {
            throw new ResourceException(from + ": what came is damaged, or another file than the one that is wanted (" + done + " of " + bytes
                    + " bytes); nothing of it is kept, so try again.");
        }
    }

    private static int read(InputStream in, byte[] chunk, URI from) throws ResourceException {
        try {
            return in.read(chunk);
        } catch (IOException e) {
            throw unreachable(from, e);
        }
    }

    private static HttpURLConnection open(URI from) throws ResourceException {
        try {
            HttpURLConnection connection = (HttpURLConnection) from.toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(SILENCE_MILLIS);
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new ResourceException(from + ": is not to be had now (the server answers " + status + "); try again later.");
            }
            return connection;
        } catch (IOException e) {
            throw unreachable(from, e);
        }
    }

    private static ResourceException unreachable(URI from, IOException e) {
        return new ResourceException(
                from.getHost() + " cannot be reached (" + Reasons.of(e) + "); see that this machine is connected to the network, and try again.", e);
    }
}
