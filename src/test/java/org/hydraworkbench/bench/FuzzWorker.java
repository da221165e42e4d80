package org.hydraworkbench.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.cli.Main;

/**
 * The process in which {@link Fuzz} runs its cases: says which it begins, how each of its commands ended, and in lines of their own what
 * may not be.
 */
final class FuzzWorker {

    private static final Set<Integer> FINE = Set.of(0, 2, 3, 4);

    /** What no person should read: the words of our tools. */
    static final Pattern JARGON = Pattern.compile(
            "java\\.|javax\\.|com\\.google|[Gg]son|Exception|Cannot invoke|SQLITE|org\\.hydraworkbench|ai\\.djl|\\bat \\w+\\.\\w+\\(");

    private final Path samples;
    private final Path work;
    private final FuzzTarget target;
    private final PrintStream report;

    private FuzzWorker(Path samples, Path work, FuzzTarget target, PrintStream report) {
        this.samples = samples;
        this.work = work;
        this.target = target;
        this.report = report;
    }

    /** Arguments: SAMPLES WORK TARGET SEED FIRST END. */
    public static void main(String[] arguments) throws Exception {
        PrintStream report = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        FuzzTarget target = FuzzTarget.ALL.stream().filter(each -> each.name().equals(arguments[2])).findFirst().orElseThrow();
        Path samples = Path.of(arguments[0]).resolve(target.name());
        FuzzWorker worker = new FuzzWorker(samples, Path.of(arguments[1]).resolve("case"), target, report);
        for (int number = Integer.parseInt(arguments[4]); number < Integer.parseInt(arguments[5]); number++) {
            report.println("case " + number);
            worker.run(new SplittableRandom(Long.parseLong(arguments[3]) * 1_000_003 + number));
        }
        report.flush();
        Runtime.getRuntime().halt(0);
    }

    private void run(SplittableRandom random) throws Exception {
        Folders.delete(work);
        Folders.copy(samples, work, Progress.none());
        String name = target.files().get(random.nextInt(target.files().size()));
        Path file = work.resolve(name);
        if (Files.exists(file)) {
            damage(file, random);
        }
        Set<String> before = contents();
        for (List<String> command : target.commands()) {
            run(command, name);
        }
        Set<String> lost = before;
        lost.removeAll(contents());
        if (!lost.isEmpty()) {
            report.println(name + ": files were lost: " + lost);
        }
    }

    private static void damage(Path file, SplittableRandom random) throws Exception {
        Mutations mutations = new Mutations(random);
        byte[] original = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        if (name.endsWith(".json")) {
            Files.write(file, mutations.json(original));
        } else if (name.endsWith(".hydra") && random.nextInt(3) > 0) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA ignore_check_constraints = 1");
                statement.execute(mutations.sql(tables(connection)));
            } catch (SQLException e) {
                // some changes SQLite refuses; the file is sound then, which is a case too
            }
        } else {
            Files.write(file, mutations.bytes(original));
        }
    }

    private static Map<String, List<String>> tables(Connection connection) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c"
                        + " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'")) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), table -> new ArrayList<>()).add(rows.getString(2));
            }
        }
        return tables;
    }

    /** Hashes of what a person's time made: every file of a project's folder. */
    private Set<String> contents() throws IOException, HydraException {
        Set<String> hashes = new HashSet<>();
        Path files = work.resolve("p.files");
        if (Files.isDirectory(files)) {
            for (Path file : Folders.files(files)) {
                hashes.add(Hashes.of(file));
            }
        }
        return hashes;
    }

    private void run(List<String> command, String damaged) throws HydraException {
        String[] arguments = command.stream().map(each -> each.replace("@", work.toString())).toArray(String[]::new);
        Folders.delete(work.resolve("made"));
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream saying = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code;
        try {
            System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
            System.setErr(saying);
            System.setIn(new ByteArrayInputStream("Axxam d ameqqran, « été » 12 \t中.\nOnce upon a time\n".getBytes(StandardCharsets.UTF_8)));
            code = Main.run(arguments);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        report.println("end " + code);
        String text = said.toString(StandardCharsets.UTF_8);
        String what = damaged + ", " + String.join(" ", command.subList(0, 2)) + ": ";
        if (!FINE.contains(code)) {
            report.println(what + "ended with " + code + ": " + shown(text));
        } else if (code != 0 && JARGON.matcher(text.replace(work.toString(), "")).find()) {
            report.println(what + "not a person's words: " + shown(text));
        } else if (code == 3 && !text.contains(work.toString())) {
            report.println(what + "names no file: " + shown(text));
        } else if (code != 0 && Files.exists(work.resolve("made"))) {
            report.println(what + "left a part of its result");
        }
    }

    private static String shown(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " / ");
        return line.length() <= 400 ? line : line.substring(0, 200) + " … " + line.substring(line.length() - 200);
    }
}
