package org.hydraworkbench.hydra;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.AtomicFolder;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.transfer.EmbeddingTables;
import org.hydraworkbench.transfer.SourceTable;
import org.hydraworkbench.weights.SafetensorsFile;

/**
 * Adds heads to a Hydra, takes them away and renames them. Each makes a new Hydra, whole or not at all; what stays as it is becomes a
 * link to the old one's file where the disk can link, since models are never written in place.
 */
public final class HydraHeads {

    private HydraHeads() {}

    /** What looks at a Hydra with a head that was made on another body, before it gets its name. */
    @FunctionalInterface
    public interface SiblingCheck {

        /**
         * Looks.
         *
         * @param hydra the Hydra with the new head, in a folder that is gone later
         * @throws HydraException to refuse it
         */
        void look(Path hydra) throws HydraException;
    }

    /**
     * Adds a head.
     *
     * @param language what it is called
     * @param check is asked where the head was made on another body than the Hydra's
     * @param out a folder that does not exist yet, or is empty
     * @throws UsageException when there is such a head already
     * @throws InputException when the head does not fit the body
     */
    public static void add(Path hydra, HeadSource source, LanguageTag language, SiblingCheck check, Path out, Progress progress)
            throws HydraException {
        HydraManifest before = HydraManifest.read(hydra);
        requireNew(hydra, before, language);
        AtomicFolder.requireFree(out);
        progress.message("Reading the bodies, to see whether they are one");
        boolean sameBody = source.body(progress).equals(BodyFingerprint.of(HydraManifest.body(hydra), progress));
        AtomicFolder.write(out, folder -> {
            progress.message("Adding the head of " + language);
            link(hydra, before.languages(), folder);
            source.write(HydraManifest.head(folder, language), progress);
            requireFit(folder, language, progress);
            HydraManifest after = before.withHead(language, source.writes()).withTemplates(source.templates());
            (sameBody ? after.withDirections(learnt(source, language, after)) : after).write(folder);
            if (!sameBody) {
                check.look(folder);
            }
        });
    }

    /** Of what a head was made for, what the Hydra that it comes to can translate; nothing where that never said what it was made for. */
    private static List<LanguagePair> learnt(HeadSource source, LanguageTag language, HydraManifest hydra) {
        if (hydra.directions().isEmpty()) {
            return List.of();
        }
        LanguageTag own = source.language().orElse(language);
        return source.directions().stream()
                .map(pair -> new LanguagePair(
                        pair.from().equals(own) ? language : pair.from(), pair.to().equals(own) ? language : pair.to()))
                .filter(pair -> hydra.languages().contains(pair.from()) && hydra.writes(pair.to()) && !pair.from().equals(pair.to()))
                .toList();
    }

    /** The head's shapes against the body's, and its tokenizer. */
    private static void requireFit(Path folder, LanguageTag language, Progress progress) throws HydraException {
        try (SafetensorsFile file = SafetensorsFile.open(HydraManifest.tables(folder, language));
                EmbeddingTables own = EmbeddingTables.open(HydraManifest.body(folder));
                Tokenizer _ = Tokenizer.load(HydraManifest.head(folder, language))) {
            SourceTable input = SourceTable.of(file, HydraManifest.INPUT);
            boolean tied = !file.has(HydraManifest.HEAD);
            SourceTable head = tied ? input : SourceTable.of(file, HydraManifest.HEAD);
            if (head.rows() != input.rows() || head.width() != input.width()) {
                throw new InputException("The head of " + language + " does not fit together: its input table has " + input.rows() + " rows of "
                        + input.width() + ", its output table " + head.rows() + " of " + head.width() + ".");
            }
            if (input.width() != own.input().width()) {
                throw new InputException("The head of " + language + " does not fit the body: it is " + input.width() + " wide, the body "
                        + own.input().width() + ".");
            }
            if (input.dtype() != own.input().dtype()) {
                progress.log("The head of " + language + " is kept in " + input.dtype() + ", beside a body with tables in "
                        + own.input().dtype());
            }
        }
    }

    /**
     * Takes a head away.
     *
     * @param out a folder that does not exist yet, or is empty
     * @throws UsageException when there is no such head, or it is the body's own
     */
    public static void remove(Path hydra, LanguageTag language, Path out) throws HydraException {
        HydraManifest before = HydraManifest.read(hydra);
        before.requireHead(hydra, language);
        if (language.equals(before.bodyLanguage())) {
            throw new UsageException(hydra + ": the head of " + language + " cannot be removed, since the body has its tables as its own; write"
                    + " the languages to keep as plain models with `hydra export --lang`, and put these together with `hydra assemble`.");
        }
        HydraManifest after = before.withoutHead(language);
        AtomicFolder.write(out, folder -> {
            link(hydra, after.languages(), folder);
            after.write(folder);
        });
    }

    /**
     * Gives a head another tag.
     *
     * @param out a folder that does not exist yet, or is empty
     * @throws UsageException when there is no such head, or one of that tag already
     */
    public static void rename(Path hydra, LanguageTag language, LanguageTag tag, Path out) throws HydraException {
        HydraManifest before = HydraManifest.read(hydra);
        before.requireHead(hydra, language);
        requireNew(hydra, before, tag);
        AtomicFolder.write(out, folder -> {
            link(hydra, before.languages().stream().filter(each -> !each.equals(language)).toList(), folder);
            Folders.link(HydraManifest.head(hydra, language), HydraManifest.head(folder, tag), Set.of());
            before.renamed(language, tag).write(folder);
        });
    }

    private static void link(Path hydra, List<LanguageTag> heads, Path folder) throws HydraException {
        Folders.link(HydraManifest.body(hydra), HydraManifest.body(folder), Set.of());
        for (LanguageTag language : heads) {
            Folders.link(HydraManifest.head(hydra, language), HydraManifest.head(folder, language), Set.of());
        }
    }

    private static void requireNew(Path hydra, HydraManifest manifest, LanguageTag language) throws UsageException {
        if (manifest.languages().contains(language)) {
            throw new UsageException(hydra + ": has a head for " + language + " already; remove or rename that first, or add this one under another"
                    + " tag, such as " + language + "-x-new.");
        }
    }
}
