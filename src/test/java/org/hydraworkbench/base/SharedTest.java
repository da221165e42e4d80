package org.hydraworkbench.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SharedTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    /** Counts its ends and notices when it is used after the first. */
    private static final class Thing implements AutoCloseable {
        private final AtomicInteger ends = new AtomicInteger();
        private volatile boolean open = true;

        void use() {
            if (!open) {
                throw new AssertionError("used after its end");
            }
        }

        @Override
        public void close() {
            open = false;
            ends.incrementAndGet();
        }
    }

    private final Thing thing = new Thing();
    private final Shared<Thing> shared = new Shared<>("The thing", thing);

    @Test
    void theThingGoesWithTheOwnerWhenNobodyUsesIt() throws Exception {
        shared.acquire().close();
        assertThat(thing.open).isTrue();
        shared.close();
        assertThat(thing.open).isFalse();
    }

    @Test
    void theThingOutlivesItsOwnerUntilTheLastUserLetsGo() throws Exception {
        Lease<Thing> first = shared.acquire();
        Lease<Thing> second = shared.acquire();
        shared.close();
        first.close();
        second.get().use();
        second.close();
        assertThat(thing.open).isFalse();
    }

    @Test
    void nobodyIsLetInAfterTheEnd() throws Exception {
        Lease<Thing> early = shared.acquire();
        shared.close();
        assertThatThrownBy(shared::acquire).isInstanceOf(StateException.class).hasMessage("The thing was closed.");
        early.close();
        assertThatThrownBy(shared::acquire).isInstanceOf(StateException.class);
        assertThatThrownBy(early::get).isInstanceOf(IllegalStateException.class);
    }

    /** Whether to acquire, to let the n-th lease go (again), or to close, is drawn; a count by hand says what must be. */
    @Property
    void theThingIsOpenWhileTheOwnerOrAnyLeaseIs(@ForAll List<Byte> actions) throws Exception {
        Thing drawn = new Thing();
        Shared<Thing> owner = new Shared<>("The thing", drawn);
        List<Lease<Thing>> leases = new ArrayList<>();
        List<Boolean> held = new ArrayList<>();
        boolean ownerOpen = true;
        for (byte action : actions) {
            if (action == 0) {
                owner.close();
                ownerOpen = false;
            } else if (action > 0 && ownerOpen) {
                leases.add(owner.acquire());
                held.add(true);
            } else if (action > 0) {
                assertThatThrownBy(owner::acquire).isInstanceOf(StateException.class);
            } else if (!leases.isEmpty()) {
                int which = -action % leases.size();
                leases.get(which).close();
                held.set(which, false);
            }
            assertThat(drawn.ends.get()).isEqualTo(ownerOpen || held.contains(true) ? 0 : 1);
        }
    }

    @Test
    void nobodyIsInsideWhenTheThingGoesHoweverManyCrowdIn() throws Exception {
        int users = 4;
        try (ExecutorService threads = Executors.newFixedThreadPool(users + 1)) {
            for (int round = 0; round < 60; round++) {
                Thing crowded = new Thing();
                Shared<Thing> owner = new Shared<>("The thing", crowded);
                CountDownLatch start = new CountDownLatch(users + 1);
                List<Future<?>> ends = new ArrayList<>();
                for (int user = 0; user < users; user++) {
                    ends.add(threads.submit(() -> {
                        meet(start);
                        useUntilClosed(owner);
                        return null;
                    }));
                }
                ends.add(threads.submit(() -> {
                    meet(start);
                    assertThat(owner.closeAndAwait(LONG)).isTrue();
                    assertThat(crowded.open).isFalse();
                    return null;
                }));
                for (Future<?> end : ends) {
                    end.get();
                }
                assertThat(crowded.ends.get()).isEqualTo(1);
            }
        }
    }

    private static void meet(CountDownLatch start) throws InterruptedException {
        start.countDown();
        start.await();
    }

    private static void useUntilClosed(Shared<Thing> owner) throws HydraException {
        while (true) {
            try (Lease<Thing> lease = owner.acquire()) {
                lease.get().use();
                Thread.onSpinWait();
                lease.get().use();
            } catch (StateException e) {
                return;
            }
        }
    }

    @Test
    void waitingEndsWithTheLimitAndTheThingWithTheLastLease() throws Exception {
        Lease<Thing> lease = shared.acquire();
        assertThat(shared.closeAndAwait(Duration.ZERO)).isFalse();
        lease.get().use();
        lease.close();
        assertThat(thing.open).isFalse();
        assertThat(shared.closeAndAwait(Duration.ZERO)).isTrue();
    }

    @Test
    void whoeverWaitsCanBeInterrupted() throws Exception {
        Lease<Thing> lease = shared.acquire();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> shared.closeAndAwait(LONG)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThatThrownBy(shared::acquire).isInstanceOf(StateException.class);
        lease.close();
        assertThat(thing.open).isFalse();
    }

    @Test
    void whoeverWaitsGoesOnWhenTheLastUserLetsGo() throws Exception {
        Lease<Thing> lease = shared.acquire();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Callable<Boolean> leave = () -> shared.closeAndAwait(LONG);
            Future<Boolean> left = threads.submit(leave);
            while (acquires()) {
                Thread.onSpinWait();
            }
            assertThat(left.isDone()).isFalse();
            lease.close();
            assertThat(left.get()).isTrue();
        }
    }

    private boolean acquires() throws HydraException {
        try (Lease<Thing> one = shared.acquire()) {
            one.get().use();
            return true;
        } catch (StateException e) {
            return false;
        }
    }

    @Test
    void aFailureOfTheEndIsToldToWhoeverLetsGoLastAndNobodyWaitsForEver() throws Exception {
        Shared<AutoCloseable> failing = new Shared<>("The thing", () -> {
            throw new ResourceException("The disk is full.");
        });
        Lease<AutoCloseable> lease = failing.acquire();
        failing.close();
        assertThatThrownBy(lease::close).isInstanceOf(ResourceException.class);
        assertThat(failing.closeAndAwait(LONG)).isTrue();
    }

    @Test
    void theLimitMayBeAsLongAsOneLikes() throws Exception {
        assertThat(shared.closeAndAwait(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
    }
}
