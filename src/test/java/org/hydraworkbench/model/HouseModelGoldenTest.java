package org.hydraworkbench.model;

import java.nio.file.Path;
import org.hydraworkbench.testing.SharedData;

/** house-5M: as many key heads as query heads, a head of its own, bfloat16. */
class HouseModelGoldenTest extends DecoderGoldenChecks {

    @Override
    String model() {
        return "house-5M";
    }

    @Override
    Path folder() {
        return SharedData.require("models/house-5M");
    }

    @Override
    int uncachedEvery() {
        return 20;
    }
}
