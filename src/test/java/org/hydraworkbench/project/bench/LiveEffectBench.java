package org.hydraworkbench.project.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.links.EffectOfEdit;
import org.hydraworkbench.project.links.LiveEffect;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.FolderSettings;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.settings.NoSettings;
import org.hydraworkbench.project.settings.TokenizerImportSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.project.work.Operation;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;

/**
 * Time from an edit of one link to the changed mapping rows, embedding rows and overlay, on English–Kabyle (10,763 pairs) with
 * the demo's tokenizers. The goal is 100 ms. Arguments: folder of the base model, folder of the target tokenizer, bitext.
 */
public final class LiveEffectBench {

    private static final int EDITS = 200;

    private LiveEffectBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("live-effect-bench");
        try (Project project = Project.create(folder.resolve("bench.hydra"), "Bench", "en", "kab")) {
            time("import", () -> project.work().importCorpus(ImportRequest.of(Path.of(arguments[2]))).run(Progress.none()));
            make(project, Operations.BASE_MODEL, new FolderSettings(Path.of(arguments[0])));
            make(project, Operations.IMPORT_TOKENIZER, TokenizerImportSettings.of(Path.of(arguments[1]), Side.TARGET));
            make(project, Operations.ALIGN, AlignmentSettings.defaults());
            make(project, Operations.MAP, MappingSettings.defaults());
            make(project, Operations.TRANSFER, TransferSettings.defaults());
            make(project, Operations.ASSEMBLE, new NoSettings());
            time("open live effect", () -> {
                live(project).close();
                return true;
            });
            edits(project);
            time("count by text", () -> project.corpora().count(PairFilter.all().withText("aqjun")));
            time(
                    "page, least certain first",
                    () -> project.corpora().page(PairFilter.all(), PairOrder.LEAST_CERTAIN, 5000, 100));
            System.out.println("artefacts of kind HYDRA: " + project.artefacts().list(ArtefactKind.HYDRA).size());
        }
    }

    private static void edits(Project project) throws Exception {
        try (Lease<LiveEffect> live = live(project)) {
            edits(project, live.get());
        }
    }

    private static <S> void make(Project project, Operation<S> operation, S settings) throws Exception {
        time(operation.id(), () -> TestProjects.make(project, operation, settings));
    }

    private static Lease<LiveEffect> live(Project project) throws Exception {
        return project.alignments().live(Progress.none()).orElseThrow();
    }

    private static void edits(Project project, LiveEffect live) throws Exception {
        long[] ids = project.corpora().ids(PairFilter.all(), PairOrder.CORPUS);
        Random random = new Random(1);
        double[] total = new double[EDITS];
        double[] effect = new double[EDITS];
        int rows = 0;
        for (int k = 0; k < EDITS; k++) {
            PairView view = project.alignments().now().view(ids[random.nextInt(ids.length)]);
            var source = view.source().segments().get(random.nextInt(view.source().size()));
            var target = view.target().segments().get(random.nextInt(view.target().size()));
            long start = System.nanoTime();
            project.edits().setLink(view.pair().id(), source.span(), target.span(), LinkState.SURE);
            long edited = System.nanoTime();
            EffectOfEdit what = live.apply(view.pair().id());
            long end = System.nanoTime();
            rows += what.changes().size();
            total[k] = (end - start) / 1e6;
            effect[k] = (end - edited) / 1e6;
        }
        Arrays.sort(total);
        Arrays.sort(effect);
        System.out.printf(
                "%d edits, %.1f rows each: edit and effect median %.1f ms, 95%% %.1f ms, most %.1f ms; effect alone median %.1f ms,"
                        + " most %.1f ms; %.2f of the goal of 100 ms%n",
                EDITS,
                rows / (double) EDITS,
                total[EDITS / 2],
                total[EDITS * 95 / 100],
                total[EDITS - 1],
                effect[EDITS / 2],
                effect[EDITS - 1],
                total[EDITS - 1] / 100);
    }

    @FunctionalInterface
    private interface Work {
        Object run() throws Exception;
    }

    private static void time(String what, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        System.out.printf("%-26s %8.0f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
