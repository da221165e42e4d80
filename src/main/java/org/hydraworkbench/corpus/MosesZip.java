package org.hydraworkbench.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * Pairs from a zip with two files whose lines correspond and whose endings name their languages, {@code Tatoeba.en-kab.en} and
 * {@code Tatoeba.en-kab.kab}, as OPUS hands out Moses files; other files in it are passed over. The left language of the common name
 * is the source, unless languages are asked for.
 */
final class MosesZip implements BitextReader {

    private final Path file;
    private final MosesReader pairs;
    private final List<String> languages;
    private final boolean asAsked;

    /** Two files of one name but for their endings. */
    private record Two(ZipEntry left, ZipEntry right) {

        Two turned() {
            return new Two(right, left);
        }

        List<String> languages() {
            return List.of(ending(left), ending(right));
        }
    }

    private MosesZip(Path file, MosesReader pairs, List<String> languages, boolean asAsked) {
        this.file = file;
        this.pairs = pairs;
        this.languages = languages;
        this.asAsked = asAsked;
    }

    static boolean begins(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    }

    /** Opens the two files of a zip. */
    static MosesZip open(BitextFiles text) throws HydraException {
        Path file = text.source();
        Two two = find(file);
        boolean straight = serve(two, text);
        boolean turned = !straight && serve(two.turned(), text);
        Two wanted = turned ? two.turned() : two;
        text.lines().requireNoTable();
        TextLines left = TextLines.of(InputFile.inZip(file, wanted.left().getName()), text.lines());
        try {
            TextLines right = TextLines.of(InputFile.inZip(file, wanted.right().getName()), text.lines());
            MosesReader pairs = new MosesReader(left, right, text.lines().skipBadLines());
            return new MosesZip(file, pairs, wanted.languages(), straight || turned);
        } catch (HydraException e) {
            left.close();
            throw e;
        }
    }

    private static boolean serve(Two two, BitextFiles text) {
        String from = text.from();
        String to = text.to();
        return (from == null || LanguageTag.serves(from, two.languages().getFirst()))
                && (to == null || LanguageTag.serves(to, two.languages().getLast()));
    }

    private static Two find(Path file) throws InputException {
        Map<String, Map<String, ZipEntry>> byName = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().contains("."))
                    .forEach(entry -> byName.computeIfAbsent(common(entry), name -> new LinkedHashMap<>()).put(ending(entry), entry));
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read as a zip; it may be cut short", e);
        }
        List<Two> found = new ArrayList<>();
        byName.forEach((name, endings) -> {
            Two two = two(name, endings);
            if (two != null) {
                found.add(two);
            }
        });
        if (found.size() != 1) {
            throw InputException.in(
                    file,
                    (found.isEmpty() ? "there are no two files in this zip" : "there are several texts in this zip, and not just two files")
                            + " whose names differ only in their languages, like NAME.en-kab.en and NAME.en-kab.kab; unpack it and give"
                            + " two files");
        }
        return found.getFirst();
    }

    /** The two files of a name: those of the languages in it, as in {@code en-kab}, else the only two. */
    private static @Nullable Two two(String name, Map<String, ZipEntry> endings) {
        String last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
        for (int hyphen = last.indexOf('-'); hyphen >= 0; hyphen = last.indexOf('-', hyphen + 1)) {
            ZipEntry left = endings.get(last.substring(0, hyphen));
            ZipEntry right = endings.get(last.substring(hyphen + 1));
            if (left != null && right != null) {
                return new Two(left, right);
            }
        }
        List<ZipEntry> all = List.copyOf(endings.values());
        return all.size() == 2 ? new Two(all.getFirst(), all.getLast()) : null;
    }

    private static String common(ZipEntry entry) {
        return entry.getName().substring(0, entry.getName().lastIndexOf('.'));
    }

    private static String ending(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('.') + 1);
    }

    @Override
    public @Nullable SentencePair next() throws HydraException {
        return asAsked ? pairs.next() : null;
    }

    @Override
    public InputException nothing() {
        return asAsked
                ? pairs.nothing()
                : InputException.in(file, "this text is in " + String.join(" and ", languages) + ", not in the languages asked for");
    }

    @Override
    public List<String> notes() {
        return pairs.notes();
    }

    @Override
    public String badLines() {
        return pairs.badLines();
    }

    @Override
    public boolean namesLanguages() {
        return true;
    }

    @Override
    public List<String> languages() {
        return languages;
    }

    @Override
    public List<String> allLanguages() {
        return languages;
    }

    @Override
    public BitextFormat format() {
        return BitextFormat.ZIP;
    }

    @Override
    public long bytesRead() {
        return pairs.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return pairs.bytesTotal();
    }

    @Override
    public void close() throws HydraException {
        pairs.close();
    }
}
