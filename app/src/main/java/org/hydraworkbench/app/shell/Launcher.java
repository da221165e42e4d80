package org.hydraworkbench.app.shell;

import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Logger;
import javafx.application.Application;
import org.hydraworkbench.base.ExitCodes;
import org.hydraworkbench.base.NativeLibraries;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.TypedArguments;
import org.hydraworkbench.cli.Main;

/**
 * Entry point of the window. Not an {@link Application} itself, so that JavaFX may lie on the class path and so that a
 * missing display or library is told in one line before JavaFX starts.
 *
 * <p>Arguments: a project file to open, or {@code --demo} for the demo project.
 */
public final class Launcher {

    /** The argument that opens the demo. */
    public static final String DEMO = "--demo";

    /** Held, as a logger that nobody holds loses its filter. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    public static void main(String[] arguments) {
        Optional<String> missing = DisplayCheck.ofThisMachine().missing();
        if (missing.isEmpty()) {
            try {
                NativeLibraries.ofJavaFx();
            } catch (ResourceException e) {
                System.err.println(e.getMessage());
                System.exit(ExitCodes.RESOURCE);
            }
            quieten();
            Application.launch(WorkbenchApp.class, TypedArguments.of(Launcher.class, arguments));
        } else if (Arrays.asList(arguments).contains(DEMO)) {
            System.err.println(missing.get() + " " + Texts.get("launch.demoInTerminal"));
            Main.main(new String[] {"demo"});
        } else {
            System.err.println(missing.get() + " " + Texts.get("launch.withoutWindow"));
            System.exit(1);
        }
    }

    /** JavaFX says on the terminal that it lies on the class path, where we put it; nothing else that it has to say is held back. */
    static void quieten() {
        JAVAFX.setFilter(record -> !String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX configuration"));
    }
}
