package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.base.UsageException;
import org.junit.jupiter.api.Test;

/** What the README promises to scripts. */
class ErrorPrinterTest {

    @Test
    void everyKindOfErrorHasItsNumber() {
        assertThat(ErrorPrinter.code(new IllegalStateException("a defect"))).isEqualTo(1);
        assertThat(ErrorPrinter.code(new UsageException("wrong use"))).isEqualTo(2);
        assertThat(ErrorPrinter.code(new InputException("bad input"))).isEqualTo(3);
        assertThat(ErrorPrinter.code(new ResourceException("no disk"))).isEqualTo(4);
        assertThat(ErrorPrinter.code(new StateException("closed"))).isEqualTo(5);
        assertThat(ErrorPrinter.code(new CancelledException())).isEqualTo(130);
    }
}
