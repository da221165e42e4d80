package org.hydraworkbench.align;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;

/**
 * A trained model that stands by itself: it says what sentences must be cut into for it, so that it can align other text.
 *
 * @param model the model
 * @param sourceUnits {@link Segmenter#id} of the source side that it was trained on
 * @param targetUnits {@link Segmenter#id} of the target side
 */
public record PortableModel(AlignmentModel model, String sourceUnits, String targetUnits) {

    private static final String MAGIC = "HYDMODEL";
    private static final int VERSION = 1;

    /** Kind, version and perhaps tokenizer. */
    private static final Pattern UNITS = Pattern.compile(Arrays.stream(Unit.values())
            .map(unit -> unit.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("|", "(?:", "):[0-9]+(?::[^:]+)?")));

    /** Refuses what is no {@link Segmenter#id}. */
    public PortableModel {
        if (!UNITS.matcher(sourceUnits).matches() || !UNITS.matcher(targetUnits).matches()) {
            throw new IllegalArgumentException("no units: " + sourceUnits + ", " + targetUnits);
        }
    }

    /** A model trained on what these cut. */
    public static PortableModel of(AlignmentModel model, Segmenter source, Segmenter target) {
        return new PortableModel(model, source.id(), target.id());
    }

    /** Writes everything to one binary file. */
    public void save(Path file) throws HydraException {
        BinaryOutput.write(file, MAGIC, VERSION, out -> {
            out.putString(sourceUnits);
            out.putString(targetUnits);
            ModelFile.write(model, out);
        });
    }

    /** Reads what {@link #save} wrote. */
    public static PortableModel load(Path file) throws HydraException {
        return BinaryInput.read(file, MAGIC, VERSION, in -> {
            String source = in.getString();
            String target = in.getString();
            if (!UNITS.matcher(source).matches() || !UNITS.matcher(target).matches()) {
                throw in.damaged("names units that there are not");
            }
            return new PortableModel(ModelFile.read(in), source, target);
        });
    }

    /**
     * Makes sure that text is cut as the model's was.
     *
     * @throws UsageException that says in which way it is not
     */
    public void requireUnits(Segmenter source, Segmenter target) throws UsageException {
        require("source", sourceUnits, source.id());
        require("target", targetUnits, target.id());
    }

    private static void require(String side, String wanted, String found) throws UsageException {
        if (wanted.equals(found)) {
            return;
        }
        String[] ofModel = wanted.split(":");
        String[] ofText = found.split(":");
        if (!ofModel[0].equals(ofText[0])) {
            throw new UsageException("The model was trained on %s units of the kind '%s', but the text is cut into '%s'; choose the unit '%s'."
                    .formatted(side, ofModel[0], ofText[0], ofModel[0]));
        }
        if (!ofModel[1].equals(ofText[1])) {
            throw new UsageException("The model was trained with version %s of the rules for %s units, this program has version %s; train it again."
                    .formatted(ofModel[1], side, ofText[1]));
        }
        throw new UsageException(
                "The model was trained with another %s tokenizer; choose that one, or train a model with this one.".formatted(side));
    }
}
