package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.base.UsageException;
import org.junit.jupiter.api.Test;

/** What the README promises to scripts. */
class ExitCodesTest {

    @Test
    void everyKindOfErrorHasItsNumber() {
        assertThat(ExitCodes.of(new IllegalStateException("a defect"))).isEqualTo(1);
        assertThat(ExitCodes.of(new UsageException("wrong use"))).isEqualTo(2);
        assertThat(ExitCodes.of(new InputException("bad input"))).isEqualTo(3);
        assertThat(ExitCodes.of(new ResourceException("no disk"))).isEqualTo(4);
        assertThat(ExitCodes.of(new StateException("diverged"))).isEqualTo(5);
        assertThat(ExitCodes.of(new CancelledException())).isEqualTo(130);
    }
}
