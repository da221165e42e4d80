package org.hydraworkbench.app.road;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** A person's hand and eye: clicks and types on the real screen, looks at what is shown, takes pictures of it. */
final class Hand {

    private static final int LOOK_MILLIS = 200;

    private final Path pictures;
    private final Robot robot;
    private int taken;

    Hand(Path pictures) throws Exception {
        this.pictures = pictures;
        this.robot = onWindow(Robot::new);
    }

    static <R> R onWindow(Callable<R> work) throws Exception {
        CompletableFuture<R> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(60, TimeUnit.SECONDS);
    }

    static void pause(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    /** Waits until {@code found} finds something that is to be seen; fails with a picture when it never does. */
    private <R> R until(String what, long seconds, Callable<Optional<R>> found) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            Optional<R> now = onWindow(found);
            if (now.isPresent()) {
                return now.get();
            }
            pause(LOOK_MILLIS);
        }
        picture("missing");
        throw new IllegalStateException("in " + seconds + " s there was no " + what);
    }

    /** Waits until something holds. */
    void until(String what, long seconds, Supplier<Boolean> holds) throws Exception {
        until(what, seconds, () -> holds.get() ? Optional.of(true) : Optional.<Boolean>empty());
    }

    private static Predicate<Node> id(String id) {
        return node -> id.equals(node.getId());
    }

    private static Predicate<Node> text(String text) {
        return node -> node instanceof Labeled labeled && text.equals(labeled.getText());
    }

    /** The first node that fits and is to be seen, in dialogs and menus before the window below. On the JavaFX thread. */
    private static Optional<Node> find(Predicate<Node> fits) {
        for (Window window : List.copyOf(Window.getWindows()).reversed()) {
            if (window.isShowing() && window.getScene() != null) {
                Optional<Node> found = find(window.getScene().getRoot(), fits);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Node> find(Node node, Predicate<Node> fits) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        if (fits.test(node)) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Optional<Node> found = find(child, fits);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** What stands in a label or a button; empty while it is not to be seen. On the JavaFX thread. */
    static String read(String id) {
        return find(id(id)).filter(node -> node instanceof Labeled)
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    /** Whether a button is to be seen and can be pressed. On the JavaFX thread. */
    static boolean enabled(String id) {
        return find(id(id)).filter(node -> !node.isDisabled()).isPresent();
    }

    /** What a screen reader says of it; empty while it is not to be seen. On the JavaFX thread. */
    static String hear(String id) {
        return find(id(id)).map(Node::getAccessibleText).orElse("");
    }

    /** All texts with a style class, as they are shown. */
    List<String> texts(String styleClass) throws Exception {
        return onWindow(() -> shown(styleClass));
    }

    /** The same, on the JavaFX thread. */
    static List<String> shown(String styleClass) {
        List<String> texts = new ArrayList<>();
        find(node -> {
            if (node.getStyleClass().contains(styleClass)) {
                texts.add(words(node));
            }
            return false;
        });
        return texts;
    }

    /** What is to be read in a node and below it. */
    private static String words(Node node) {
        return switch (node) {
            case Text text -> text.getText();
            case Labeled labeled when labeled.getText() != null -> labeled.getText();
            case Parent parent -> String.join(" ", parent.getChildrenUnmodifiable().stream().map(Hand::words).toList());
            default -> "";
        };
    }

    void click(String id) throws Exception {
        click(until("enabled " + id, 60, () -> find(id(id)).filter(node -> !node.isDisabled())));
    }

    void clickText(String text) throws Exception {
        click(until("“" + text + "”", 60, () -> find(text(text)).filter(node -> !node.isDisabled())));
    }

    /** Clicks on the first thing with a style class, a cell or a drop-down for instance. */
    void clickClass(String styleClass) throws Exception {
        click(until(styleClass, 60, () -> find(node -> node.getStyleClass().contains(styleClass))));
    }

    private void click(Node node) throws Exception {
        onWindow(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            return true;
        });
        pause(150);
        onWindow(() -> {
            robot.mouseClick(MouseButton.PRIMARY);
            return true;
        });
        pause(250);
    }

    void key(KeyCode... keys) throws Exception {
        onWindow(() -> {
            robot.keyPress(keys[0]);
            for (int i = 1; i < keys.length; i++) {
                robot.keyType(keys[i]);
            }
            robot.keyRelease(keys[0]);
            return true;
        });
        pause(150);
    }

    /** Puts a text into a field in place of what is there; a machine that is busy may need a second try. */
    void type(String id, String text) throws Exception {
        for (int i = 0; i < 5 && !typed(id).equals(text); i++) {
            click(id);
            onWindow(() -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(text);
                Clipboard.getSystemClipboard().setContent(content);
                return true;
            });
            key(KeyCode.CONTROL, KeyCode.A);
            key(KeyCode.CONTROL, KeyCode.V);
            pause(800);
        }
    }

    private static String typed(String id) throws Exception {
        return onWindow(() -> find(id(id)).filter(node -> node instanceof TextInputControl)
                .map(node -> ((TextInputControl) node).getText())
                .orElse(""));
    }

    /** A picture of the screen, in light and in dark. */
    void pictures(String name) throws Exception {
        picture(name + "-light");
        click("theme");
        pause(600);
        take(name + "-dark");
        click("theme");
    }

    /** A picture of the screen as it is. */
    void picture(String name) throws IOException, InterruptedException {
        taken++;
        take(name);
    }

    private void take(String name) throws IOException, InterruptedException {
        run("import", "-window", "root", pictures.resolve("%02d-%s.png".formatted(taken, name)).toString());
    }

    /** Answers the platform's own chooser: its title, and the path to type. */
    void choose(String title, Path path) throws Exception {
        run("xdotool", "search", "--sync", "--onlyvisible", "--name", title);
        pause(1500);
        picture("chooser");
        for (int i = 0; i < 5; i++) {
            String window = run("xdotool", "search", "--onlyvisible", "--name", title).strip();
            if (window.isEmpty()) {
                return;
            }
            run("xdotool", "windowactivate", "--sync", window.lines().findFirst().orElseThrow());
            run("xdotool", "key", "slash"); // opens the line for typing a path, and may swallow what comes too soon
            pause(2000);
            run("xdotool", "key", "ctrl+a");
            run("xdotool", "type", "--delay", "40", path.toString());
            pause(1500);
            run("xdotool", "key", "Return");
            pause(3000);
        }
        throw new IllegalStateException("the chooser “" + title + "” does not take " + path);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(60, TimeUnit.SECONDS);
        return said;
    }
}
