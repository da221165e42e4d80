package org.hydraworkbench.cli;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.transfer.SourceTable;
import org.hydraworkbench.weights.SafetensorsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra heads list}: the heads of a Hydra. */
@Command(
        name = "list",
        description = "Lists the heads of a Hydra: language, tokens, width, output table, size, and into which languages it can translate and was"
                + " tuned to.",
        mixinStandardHelpOptions = true)
final class HeadsListCommand implements Callable<Integer> {

    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .setPrettyPrinting()
            .create();

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "HYDRA", description = "The Hydra.")
    private @Nullable Path model;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /**
     * A head.
     *
     * @param tokens rows of its tables
     * @param output {@code own}, {@code tied} to the input table, or {@code none}: it only reads
     * @param bytes of its files
     * @param body whether the body has its tables as its own
     * @param into the languages that can be translated into from this one
     * @param tunedInto those of them that it was tuned for, by what is written down
     */
    private record Head(
            String language, int tokens, int width, String output, long bytes, boolean body, List<String> into, List<String> tunedInto) {}

    @Override
    public Integer call() throws HydraException {
        Path folder = Objects.requireNonNull(model);
        HydraManifest manifest = HydraManifest.read(folder);
        List<Head> heads = new ArrayList<>();
        for (LanguageTag language : manifest.languages()) {
            heads.add(head(folder, manifest, language));
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(GSON.toJson(heads));
        } else {
            heads.forEach(each -> print(each, out));
        }
        return 0;
    }

    private static Head head(Path folder, HydraManifest manifest, LanguageTag language) throws HydraException {
        try (SafetensorsFile tables = SafetensorsFile.open(HydraManifest.tables(folder, language))) {
            SourceTable input = SourceTable.of(tables, HydraManifest.INPUT);
            String output = !manifest.writes(language) ? "none" : tables.has(HydraManifest.HEAD) ? "own" : "tied";
            return new Head(
                    language.toString(),
                    input.rows(),
                    input.width(),
                    output,
                    Folders.size(HydraManifest.head(folder, language)),
                    language.equals(manifest.bodyLanguage()),
                    into(manifest.possible(), language),
                    into(manifest.directions(), language));
        }
    }

    private static List<String> into(List<LanguagePair> pairs, LanguageTag language) {
        return pairs.stream().filter(pair -> pair.from().equals(language)).map(pair -> pair.to().toString()).toList();
    }

    private static void print(Head head, PrintWriter out) {
        String output = switch (head.output) {
            case "none" -> "only reads";
            case "tied" -> "tied";
            default -> "output table of its own";
        };
        String into = head.into.isEmpty() ? "" : ", into " + String.join(", ", head.into);
        String tuned = head.tunedInto.isEmpty() ? "" : ", tuned into " + String.join(", ", head.tunedInto);
        out.println("%-10s %,d tokens, %,d wide, %s, %,d bytes%s%s%s".formatted(
                head.language, head.tokens, head.width, output, head.bytes, into, tuned, head.body ? "; the language of the body" : ""));
    }
}
