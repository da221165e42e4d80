package org.hydraworkbench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.InputException;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

    @Test
    void whatGoesWrongComesBackAsItIs() throws Exception {
        try (WorkQueue queue = new WorkQueue()) {
            assertThat(queue.<Integer>run(progress -> 3)).isEqualTo(3);
            assertThatThrownBy(() -> queue.run(progress -> {
                        throw new InputException("no");
                    }))
                    .isInstanceOf(InputException.class);
            assertThatThrownBy(() -> queue.run(progress -> {
                        throw new IllegalStateException("defect");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whoComesWhereTooManyWaitIsRefused() throws Exception {
        int most = 1000 + Runtime.getRuntime().availableProcessors();
        CountDownLatch open = new CountDownLatch(1);
        try (WorkQueue queue = new WorkQueue();
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<Boolean> ended = new ExecutorCompletionService<>(clients);
            for (int k = 0; k <= most; k++) {
                ended.submit(() -> queue.run(progress -> {
                    awaited(open);
                    return true;
                }));
            }
            assertThatThrownBy(() -> ended.take().get()).as("the only one that does not wait").hasCauseInstanceOf(RefusedException.class);
            open.countDown();
            for (int k = 0; k < most; k++) {
                assertThat(ended.take().get()).isTrue();
            }
        }
    }

    private static void awaited(CountDownLatch open) {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theEndIsToldToWhatIsBeingDone() throws Exception {
        WorkQueue queue = new WorkQueue();
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService client = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> made = client.submit(() -> queue.run(progress -> {
                begun.countDown();
                while (true) {
                    progress.checkCancelled();
                    Thread.onSpinWait();
                }
            }));
            begun.await();
            queue.close();
            assertThatThrownBy(made::get).hasCauseInstanceOf(CancelledException.class);
            assertThatThrownBy(() -> queue.run(progress -> 1)).isInstanceOf(CancelledException.class);
        }
    }
}
