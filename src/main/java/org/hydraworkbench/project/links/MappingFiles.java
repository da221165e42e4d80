package org.hydraworkbench.project.links;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.mapping.WeightedLink;

/** The files of a mapping artefact, and which pairs counted otherwise in it than the machine's links say. */
public final class MappingFiles {

    public static final String MAPPING = "mapping.bin";
    public static final String EVIDENCE = "evidence.bin";
    private static final String TOUCHED = "edited.bin";
    private static final String MAGIC = "HYDEDITS";
    private static final int VERSION = 1;

    private MappingFiles() {}

    /** Writes what pairs counted for which that is not what the machine's links say, so that later edits start from there. */
    public static void saveTouched(Path folder, Map<Long, List<WeightedLink>> touched) throws HydraException {
        BinaryOutput.write(folder.resolve(TOUCHED), MAGIC, VERSION, out -> {
            out.putLongs(touched.keySet().stream().mapToLong(Long::longValue).toArray());
            for (List<WeightedLink> links : touched.values()) {
                out.putInts(links.stream().mapToInt(WeightedLink::source).toArray());
                out.putInts(links.stream().mapToInt(WeightedLink::target).toArray());
                out.putDoubles(links.stream().mapToDouble(WeightedLink::weight).toArray());
            }
        });
    }

    public static Map<Long, List<WeightedLink>> loadTouched(Path folder) throws HydraException {
        return BinaryInput.read(folder.resolve(TOUCHED), MAGIC, VERSION, in -> {
            Map<Long, List<WeightedLink>> touched = new HashMap<>();
            for (long pair : in.getLongs()) {
                int[] sources = in.getInts();
                int[] targets = in.getInts();
                double[] weights = in.getDoubles();
                if (sources.length != targets.length || sources.length != weights.length) {
                    throw in.damaged("holds links of different lengths");
                }
                List<WeightedLink> links = new ArrayList<>(sources.length);
                for (int k = 0; k < sources.length; k++) {
                    links.add(new WeightedLink(sources[k], targets[k], weights[k]));
                }
                touched.put(pair, links);
            }
            return touched;
        });
    }
}
