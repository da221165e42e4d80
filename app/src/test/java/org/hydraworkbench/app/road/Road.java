package org.hydraworkbench.app.road;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.hydraworkbench.app.shell.Launcher;

/**
 * From nothing to a measured translator and back round after a correction, in the real window: a new project, then the button of what
 * comes next and nothing else, a chat, a link put right, one rerun, and the same question again. Real clicks, real keys, the platform's
 * own choosers. Writes a picture of every step in light and dark, and says what was measured.
 *
 * <p>Arguments: a TSV file to train on, one to test on, the folder of the base model, a folder for pictures and the project, and after
 * how many minutes a training is stopped and kept.
 */
final class Road {

    private static final String QUESTION = "Open the file";
    private static final long SHORT = 300;

    private final Path training;
    private final Path test;
    private final Path model;
    private final Path out;
    private final int minutes;
    private final Hand hand;
    private final Instant begun = Instant.now();

    private Road(List<Path> paths, int minutes) throws Exception {
        training = paths.get(0);
        test = paths.get(1);
        model = paths.get(2);
        out = paths.get(3);
        this.minutes = minutes;
        Files.createDirectories(out.resolve("pictures"));
        hand = new Hand(out.resolve("pictures"));
    }

    public static void main(String[] arguments) throws Exception {
        List<Path> paths = Stream.of(arguments).limit(4).map(text -> Path.of(text).toAbsolutePath()).toList();
        int minutes = Integer.parseInt(arguments[4]);
        var window = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        window.execute(() -> Launcher.main(new String[0]));
        while (!isShown()) {
            Hand.pause(200);
        }
        int code = 1;
        try {
            new Road(paths, minutes).walk();
            code = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        Runtime.getRuntime().halt(code);
    }

    private static boolean isShown() {
        try {
            return Hand.onWindow(() -> Window.getWindows().stream().anyMatch(Window::isShowing));
        } catch (Exception e) {
            return false; // the toolkit is not there yet
        }
    }

    private void say(String text) {
        System.out.printf("%5d s  %s%n", Duration.between(begun, Instant.now()).toSeconds(), text);
    }

    private void walk() throws Exception {
        Hand.pause(8000); // till the window is painted, on a busy machine too
        hand.pictures("start");
        newProject();
        for (String step : List.of("model", "corpus", "tokenizer", "alignment", "mapping", "tables", "hydra", "training")) {
            next(step);
        }
        measure();
        say(Hand.onWindow(() -> Hand.read("home-progress")) + ": " + Hand.onWindow(() -> Hand.read("home-next-text")));
        figures("figures");
        ask("answer");
        correctALink();
        rerun();
        figures("figures-again");
        ask("answer-again");
        leave();
    }

    private void newProject() throws Exception {
        hand.click("project-new");
        hand.type("new-target", "Armenian (hy)");
        hand.type("new-name", "English–Armenian");
        hand.type("new-folder", out.resolve("project").toString());
        hand.picture("new-project");
        hand.clickText("Create");
        hand.until("Home of the project", SHORT, () -> Hand.read("home-progress").startsWith("0 of 9"));
        hand.pictures("empty");
        say("a new project");
    }

    private static int done() {
        String progress = Hand.read("home-progress");
        return progress.isEmpty() ? -1 : Integer.parseInt(progress.substring(0, progress.indexOf(' ')));
    }

    /** Presses what comes next and waits until it is done. */
    private void next(String name) throws Exception {
        int before = Hand.onWindow(Road::done);
        String button = Hand.onWindow(() -> Hand.read("home-next"));
        hand.click("home-next");
        switch (button) {
            case "Choose a model…" -> hand.choose("Choose the folder of the base model", model);
            case "Import files…" -> importFile(training, false);
            case "Train" -> train();
            default -> {
                Hand.pause(3000);
                hand.pictures(name + "-at-work");
            }
        }
        hand.until(name, SHORT * 4, () -> done() > before);
        Hand.pause(1000);
        hand.pictures(name);
        say(name + ": " + Hand.onWindow(() -> Hand.read("home-progress")));
    }

    /** Looks at the training, which was begun elsewhere, in its own workspace; stops it there when its time is up. */
    private void train() throws Exception {
        Hand.pause(3000);
        hand.pictures("training-at-work");
        hand.click("nav-training");
        hand.until("a first step", SHORT, () -> Hand.enabled("training-stop"));
        Instant from = Instant.now();
        Hand.pause(Duration.ofMinutes(minutes).toMillis() / 2);
        hand.pictures("training-live");
        hand.until("the end of the training", 60L * minutes + SHORT, () -> !Hand.enabled("training-stop")
                || Duration.between(from, Instant.now()).toMinutes() >= minutes);
        if (Hand.onWindow(() -> Hand.enabled("training-stop"))) {
            hand.click("training-stop");
        }
        hand.until("what the training made", SHORT, () -> !Hand.enabled("training-stop"));
        Hand.pause(1500);
        hand.pictures("training-runs");
        hand.click("nav-home");
        Hand.pause(1000);
    }

    private void importFile(Path file, boolean forTest) throws Exception {
        hand.choose("Import", file);
        hand.until("the preview", SHORT, () -> !Hand.read("import-start").isEmpty());
        Hand.pause(1500);
        if (forTest) {
            hand.clickClass("choice-box");
            hand.clickText("Test");
        }
        hand.pictures(forTest ? "import-test" : "import");
        hand.click("import-start");
        hand.until("the pairs", SHORT, () -> !Hand.read("corpus-counts").isEmpty() && Hand.read("import-start").isEmpty());
        Hand.pause(1500);
        hand.pictures(forTest ? "corpus-test" : "pairs");
        hand.click("nav-home");
        Hand.pause(800);
    }

    /** Measures; first gives text for it where none was held out. */
    private void measure() throws Exception {
        if (Hand.onWindow(() -> Hand.read("home-next")).equals("Import files…")) {
            hand.click("home-next");
            importFile(test, true);
            hand.until("that it can be measured", SHORT, () -> Hand.read("home-next").equals("Measure"));
        }
        next("evaluation");
    }

    private void figures(String name) throws Exception {
        hand.click("nav-evaluate");
        Hand.pause(1500);
        hand.pictures(name);
        say("measured: " + hand.texts("table-row-cell").stream().filter(row -> !row.isBlank()).toList());
        hand.click("nav-home");
    }

    private void ask(String name) throws Exception {
        hand.click("home-next");
        hand.type("translate-input", QUESTION);
        int before = hand.texts("bubble-answer").size();
        hand.key(KeyCode.ENTER);
        hand.until("an answer", SHORT, () -> Hand.shown("bubble-answer").size() > before);
        Hand.pause(20_000); // till the last word has come
        hand.pictures(name);
        say("asked “" + QUESTION + "”, answered “" + hand.texts("bubble-answer").getLast() + "”");
    }

    private void correctALink() throws Exception {
        hand.click("nav-alignment");
        hand.until("the heatmap", SHORT, () -> !Hand.hear("heatmap").isEmpty());
        Hand.pause(1500);
        hand.pictures("alignment");
        String before = Hand.onWindow(() -> Hand.hear("undo"));
        hand.click("heatmap");
        Hand.pause(1500);
        if (Hand.onWindow(() -> Hand.hear("undo")).equals(before)) { // the click met no cell; the chosen one is changed by key
            hand.key(KeyCode.SPACE);
        }
        hand.until("an edited link", SHORT, () -> !Hand.hear("undo").equals(before));
        Hand.pause(1500);
        hand.pictures("alignment-edited");
        say(Hand.onWindow(() -> Hand.hear("undo")));
        hand.click("nav-home");
    }

    private void rerun() throws Exception {
        hand.until("something out of date", SHORT, () -> !Hand.read("home-rerun").isEmpty());
        Hand.pause(500);
        say(Hand.onWindow(() -> Hand.read("home-rerun")));
        hand.pictures("out-of-date");
        hand.click("home-rerun");
        train();
        hand.until("everything up to date", SHORT * 4, () -> Hand.read("home-next-text").equals("Everything is done and up to date."));
        hand.pictures("up-to-date");
        say("up to date again");
    }

    /** The program ends JavaFX with its window, so that nothing can be asked of it then. */
    private void leave() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        Hand.onWindow(() -> Window.getWindows().getFirst().showingProperty().subscribe(shown -> {
            if (!shown) {
                closed.countDown();
            }
        }));
        hand.key(KeyCode.CONTROL, KeyCode.Q);
        if (!closed.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the window is still there");
        }
        say("left");
        Platform.exit();
    }
}
