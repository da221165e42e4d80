package org.hydraworkbench.model;

import java.nio.file.Path;
import org.hydraworkbench.testing.TestModels;

/** stories260K: grouped-query attention, tied, float32. */
class StoriesGoldenTest extends DecoderGoldenChecks {

    @Override
    String model() {
        return "stories260K";
    }

    @Override
    Path folder() {
        return TestModels.stories();
    }

    @Override
    int uncachedEvery() {
        return 1;
    }
}
