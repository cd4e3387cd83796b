package dev.hookglass.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.problem.Problem;
import dev.hookglass.ui.UiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class BackgroundUiTest extends UiTest {
    private final List<Throwable> bugs = new ArrayList<>();
    private final Background work = new Background(bugs::add);

    @Test
    void answerComesOnTheFxThreadFromAnotherThread() {
        CompletableFuture<Boolean> askedOnFx = new CompletableFuture<>();
        CompletableFuture<Boolean> answeredOnFx = new CompletableFuture<>();
        onFx(() -> work.run(Platform::isFxApplicationThread, answer -> {
            askedOnFx.complete(answer);
            answeredOnFx.complete(Platform.isFxApplicationThread());
        }, answeredOnFx::completeExceptionally));
        assertTrue(answeredOnFx.join());
        assertFalse(askedOnFx.join());
    }

    @Test
    void problemReachesTheFailureHandlerAlone() {
        CompletableFuture<Problem> told = new CompletableFuture<>();
        Problem problem = new Problem("Port 80 is in use.");
        onFx(() -> work.run(() -> {
            throw problem;
        }, () -> told.complete(new Problem("success")), told::complete));
        assertSame(problem, told.join());
        assertEquals(List.of(), onFx(() -> List.copyOf(bugs)));
    }

    @Test
    void bugReachesBothHandlers() {
        CompletableFuture<Problem> told = new CompletableFuture<>();
        onFx(() -> work.run(() -> {
            throw new IllegalStateException("bug");
        }, () -> told.complete(new Problem("success")), told::complete));
        assertInstanceOf(IllegalStateException.class, told.join().getCause());
        assertEquals(1, onFx(bugs::size));
    }

    @Test
    void cancelledWorkIsInterruptedAndAnswersNothing() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicInteger answers = new AtomicInteger();
        Background.Running running = onFx(() -> work.run(() -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
        }, answers::incrementAndGet, _ -> answers.incrementAndGet()));
        started.await();
        onFx(() -> {
            running.cancel();
            return true;
        });
        interrupted.await();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, answers.get());
    }

    @Test
    void lateAnswerIsDropped() {
        CountDownLatch late = new CountDownLatch(1);
        List<String> answers = new ArrayList<>();
        Latest latest = onFx(() -> new Latest(work));
        onFx(() -> {
            latest.ask(() -> {
                late.await();
                return "first";
            }, answers::add, problem -> answers.add(problem.sentence()));
            latest.ask(() -> "second", answers::add, problem -> answers.add(problem.sentence()));
            return true;
        });
        await(() -> !answers.isEmpty());
        late.countDown();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of("second"), onFx(() -> List.copyOf(answers)));
    }

    @Test
    void manySignalsBecomeFewTasksAndLoseNothing() throws InterruptedException {
        AtomicInteger waiting = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        Signal signal = new Signal(() -> {
            runs.incrementAndGet();
            int part = Math.min(500, waiting.get());
            taken.addAndGet(part);
            return waiting.addAndGet(-part) > 0;
        });
        CountDownLatch fxIsBusy = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                fxIsBusy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            senders.add(Thread.startVirtualThread(() -> {
                for (int event = 0; event < 1_000; event++) {
                    waiting.incrementAndGet();
                    signal.signal();
                }
            }));
        }
        for (Thread sender : senders) {
            sender.join();
        }
        fxIsBusy.countDown();
        await(() -> taken.get() == 4_000);
        assertEquals(8, runs.get());
    }
}
