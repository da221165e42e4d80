package org.hydraworkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.Test;

/** Models belong to one thread, but one that another thread closes must not take the process along. */
class ClosingTest {

    @Test
    void aModelThatIsClosedMeanwhileRefusesTheNextCall() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            for (int round = 0; round < 10; round++) {
                Decoder decoder = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none());
                CountDownLatch reading = new CountDownLatch(1);
                Future<?> end = other.submit(() -> {
                    assertThatThrownBy(() -> {
                                while (true) {
                                    try (Session session = new Session(decoder)) {
                                        session.append(decoder.table(), new int[] {1, 2, 3});
                                        reading.countDown();
                                    }
                                }
                            })
                            .isInstanceOf(StateException.class)
                            .hasMessage("The model was closed.");
                });
                reading.await();
                decoder.close();
                end.get();
            }
        }
    }

    @Test
    void nothingIsMadeInAScopeThatWasClosedAndNothingReadOfIt() throws Exception {
        TensorScope scope = TestModels.runtime().root().child();
        var tensor = scope.floats(new float[] {1, 2}, 2);
        assertThat(tensor.floats()).containsExactly(1, 2);
        scope.close();
        scope.close();
        tensor.close();
        assertThatThrownBy(tensor::floats).isInstanceOf(StateException.class);
        assertThatThrownBy(() -> scope.zeros(2)).isInstanceOf(StateException.class);
        assertThatThrownBy(() -> scope.hostLongs(2)).isInstanceOf(StateException.class);
        assertThatThrownBy(scope::child).isInstanceOf(StateException.class);
    }
}
