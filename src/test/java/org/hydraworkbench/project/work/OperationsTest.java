package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperationsTest {

    /** They are stored in projects. */
    @Test
    void everyOperationHasAnIdOfItsOwnAndIsFoundByIt() {
        assertThat(Operations.all()).extracting(Operation::id).containsExactly(
                "base-model", "import-tokenizer", "tokenizer", "align", "map", "transfer", "train-text", "assemble", "train",
                "tune-decoding",
                "evaluate");
        assertThat(Operations.all()).allSatisfy(operation -> assertThat(Operations.find(operation.id())).hasValue(operation));
        assertThat(Operations.find("alignment")).isEmpty();
    }
}
