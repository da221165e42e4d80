package org.hydraworkbench.base;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The arguments of this process with all their letters. Java on Windows passes to {@code main} only those of the machine's code page, and a
 * question mark for every other; Windows itself knows what was typed.
 */
public final class TypedArguments {

    private static final Logger LOG = LoggerFactory.getLogger(TypedArguments.class);

    private TypedArguments() {}

    /**
     * What was typed.
     *
     * @param main the class whose main method was started
     * @param given what it was started with
     */
    public static String[] of(Class<?> main, String... given) {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            return given;
        }
        try {
            return end(windowsCommandLine(), main.getName(), given);
        } catch (Throwable e) { // what calls of native code may throw; the arguments as given are mostly right
            LOG.debug("The command line cannot be read", e);
            return given;
        }
    }

    /** What stands in a command line after the program or the main class; what was given where Java took it otherwise, as with {@code *.txt}. */
    static String[] end(List<String> commandLine, String main, String... given) {
        int start = Math.max(0, commandLine.indexOf(main)) + 1;
        return commandLine.size() - start == given.length
                ? commandLine.subList(start, commandLine.size()).toArray(String[]::new)
                : given;
    }

    private static List<String> windowsCommandLine() throws Throwable {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup kernel = SymbolLookup.libraryLookup("kernel32", arena);
            SymbolLookup shell = SymbolLookup.libraryLookup("shell32", arena);
            MethodHandle line = linker.downcallHandle(kernel.findOrThrow("GetCommandLineW"), FunctionDescriptor.of(ADDRESS));
            MethodHandle split = linker.downcallHandle(
                    shell.findOrThrow("CommandLineToArgvW"), FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
            MethodHandle free = linker.downcallHandle(kernel.findOrThrow("LocalFree"), FunctionDescriptor.of(ADDRESS, ADDRESS));
            MemorySegment count = arena.allocate(JAVA_INT);
            MemorySegment words = (MemorySegment) split.invoke((MemorySegment) line.invoke(), count);
            List<String> read = wideStrings(words, count.get(JAVA_INT, 0));
            MemorySegment unused = (MemorySegment) free.invoke(words);
            return read;
        }
    }

    /** Strings of UTF-16 behind an array of pointers. */
    static List<String> wideStrings(MemorySegment pointers, int count) {
        MemorySegment all = pointers.reinterpret(count * ADDRESS.byteSize());
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strings.add(all.getAtIndex(ADDRESS, i).reinterpret(Integer.MAX_VALUE).getString(0, StandardCharsets.UTF_16LE));
        }
        return strings;
    }
}
