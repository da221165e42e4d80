package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate("The thing");

    @Test
    void nobodyEntersAfterItWasShut() throws Exception {
        gate.enter();
        gate.enter();
        gate.leave();
        gate.leave();
        assertThat(gate.shut()).isTrue();
        assertThatThrownBy(gate::enter).isInstanceOf(StateException.class).hasMessage("The thing was closed.");
        assertThat(gate.shut()).as("the second time").isFalse();
    }

    @Test
    void whoeverIsInsideDoesNotWaitForItself() throws Exception {
        gate.enter();
        assertThatThrownBy(gate::shut).isInstanceOf(IllegalStateException.class);
        gate.leave();
        assertThat(gate.shut()).isTrue();
    }

    @Test
    void nobodyIsInsideOnceItIsShutHoweverManyCrowdIn() throws Exception {
        int users = 4;
        try (ExecutorService threads = Executors.newFixedThreadPool(users)) {
            for (int round = 0; round < 60; round++) {
                Gate crowded = new Gate("The thing");
                AtomicInteger inside = new AtomicInteger();
                CountDownLatch started = new CountDownLatch(users);
                List<Future<?>> ends = new ArrayList<>();
                for (int user = 0; user < users; user++) {
                    ends.add(threads.submit(() -> {
                        started.countDown();
                        useUntilShut(crowded, inside);
                    }));
                }
                started.await();
                assertThat(crowded.shut()).isTrue();
                assertThat(inside.get()).isZero();
                for (Future<?> end : ends) {
                    end.get();
                }
                assertThat(inside.get()).isZero();
            }
        }
    }

    private static void useUntilShut(Gate gate, AtomicInteger inside) {
        while (true) {
            try {
                gate.enter();
            } catch (StateException e) {
                return;
            }
            try {
                inside.incrementAndGet();
                Thread.onSpinWait();
                inside.decrementAndGet();
            } finally {
                gate.leave();
            }
        }
    }
}
