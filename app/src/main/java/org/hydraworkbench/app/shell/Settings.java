package org.hydraworkbench.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hydraworkbench.model.runtime.DeviceChoice;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.server.LocalService;
import org.jspecify.annotations.Nullable;

/**
 * What a person set, for all projects.
 *
 * @param theme light, dark, or as the system
 * @param textScale size of text, 1 is normal; 0.7 to 2
 * @param author the name under which edits are stored
 * @param threads threads for computing; 0 for all cores
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param navigationCollapsed whether the list of workspaces shows icons only
 * @param recent projects opened lately, the last one first; at most 10
 * @param window where the window was last; null before it was anywhere
 * @param sizes how a person divided what can be divided, by name: shares of panels or of columns, in their order
 * @param choices what a person chose last where that is chosen again and again, by name
 * @param servicePort where the local service listens while it is switched on; 0 for any port that is free
 */
public record Settings(
        ThemeChoice theme,
        double textScale,
        String author,
        int threads,
        String device,
        boolean navigationCollapsed,
        List<Recent> recent,
        @Nullable WindowPlace window,
        Map<String, List<Double>> sizes,
        Map<String, String> choices,
        int servicePort) {

    /** A place on the screen, in pixels; of a window that fills the screen, the place that it has when it does not. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    /**
     * A project that was opened.
     *
     * @param file of the project
     * @param name what the person calls it; empty where that is not known
     */
    public record Recent(Path file, String name) {}

    /** The look of the window. */
    public enum ThemeChoice {
        SYSTEM,
        LIGHT,
        DARK
    }

    public static final double SMALLEST_TEXT = 0.7;
    public static final double LARGEST_TEXT = 2.0;
    public static final int HIGHEST_PORT = 65_535;
    private static final int RECENT = 10;

    public Settings {
        textScale = Math.clamp(textScale, SMALLEST_TEXT, LARGEST_TEXT);
        threads = Math.max(0, threads);
        servicePort = Math.clamp(servicePort, 0, HIGHEST_PORT);
        recent = List.copyOf(recent);
        sizes = Map.copyOf(sizes);
        choices = Map.copyOf(choices);
    }

    public static Settings defaults() {
        return new Settings(
                ThemeChoice.SYSTEM, 1, System.getProperty("user.name", ""), 0, "auto", false, List.of(), null, Map.of(), Map.of(),
                LocalService.USUAL_PORT);
    }

    public Settings withTheme(ThemeChoice value) {
        return new Settings(value, textScale, author, threads, device, navigationCollapsed, recent, window, sizes, choices, servicePort);
    }

    public Settings withTextScale(double value) {
        return new Settings(theme, value, author, threads, device, navigationCollapsed, recent, window, sizes, choices, servicePort);
    }

    public Settings withAuthor(String value) {
        return new Settings(theme, textScale, value, threads, device, navigationCollapsed, recent, window, sizes, choices, servicePort);
    }

    public Settings withThreads(int value) {
        return new Settings(theme, textScale, author, value, device, navigationCollapsed, recent, window, sizes, choices, servicePort);
    }

    public Settings withDevice(String value) {
        return new Settings(theme, textScale, author, threads, value, navigationCollapsed, recent, window, sizes, choices, servicePort);
    }

    public Settings withNavigationCollapsed(boolean value) {
        return new Settings(theme, textScale, author, threads, device, value, recent, window, sizes, choices, servicePort);
    }

    /** Puts a project first among the recent ones, by the name that it has now. */
    public Settings withRecent(Path file, String name) {
        List<Recent> projects = new ArrayList<>(withoutRecent(file).recent());
        projects.addFirst(new Recent(file, name));
        return withRecentProjects(projects.subList(0, Math.min(RECENT, projects.size())));
    }

    public Settings withoutRecent(Path file) {
        return withRecentProjects(recent.stream().filter(one -> !one.file().equals(file)).toList());
    }

    public Settings withWindow(WindowPlace value) {
        return new Settings(theme, textScale, author, threads, device, navigationCollapsed, recent, value, sizes, choices, servicePort);
    }

    /** Notes the shares of something that a person divided. */
    public Settings withSizes(String name, List<Double> shares) {
        Map<String, List<Double>> all = new TreeMap<>(sizes);
        all.put(name, List.copyOf(shares));
        return new Settings(theme, textScale, author, threads, device, navigationCollapsed, recent, window, all, choices, servicePort);
    }

    /** Notes what a person chose. */
    public Settings withChoice(String name, String value) {
        Map<String, String> all = new TreeMap<>(choices);
        all.put(name, value);
        return new Settings(theme, textScale, author, threads, device, navigationCollapsed, recent, window, sizes, all, servicePort);
    }

    public Settings withServicePort(int value) {
        return new Settings(theme, textScale, author, threads, device, navigationCollapsed, recent, window, sizes, choices, value);
    }

    private Settings withRecentProjects(List<Recent> projects) {
        return new Settings(theme, textScale, author, threads, device, navigationCollapsed, projects, window, sizes, choices, servicePort);
    }

    /** The number of threads to compute with on this machine. */
    public int computeThreads() {
        int cores = Runtime.getRuntime().availableProcessors();
        return threads == 0 ? cores : Math.min(threads, cores);
    }

    /** How tensors are computed in this process. */
    public RuntimeOptions runtimeOptions() {
        DeviceChoice choice =
                switch (device) {
                    case "cpu" -> DeviceChoice.CPU;
                    case "gpu" -> DeviceChoice.GPU;
                    default -> DeviceChoice.BEST;
                };
        return RuntimeOptions.defaults().withDevice(choice).withThreads(threads);
    }
}
