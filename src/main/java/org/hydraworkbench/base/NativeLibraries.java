package org.hydraworkbench.base;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where libraries of native code are unpacked and loaded from: only where no other user can put his own, since what is loaded is run. That is
 * a folder in the person's home, or, where the home is not to be used, a folder of this process that is deleted at its end. To be called
 * before the first class of the library that it is for.
 */
public final class NativeLibraries {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);

    private static final int GROUP_WRITES = 0020;
    private static final int OTHERS_WRITE = 0002;
    /** In a folder with this mark nobody but the owner removes or renames a file. */
    private static final int STICKY = 01000;

    private static @Nullable Path ofProcess;

    private NativeLibraries() {}

    /**
     * For DJL, which asks two variables first: a folder that a person names there is used if it is safe.
     *
     * @return the folder
     */
    public static synchronized Path ofDjl() throws ResourceException {
        for (String variable : new String[] {"ENGINE_CACHE_DIR", "DJL_CACHE_DIR"}) {
            String chosen = System.getenv(variable);
            if (chosen != null && !chosen.isEmpty()) {
                return useForDjl(requireSafe(variable, Path.of(chosen)));
            }
        }
        return useForDjl(inHome(".djl.ai"));
    }

    /** Whether what is put below such a folder is there in a later process too. */
    public static synchronized boolean lasts(Path place) {
        return ofProcess == null || !place.startsWith(ofProcess);
    }

    private static Path useForDjl(Path folder) {
        System.setProperty("ENGINE_CACHE_DIR", folder.toString());
        // DJL looks for graphics cards through JNA, which has a library of its own.
        System.setProperty("jna.tmpdir", folder.toString());
        return folder;
    }

    /** For the SQLite driver, which unpacks its library anew in each process. */
    public static synchronized void ofSqlite() throws ResourceException {
        System.setProperty("org.sqlite.tmpdir", ofProcess().toString());
    }

    /** For JavaFX. */
    public static synchronized void ofJavaFx() throws ResourceException {
        System.setProperty("javafx.cachedir", inHome(".openjfx").resolve("cache").resolve("hydra-workbench").toString());
    }

    private static Path requireSafe(String variable, Path folder) throws ResourceException {
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            if (isSafe(real)) {
                return real;
            }
        } catch (IOException e) {
            throw new ResourceException(
                    variable + "=" + folder + ": native libraries cannot be unpacked there (" + Reasons.of(e) + "); name another folder.", e);
        }
        throw new ResourceException(variable + "=" + folder
                + ": other users can change what lies there, so native libraries are not loaded from it; name a folder of your own.");
    }

    /** What to say when a library could not be unpacked or loaded; those who unpack them often keep the reason to themselves. */
    public static ResourceException failure(String what, Throwable failure) {
        String reason = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof UnsatisfiedLinkError) {
                reason = " (" + Reasons.of(cause) + ")";
            }
        }
        return new ResourceException(what + " cannot be unpacked or loaded" + reason
                + "; free some disk space in your home folder and where temporary files go. `hydra doctor` says what is missing.", failure);
    }

    private static Path inHome(String name) throws ResourceException {
        Path home = Path.of(System.getProperty("user.home", ""));
        // Java says "?" of a user without a home.
        if (home.isAbsolute() && Files.isDirectory(home)) {
            try {
                Path folder = Files.createDirectories(home.resolve(name)).toRealPath();
                if (isSafe(folder)) {
                    return folder;
                }
                LOG.debug("others can change {}", folder);
            } catch (IOException e) {
                LOG.debug("{} cannot be written to", home, e);
            }
        }
        return ofProcess();
    }

    private static Path ofProcess() throws ResourceException {
        if (ofProcess != null) {
            return ofProcess;
        }
        Path folder = Folders.temporary("hydra-native");
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> delete(folder)));
        try {
            Path real = folder.toRealPath();
            if (!isSafe(real)) {
                throw new ResourceException("Other users can change what lies in " + folder.getParent()
                        + ", so native libraries are not loaded from there; give another place with HYDRA_JAVA_OPTIONS=-Djava.io.tmpdir=….");
            }
            ofProcess = real;
            return real;
        } catch (IOException e) {
            throw new ResourceException("The temporary folder " + folder + " cannot be looked at (" + Reasons.of(e) + ").", e);
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (ResourceException e) {
            LOG.debug("{} is left to a later run", folder, e);
        }
    }

    /**
     * Whether nobody but this user and the system's administrator can change what lies in a folder, and nobody else has.
     *
     * @param folder real path of a folder
     * @throws IOException when nothing can be written there
     */
    static boolean isSafe(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "hydra", "");
        try {
            if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
                // Windows keeps home folders and temporary folders by user.
                return true;
            }
            Object me = uid(probe);
            for (Path above = folder.getParent(); above != null; above = above.getParent()) {
                if (!belongsTo(me, above) || (isOpenToOthers(above) && (mode(above) & STICKY) == 0)) {
                    return false;
                }
            }
            boolean[] safe = {true};
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
                    return goOn(belongsTo(me, directory) && !isOpenToOthers(directory));
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    return goOn(belongsTo(me, file));
                }

                private FileVisitResult goOn(boolean well) {
                    safe[0] &= well;
                    return well ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }
            });
            return safe[0];
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean belongsTo(Object user, Path path) throws IOException {
        Object owner = uid(path);
        return owner.equals(user) || owner.equals(0);
    }

    /** A group of the owner's own name has no other members, by the custom of the systems that make one for each user. */
    private static boolean isOpenToOthers(Path folder) throws IOException {
        int mode = mode(folder);
        if ((mode & OTHERS_WRITE) != 0) {
            return true;
        }
        PosixFileAttributes attributes = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return (mode & GROUP_WRITES) != 0 && !attributes.group().getName().equals(attributes.owner().getName());
    }

    private static Object uid(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static int mode(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    }
}
